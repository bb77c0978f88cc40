// A server of its own for each test file: started on a free port of the
// loopback address with an empty data folder, ended by its own process id.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../..", import.meta.url).pathname;
export const program = process.env.ANSLUT ?? join(root, "build/release/anslut");

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), "anslut-test-"));
}

/** Start `anslut serve`; resolves when it listens. */
export async function startServer({ data = temporaryFolder(), counties, flags = [], env = {}, wrap = [] } = {}) {
  const command = [...wrap, program, "serve", "--listen", "127.0.0.1:0", "--data", data,
    "--counties", counties ?? join(root, "counties"), "--post-rate", "0", "--per-address", "0", ...flags];
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env } });
  const server = { child, data, log: "", origin: "" };
  const exited = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  server.exited = exited;
  child.stderr.on("data", (bytes) => { server.log += bytes; });
  await new Promise((done, fail) => {
    let out = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const match = out.match(/listening on (\S+)/);
      if (match) { server.origin = match[1]; done(); }
    });
    exited.then(({ code }) => fail(new Error(`the server ended with ${code}: ${server.log}`)));
  });
  server.stop = async (signal = "SIGTERM") => {
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
    .map((name) => readMail(readFileSync(join(folder, name), "utf8")))
    .sort((a, b) => a.date - b.date);
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
