// What the rows share: loads, controls, CPU and memory of a process, medians.
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startServer } from "../http/server.mjs";

const run = promisify(execFile);

export const root = new URL("../..", import.meta.url).pathname;
export const folder = process.env.BENCH_FOLDER ?? join(root, "build/bench");
export const programs = process.env.BENCH_PROGRAMS ?? join(root, "build/release/tests/bench");
export const threads = cpus().length;
const ticks = Number(execFileSync("getconf", ["CLK_TCK"]));
const many = threads > 1;

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Seconds of CPU that a process has used, all threads, in user and system. */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** Memory of a process in KB, that of its own: pages of files, such as libraries, come and go as the system pleases. */
export function memoryOf(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/RssAnon:\s+(\d+)/)[1]);
}

/** Where a process may run: servers on the first core, what loads them on the
 * second, so that neither takes the other's time. */
export const onServerCore = (command) => (many ? ["taskset", "-c", "0", ...command] : command);
export const onClientCore = (command) => (many ? ["taskset", "-c", "1", ...command] : command);

export function freshFolder(name) {
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** `anslut serve`, for measuring. */
export function serve(name, { data = freshFolder(name), counties, flags = [], pinned = false } = {}) {
  const wrap = pinned ? onServerCore([]) : [];
  return startServer({ data, counties, flags, wrap });
}

/** A control on a port of the loopback address: resolves when it answers. */
export async function startControl(command, port) {
  const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "ignore", "inherit"] });
  const exited = new Promise((done) => child.on("exit", done));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      await fetch(origin);
      break;
    } catch (error) {
      if (tries === 100 || child.exitCode !== null) throw error;
      await sleep(50);
    }
  }
  return { child, origin, stop: () => (child.kill("SIGTERM"), exited) };
}

let freshFrom = Date.now();

/** Load an address for some seconds: { requests, seconds, rate, cpu (seconds of
 * `server`), perRequest (ms), p50_us, p99_us }. `paths`: targets to send in
 * turn; `fresh`: none of them twice. */
export async function load(server, path, { seconds = 2, connections = 32, paths, fresh, pinned, gzip = true } = {}) {
  const env = { ...process.env };
  if (paths || fresh) {
    env.BENCH_PATHS = join(folder, `paths-${process.pid}`);
    writeFileSync(env.BENCH_PATHS, (paths ?? [path]).join("\n") + "\n");
  }
  if (fresh) env.BENCH_FRESH = String((freshFrom += 10_000_000));
  const command = ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "-s", join(root, "tests/bench/load.lua"),
    ...(gzip ? ["-H", "Accept-Encoding: gzip"] : []), server.origin + path];
  const [file, ...args] = pinned ? onClientCore(command) : command;
  const before = cpuOf(server.child.pid);
  const { stdout } = await run(file, args, { env });
  const cpu = cpuOf(server.child.pid) - before;
  const result = JSON.parse(stdout.match(/^bench (.*)$/m)[1]);
  if (result.wrong || !result.requests)
    throw new Error(`${result.wrong} of ${result.requests} answers of ${server.origin}${path} were no pages`);
  return { ...result, cpu, rate: result.requests / result.seconds, perRequest: (cpu * 1000) / result.requests };
}

/** Send prepared forms from 32 clients (post.c); all of them, or for some
 * seconds. */
export async function send(server, forms, { clients = 32, seconds } = {}) {
  const file = join(folder, `forms-${process.pid}-${server.child.pid}`);
  writeFileSync(file, forms.join("\n") + "\n");
  const port = new URL(server.origin).port;
  const before = cpuOf(server.child.pid);
  const { stdout } = await run(join(programs, "bench_post"),
    [port, String(clients), file, ...(seconds ? [String(seconds)] : [])]);
  const result = JSON.parse(stdout);
  rmSync(file);
  if (result.others || !result.accepted)
    throw new Error(`${result.others} forms were not accepted, ${result.accepted} were`);
  return { ...result, perRequest: ((cpuOf(server.child.pid) - before) * 1000) / result.accepted };
}

/** Run a program of this folder; its lines of JSON. */
export async function program(name, args) {
  const { stdout } = await run(join(programs, name), args);
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}
