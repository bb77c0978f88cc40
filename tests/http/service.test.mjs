// The program from outside: how it starts, what it says, how it ends.
import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkFields, fillForm, orgNumber } from "./join.mjs";
import { countyFolder, eventually, run, sql, startServer, temporaryFolder } from "./server.mjs";
import { post, request } from "./visitor.mjs";

const commands = ["serve", "check", "new", "backup", "restore", "verify"];
const slugs = ["jonkoping", "stockholm", "varmland", "vastmanland"];

describe("the command line", () => {
  it("prints its version", async () => {
    const { code, out } = await run(["version"]);
    assert.equal(code, 0);
    assert.match(out, /^anslut \d+\.\d+\.\d+\n$/);
  });

  it("lists every command, each in a whole sentence", async () => {
    const { code, out, err } = await run(["--help"]);
    assert.equal(code, 0);
    assert.equal(err, "");
    for (const name of [...commands, "version"]) assert.match(out, new RegExp(`^  ${name} +[A-Z].*\\.$`, "m"), name);
  });

  for (const name of commands)
    it(`${name} --help names its flags, their values and defaults`, async () => {
      const { code, out } = await run([name, "--help"]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: anslut ${name} \\[FLAG\\.\\.\\.\\]`));
      assert.match(out, /^ {2}--settings FILE /m);
      assert.match(out, ["check", "new"].includes(name) ? /--lang sv\|en/ : /--data DIR[^]*\[data\]/);
    });

  const data = temporaryFolder();
  after(() => rmSync(data, { recursive: true }));
  const wrongUse = [
    ["no command", [], /Usage: anslut COMMAND/],
    ["a command that is not there", ["serva"], /no such command: serva/],
    ["a flag that is not there", ["serve", "--port", "80"], /no such flag here: --port/],
    ["a flag of another command", ["verify", "--listen", "127.0.0.1:0"], /no such flag here: --listen/],
    ["a short flag", ["serve", "-p"], /no such flag here: -p/],
    ["a flag without its value", ["serve", "--data"], /--data needs a value/],
    ["a value for a switch", ["serve", "--strict=yes"], /--strict takes no value/],
    ["an argument too many", ["serve", "vastmanland"], /serve takes no arguments/],
    ["an address that is none", ["serve", "--data", data, "--listen", "nonsense"], /"nonsense" is not ADDRESS:PORT/],
    ["a port that is none", ["serve", "--data", data, "--listen", "127.0.0.1:65536"], /is not ADDRESS:PORT/],
    ["a language that is not written", ["verify", "--data", data, "--lang", "fi"], /--lang is sv or en, not fi/],
    ["a number that is none", ["serve", "--data", data, "--workers", "many"], /--workers must be a whole number from 1 to 512/],
    ["a sender that is no address", ["serve", "--data", data, "--mail-from", "nobody"], /--mail-from is not an address: nobody/],
    ["a backup to nowhere", ["backup", "--data", data], /anslut backup MAPP/],
    ["a restore from nowhere", ["restore", "--data", data, "--lang", "en"], /name one folder: anslut restore DIR/],
  ];
  for (const [what, args, message] of wrongUse)
    it(`${what} is a wrong use, said on standard error with exit code 2`, async () => {
      const { code, out, err } = await run(args);
      assert.match(err, message);
      assert.equal(code, 2);
      assert.equal(out, "");
    });
});

describe("settings", () => {
  const folder = temporaryFolder();
  const file = join(folder, "settings");
  after(() => rmSync(folder, { recursive: true }));
  const data = (name) => join(folder, name);
  const verify = (args, env) => run(["verify", ...args], { env });
  const read = (result) => result.err.match(new RegExp(`${folder}/(\\w+)/counties`))?.[1];

  it("go by rank: flag, environment, settings file, default", async () => {
    writeFileSync(file, `# ours\n\ndata = ${data("file")}\n`);
    const env = { ANSLUT_DATA: data("environment") };
    assert.equal(read(await verify(["--settings", file, "--data", data("flag")], env)), "flag");
    assert.equal(read(await verify(["--settings", file], env)), "environment");
    assert.equal(read(await verify(["--settings", file])), "file");
    assert.equal(read(await verify([], { ANSLUT_SETTINGS: file })), "file");
    assert.match((await verify([])).err, / data\/counties/);
  });

  const faults = [
    ["that is not there", null, /cannot read .*settings/, 1],
    ["with an unknown name", "listen = 127.0.0.1:0\ndatta = x\n", /settings:2: no such setting: datta/, 2],
    ["with a switch that says neither yes nor no", "strict = maybe\n", /settings:1: strict is "yes" or "no"/, 2],
  ];
  for (const [what, text, message, exit] of faults)
    it(`a file ${what} is told of with its line`, async () => {
      rmSync(file, { force: true });
      if (text !== null) writeFileSync(file, text);
      const { code, err } = await verify(["--settings", file]);
      assert.match(err, message);
      assert.equal(code, exit);
    });
});

describe("a server that runs", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("prints the free port that it took", () => {
    assert.match(server.origin, /^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  });

  it("says that it lives and that every county is ready", async () => {
    const health = await request(`${server.origin}/healthz`);
    assert.deepEqual([health.status, health.text], [200, "ok\n"]);
    const ready = await request(`${server.origin}/readyz`);
    assert.equal(ready.status, 200);
    const lines = ready.text.trimEnd().split("\n");
    assert.deepEqual(lines.map((line) => line.replace(/version 1 \([0-9a-f]{12}\), 0 faults, since 20[0-9T:.-]+Z$/, "...")), slugs.map((slug) => `${slug}: ok; ...`));
  });

  it("counts for whoever asks from loopback", async () => {
    const { status, headers, text } = await request(`${server.origin}/metrics`);
    assert.equal(status, 200);
    assert.match(headers["content-type"], /^text\/plain; version=0\.0\.4/);
    assert.match(text, /^anslut_requests_total [1-9]/m);
    for (const slug of slugs) assert.match(text, new RegExp(`^anslut_writes_total\\{county="${slug}"\\} \\d+$`, "m"));
  });

  it("refuses a second server on its data folder, and says so", async () => {
    const { code, err } = await run(["serve", "--listen", "127.0.0.1:0", "--data", server.data]);
    assert.match(err, /another server uses the data folder/);
    assert.equal(code, 1);
  });

  it("refuses a second server on its port, and says so", async () => {
    const data = temporaryFolder();
    const { code, err } = await run(["serve", "--listen", new URL(server.origin).host, "--data", data]);
    rmSync(data, { recursive: true });
    assert.match(err, /is taken: another program listens there/);
    assert.equal(code, 1);
  });

  it("goes on as if nothing had been, after both", async () => {
    assert.equal((await request(`${server.origin}/vastmanland/`)).status, 200);
  });
});

describe("figures for loopback only", () => {
  it("are not there for a visitor whom a trusted proxy names", async () => {
    const server = await startServer({ flags: ["--proxy", "127.0.0.1"] });
    const ask = (from) => request(`${server.origin}/metrics`, { headers: from ? { "X-Forwarded-For": from } : {} });
    assert.equal((await ask("203.0.113.7")).status, 404);
    assert.equal((await ask("127.0.0.1, 203.0.113.7")).status, 404);
    assert.equal((await request(`${server.origin}/healthz`, { headers: { "X-Forwarded-For": "203.0.113.7" } })).status, 200);
    await server.cleanUp();
  });

  it("are not there for another machine of the network", async (t) => {
    const address = Object.values(networkInterfaces()).flat().find((one) => one.family === "IPv4" && !one.internal)?.address;
    if (!address) return t.skip("this machine has no address but loopback");
    const server = await startServer({ flags: ["--listen", "0.0.0.0:0", "--hosts", address] });
    const { port } = new URL(server.origin);
    assert.equal((await request(`http://${address}:${port}/metrics`)).status, 404);
    assert.equal((await request(`http://127.0.0.1:${port}/metrics`)).status, 200);
    await server.cleanUp();
  });

  it("do not believe what a visitor says of where it comes from", async () => {
    const server = await startServer();
    const { status } = await request(`${server.origin}/metrics`, { headers: { "X-Forwarded-For": "203.0.113.7" } });
    assert.equal(status, 200, "without --proxy the header means nothing");
    await server.cleanUp();
  });
});

describe("a data folder that cannot be used", () => {
  const good = temporaryFolder();
  const spoilt = temporaryFolder();
  const database = join(spoilt, "counties", "varmland.db");
  before(async () => { await (await startServer({ data: good })).stop(); });
  after(() => { for (const folder of [good, spoilt]) rmSync(folder, { recursive: true, force: true }); });

  const overwrite = (at, bytes) => {
    const file = openSync(database, "r+");
    writeSync(file, bytes, 0, bytes.length, at);
    closeSync(file);
  };
  const cases = [
    ["a database whose first page is noise", () => overwrite(0, Buffer.alloc(512, 0x5a)), /varmland\.db: .*damaged or not a database; restore a backup/],
    ["a database with a damaged page inside", () => overwrite(4096, Buffer.alloc(8192, 0xa5)), /varmland\.db: .*damaged.*restore a backup/s],
    ["a database that was cut off", () => truncateSync(database, 5000), /varmland\.db: .*damaged/],
    ["a newer schema", () => sql(database, "PRAGMA user_version = 9999"), /varmland\.db has schema version 9999 and this program knows \d+; use the newer program/],
    ["the database of another program", () => { rmSync(database); return sql(database, "CREATE TABLE t (x)"); }, /varmland\.db is a database of another program/],
    ["a key that is none", () => writeFileSync(join(spoilt, "key"), "short"), /key does not hold a key/],
    ["a file where the folder of databases should be", () => { rmSync(join(spoilt, "counties"), { recursive: true }); writeFileSync(join(spoilt, "counties"), ""); }, /counties/],
  ];
  for (const [what, spoil, message] of cases)
    it(`${what} is named on standard error with exit code 1 (--strict), and nothing is changed`, async () => {
      rmSync(spoilt, { recursive: true, force: true });
      cpSync(good, spoilt, { recursive: true });
      await spoil();
      const before = existsSync(database) ? readFileSync(database) : null;
      const { code, out, err } = await run(["serve", "--strict", "--listen", "127.0.0.1:0", "--data", spoilt]);
      assert.match(err, message);
      assert.equal(code, 1);
      assert.equal(out, "");
      if (before) assert.ok(before.equals(readFileSync(database)));
    });

  it("verify tells of a damaged database and still looks at the others", async () => {
    rmSync(spoilt, { recursive: true, force: true });
    cpSync(good, spoilt, { recursive: true });
    overwrite(4096, Buffer.alloc(8192, 0xa5));
    const { code, out, err } = await run(["verify", "--lang", "en", "--data", spoilt]);
    assert.equal(code, 1);
    assert.match(err, /^anslut: varmland: the file is damaged/);
    assert.deepEqual(out.match(/^\w+(?=: \d+ commitments)/gm), slugs.filter((slug) => slug !== "varmland"));
  });

  it("verify of a county that is not there fails by its name's absence", async () => {
    const { code, err } = await run(["verify", "--lang", "en", "--data", good, "vastmanland", "narnia"]);
    assert.equal(code, 1);
    assert.match(err, /not all of these have a database/);
  });

  it("a folder that cannot be made or written is named with exit code 1", async (t) => {
    const missing = await run(["serve", "--listen", "127.0.0.1:0", "--data", "/proc/nowhere"]);
    assert.match(missing.err, /cannot make the folder \/proc\/nowhere/);
    assert.equal(missing.code, 1);
    if (process.getuid() === 0) return t.diagnostic("root may write everywhere");
    const folder = join(spoilt, "closed");
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
    const closed = await run(["serve", "--listen", "127.0.0.1:0", "--data", folder]);
    assert.match(closed.err, /cannot .*closed/);
    assert.equal(closed.code, 1);
  });
});

describe("county scripts at the start", () => {
  const broken = () => {
    const counties = countyFolder();
    cpSync(join(counties, "mittlan"), join(counties, "trasan"), { recursive: true });
    writeFileSync(join(counties, "trasan", "county.lua"), 'county "trasan" {\n  nam = "Trasans län",\n}\n');
    return counties;
  };

  it("a fault keeps its own county closed, and the others serve", async () => {
    const counties = broken();
    const settings = join(counties, ".settings");
    writeFileSync(settings, "strict = no\n");
    const server = await startServer({ counties, flags: ["--settings", settings] });
    assert.equal((await request(`${server.origin}/trasan/`)).status, 503);
    assert.equal((await request(`${server.origin}/mittlan/`)).status, 200);
    const ready = await request(`${server.origin}/readyz`);
    assert.equal(ready.status, 503);
    assert.match(ready.text, /^trasan: no sound script; version none, [1-9]\d* faults?, since /m);
    assert.match(server.log, /trasan\/county\.lua:2: /);
    await server.cleanUp();
    rmSync(counties, { recursive: true });
  });

  it("with --strict nothing is served at all", async () => {
    const counties = broken();
    const data = temporaryFolder();
    const args = ["serve", "--listen", "127.0.0.1:0", "--data", data, "--counties", counties];
    const { code, err } = await run([...args, "--strict"]);
    assert.equal(code, 1);
    assert.match(err, /\d+ faults in county scripts \(anslut check lists them\)/);
    for (const folder of [counties, data]) rmSync(folder, { recursive: true });
  });

  it("check lists the faults with file and line, and exits 1; sound ones 0", async () => {
    const counties = broken();
    const bad = await run(["check", "--counties", counties]);
    assert.equal(bad.code, 1);
    assert.match(bad.out, /trasan\/county\.lua:2: /);
    assert.match(bad.out, /^\d+ fel i 2 län\.$/m);
    const good = await run(["check", "mittlan", "--counties", counties]);
    assert.equal(good.code, 0);
    assert.match(good.out, /^Inga fel i 1 län\.$/m);
    const json = JSON.parse((await run(["check", "--json", "--lang", "en", "--counties", counties])).out);
    assert.deepEqual(json.map((one) => one.county), ["mittlan", "trasan"]);
    assert.ok(json[1].faults.some((fault) => fault.file === "county.lua" && fault.line === 2));
    const missing = await run(["check", "narnia", "--counties", counties]);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /holds no county narnia/);
    rmSync(counties, { recursive: true });
  });
});

describe("SIGTERM", () => {
  it("ends an idle server at once with exit code 0", async () => {
    const server = await startServer();
    const started = Date.now();
    assert.deepEqual(await server.stop(), { code: 0, signal: null });
    assert.ok(Date.now() - started < 5000);
    rmSync(server.data, { recursive: true });
  });

  it("under load is followed by an answer to every accepted request, within 5 s", async () => {
    const server = await startServer();
    const prepared = [];
    for (let i = 0; i < 12; i++) {
      const path = await fillForm(server, "vastmanland", { name: `Förening ${i}`, org_number: orgNumber(i), email: `f${i}@exempel.se` });
      prepared.push([path, await checkFields(server, path)]);
    }
    let accepted = 0;
    let started = Infinity;
    const unanswered = [];
    const ask = async (send) => {
      try {
        const answer = await send();
        if (answer.status === 303) accepted++;
        if (![200, 302, 303, 503].includes(answer.status)) unanswered.push(answer.status);
        return true;
      } catch (failure) {
        // A connection that was never let in is refused; one that was, answered.
        if (failure.code !== "ECONNREFUSED") unanswered.push(failure.code);
        return false;
      }
    };
    const readers = Array.from({ length: 8 }, async () => {
      while (await ask(() => request(`${server.origin}/varmland/anslutna?sok=kommun`)));
    });
    const senders = prepared.map(async ([path, fields], i) => {
      await new Promise((done) => setTimeout(done, i * 10));
      await ask(() => post(server.origin + path, fields));
    });
    await new Promise((done) => setTimeout(done, 60));
    started = Date.now();
    const { code } = await server.stop();
    assert.ok(Date.now() - started < 5000, "the stop took too long");
    await Promise.all([...readers, ...senders]);
    assert.equal(code, 0);
    assert.deepEqual(unanswered, []);
    assert.equal(await sql(server.database("vastmanland"), "SELECT count(*) FROM member"), String(accepted));
    await eventually(() => !existsSync(`${server.database("vastmanland")}-wal`));
    rmSync(server.data, { recursive: true });
  });
});
