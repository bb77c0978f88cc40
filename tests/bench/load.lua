-- What wrk sends and reports, for tests/bench/tools.mjs.
--
--   BENCH_PATHS  a file of targets, sent in turn; without it, the one given
--   BENCH_FRESH  a number: every target gets "x=<number>" of its own, so that
--                no cache has its page
local paths, at = {}, 0
local fresh = tonumber(os.getenv("BENCH_FRESH") or "")

if os.getenv("BENCH_PATHS") then
  for path in io.lines(os.getenv("BENCH_PATHS")) do
    paths[#paths + 1] = path
  end

  function request()
    local path = paths[at % #paths + 1]
    if fresh then
      path = path .. (path:find("?", 1, true) and "&x=" or "?x=") .. string.format("%d", fresh + at)
    end
    at = at + 1
    return wrk.format("GET", path)
  end
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    'bench {"requests":%d,"seconds":%.6f,"p50_us":%d,"p99_us":%d,"wrong":%d,"lost":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    e.status, e.connect + e.read + e.write + e.timeout))
end
