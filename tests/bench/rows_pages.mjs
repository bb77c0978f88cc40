// Rows of pages: cached against the controls, and not cached.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "../http/visitor.mjs";
import { filledFolder, findAddresses } from "./members.mjs";
import { freshFolder, load, median, onServerCore, programs, serve, startControl, threads } from "./tools.mjs";

const notKept = new Set(["date", "connection", "content-length"]);

/** A page as the service sends it to a browser that takes gzip. */
async function fetchPage(server, path) {
  const whole = await request(server.origin + path);
  const packed = await request(server.origin + path, { headers: { "Accept-Encoding": "gzip" } });
  if (packed.headers["content-encoding"] !== "gzip") throw new Error("the page was not packed");
  const headers = Object.entries(packed.headers).filter(([name]) => !notKept.has(name));
  return { whole: whole.bytes, packed: packed.bytes, headers };
}

function bareControl(page, place, port) {
  const headers = join(place, "headers");
  const body = join(place, "body");
  writeFileSync(headers, page.headers.map(([name, value]) => `${name}: ${value}\n`).join(""));
  writeFileSync(body, page.packed);
  return startControl(onServerCore([join(programs, "bench_bare_mhd"), String(port), String(threads), headers, body]), port);
}

/** nginx with what makes it fast on: gzip_static, an open file cache. */
function nginxControl(page, place, port) {
  const own = new Set(["content-type", "content-encoding", "etag", "vary"]);
  const headers = page.headers.filter(([name]) => !own.has(name))
    .map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`);
  mkdirSync(join(place, "site"));
  writeFileSync(join(place, "site/index.html"), page.whole);
  writeFileSync(join(place, "site/index.html.gz"), page.packed);
  writeFileSync(join(place, "nginx.conf"), `
    daemon off; master_process off; pid ${place}/nginx.pid; error_log stderr error;
    events { worker_connections 1024; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000;
      open_file_cache max=100 inactive=60s; open_file_cache_valid 60s;
      default_type "text/html; charset=utf-8"; charset off;
      client_body_temp_path ${place}/body; proxy_temp_path ${place}/proxy;
      fastcgi_temp_path ${place}/fastcgi; uwsgi_temp_path ${place}/uwsgi; scgi_temp_path ${place}/scgi;
      server {
        listen 127.0.0.1:${port}; root ${place}/site;
        gzip_static on; gzip_vary on;
        location = / { try_files /index.html =404; ${headers.join(" ")} }
      }
    }`);
  return startControl(onServerCore(["nginx", "-p", place, "-e", "stderr", "-c", join(place, "nginx.conf")]), port);
}

/** A free port: one that a server of ours had a moment ago. */
async function freePort() {
  const { createServer } = await import("node:net");
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

export async function cachedPage({ rounds, seconds }) {
  const server = await serve("cached", { pinned: true });
  const path = "/vastmanland/";
  const page = await fetchPage(server, path);
  const bare = await bareControl(page, freshFolder("bare"), await freePort());
  const nginx = await nginxControl(page, freshFolder("nginx"), await freePort());
  const taken = { ours: [], bare: [], nginx: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      taken.ours.push(await load(server, path, { seconds, pinned: true, connections: 64 }));
      taken.bare.push(await load(bare, "/", { seconds, pinned: true, connections: 64 }));
      taken.nginx.push(await load(nginx, "/", { seconds, pinned: true, connections: 64 }));
    }
  } finally {
    await Promise.all([bare.stop(), nginx.stop(), server.cleanUp()]);
  }
  const each = (what) => Object.fromEntries(Object.entries(taken).map(([who, runs]) => [who, median(runs.map(what))]));
  const cost = each((run) => run.perRequest * 1000);
  const rate = each((run) => run.rate);
  return {
    rows: [
      { what: "cached page, CPU a request: of the bare libmicrohttpd server's", ratio: median(taken.ours.map((run, i) => run.perRequest / taken.bare[i].perRequest)), most: 1.15 },
      { what: "cached page, requests a second: of nginx's static file", ratio: median(taken.ours.map((run, i) => run.rate / taken.nginx[i].rate)), least: 0.9 },
    ],
    figures: [
      `cached page of ${page.packed.length} bytes packed, 64 connections, one core for the server and one for the load:`,
      ...Object.keys(taken).map((who) => `  ${who}: ${cost[who].toFixed(2)} µs of CPU a request, ${Math.round(rate[who])} requests a second`),
    ],
  };
}

/** Pages as a visitor meets them when nobody was there before. */
export async function uncachedPage({ rounds, seconds }) {
  const server = await serve("uncached", { data: filledFolder(10_000) });
  const { members } = await findAddresses(server);
  const pages = ["/vastmanland/", "/vastmanland/strategi", "/vastmanland/anslut", "/vastmanland/anslut/ny/organisation",
    "/vastmanland/anslutna", "/vastmanland/anslutna?omrade=makt&kommun=1980", "/vastmanland/anslutna?sok=konsult",
    members[0], "/stockholm/"];
  const taken = new Map(pages.map((path) => [path, []]));
  try {
    for (let round = 0; round < rounds; round++)
      for (const path of pages)
        taken.get(path).push((await load(server, path, { seconds, fresh: true, connections: 8 })).perRequest);
  } finally {
    await server.cleanUp();
  }
  const costs = pages.map((path) => median(taken.get(path)));
  return {
    rows: [{ what: "uncached page, ms of CPU (the dearest of those below)", ratio: Math.max(...costs), most: 2, unit: " ms" }],
    figures: ["uncached pages, built, packed with gzip and put into the cache, ms of CPU a page:",
      ...pages.map((path, i) => `  ${path}: ${costs[i].toFixed(2)}`)],
  };
}
