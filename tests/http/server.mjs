// A server of its own for each test file: started on a free port of the
// loopback address with an empty data folder, ended by its own process id.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = new URL("../..", import.meta.url).pathname;
export const program = process.env.ANSLUT ?? join(root, "build/release/anslut");

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), "anslut-test-"));
}

/** A county that does not exist, in a folder of its own to change; without its
 * own tests, which changes may well break, unless they are asked for. */
export function countyFolder(from = "tests/counties/mittlan", { tests = false } = {}) {
  const folder = temporaryFolder();
  const slug = from.split("/").pop();
  cpSync(join(root, from), join(folder, slug), { recursive: true });
  if (!tests) rmSync(join(folder, slug, "tests.lua"), { force: true });
  return folder;
}

/** Run a command to its end: { code, out, err }. */
export function run(args, { env = {}, command = program, input } = {}) {
  return new Promise((done) => {
    const child = execFile(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 26 },
      (failure, out, err) => done({ code: child.exitCode ?? failure?.code, out, err }));
    child.stdin.on("error", () => {}); // it need not read what it is given
    child.stdin.end(input ?? "");
  });
}

/** Look into, or change, a database by the sqlite3 command. Change one only
 * while no server uses it. */
export async function sql(file, text) {
  const { code, out, err } = await run(["-batch", "-noheader", file, text], { command: "sqlite3" });
  if (code !== 0) throw new Error(`sqlite3: ${err}`);
  return out.trim();
}

/** The environment in which a program believes that it is another time: "+8d". */
export function otherTime(offset) {
  const library = readdirSync("/usr/lib").map((name) => `/usr/lib/${name}/faketime/libfaketimeMT.so.1`).find(existsSync);
  if (!library) throw new Error("faketime is not installed");
  return { LD_PRELOAD: library, FAKETIME: offset };
}

// A test that fails must not keep its server, nor the server the test's process.
const running = new Set();
process.on("exit", () => { for (const child of running) child.kill("SIGKILL"); });

/** Start `anslut serve`; resolves when it listens. `time` is "+8d" or the like. */
export async function startServer({ data = temporaryFolder(), counties, flags = [], env = {}, wrap = [], time } = {}) {
  const command = [...wrap, program, "serve", "--listen", "127.0.0.1:0", "--data", data,
    "--counties", counties ?? join(root, "counties"), "--post-rate", "0", "--per-address", "0", ...flags];
  const child = spawn(command[0], command.slice(1),
    { env: { ...process.env, ...env, ...(time ? otherTime(time) : {}) } });
  const server = { child, data, log: "", origin: "", database: (slug) => join(data, "counties", `${slug}.db`) };
  const exited = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  server.exited = exited;
  running.add(child);
  exited.then(() => running.delete(child));
  child.stderr.on("data", (bytes) => { server.log += bytes; });
  await new Promise((done, fail) => {
    let out = "";
    const slow = setTimeout(() => { child.kill("SIGKILL"); fail(new Error(`the server does not start: ${server.log}`)); }, 30000);
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const match = out.match(/listening on (\S+)/);
      if (match) { clearTimeout(slow); server.origin = match[1]; done(); }
    });
    exited.then(({ code }) => { clearTimeout(slow); fail(new Error(`the server ended with ${code}: ${server.log}`)); });
    child.on("error", fail);
  });
  for (const handle of [child, child.stdout, child.stderr]) handle.unref();
  server.stop = async (signal = "SIGTERM") => {
    child.ref();
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  server.cleanUp = async () => {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return server;
}

/** The mails in the outbox folder, oldest first. */
export function mails(server) {
  const folder = join(server.data, "outbox");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => ({ ...readMail(readFileSync(join(folder, name), "utf8")), written: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => a.written - b.written);
}

/** Wait until `find` gives something, at most `ms`. */
export async function eventually(find, ms = 5000) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((done) => setTimeout(done, 20));
  }
}

export function decodeQuotedPrintable(text) {
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(header) {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how, text) =>
      how.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeQuotedPrintable(text.replace(/_/g, " ")));
}

/** Headers, and the plain and HTML parts of a message. */
export function readMail(source) {
  const [head, ...rest] = source.split(/\r?\n\r?\n/);
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    headers[line.slice(0, at).toLowerCase()] = decodeWords(line.slice(at + 1).trim());
  }
  const body = rest.join("\n\n");
  const boundary = headers["content-type"]?.match(/boundary="?([^";]+)/)?.[1];
  const parts = boundary ? body.split(`--${boundary}`) : [body];
  const part = (type) => {
    const found = parts.find((p) => p.includes(`Content-Type: ${type}`));
    return found ? decodeQuotedPrintable(found.split(/\r?\n\r?\n/).slice(1).join("\n\n")) : "";
  };
  return { headers, to: headers.to, subject: headers.subject, date: Date.parse(headers.date),
    plain: boundary ? part("text/plain") : decodeQuotedPrintable(body), html: part("text/html"), source };
}
