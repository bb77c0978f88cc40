// Disks that are full, backups, restores, and commitments that somebody changed.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { open, send, title } from "./form.mjs";
import { checkFields, fillForm, join, mailedLink, orgNumber, sendForm } from "./join.mjs";
import { eventually, mails, run, sql, startServer, temporaryFolder } from "./server.mjs";
import { post, readForm, request } from "./visitor.mjs";

const COUNTY = "vastmanland";
const count = (server, table = "member") => sql(server.database(COUNTY), `SELECT count(*) FROM ${table}`).then(Number);
const total = async (server) => JSON.parse((await request(`${server.origin}/${COUNTY}/anslutna.json`)).text).total;
const someone = (i) => ({ name: `Förening ${i}`, org_number: orgNumber(i), email: `f${i}@exempel.se` });

describe("a disk that takes nothing more", () => {
  let server, form, fields, confirm, welcome;
  const fill = async (limit) => {
    const { code, err } = await run([`--pid=${server.child.pid}`, `--fsize=${limit}:unlimited`], { command: "prlimit" });
    assert.equal(code, 0, err);
  };
  before(async () => {
    server = await startServer();
    ({ welcome } = await join(server, COUNTY, someone(1)));
    await sendForm(server, COUNTY, someone(2));
    ({ path: confirm } = await mailedLink(server, "f2@exempel.se", "bekrafta"));
    form = await fillForm(server, COUNTY, someone(3));
    fields = await checkFields(server, form);
    await eventually(async () => (await sql(server.database(COUNTY), "SELECT count(*) FROM mail WHERE state = 'waiting'")) === "0");
  });
  after(() => server.cleanUp());

  it("gives 503 in Swedish that says what was not saved, and when to try again", async () => {
    const button = readForm((await request(server.origin + confirm)).text);
    const page = await open(server, `/${COUNTY}/anslut/ny`);
    const offer = JSON.parse((await request(`${server.origin}${welcome}.json`)).text).items.find((item) => item.action);
    const before = await Promise.all(["member", "draft", "mail", "audit", "commitment", "link"].map((table) => count(server, table)));
    await fill(1);
    const answers = [
      await post(server.origin + form, fields),
      await post(server.origin + button.action, button.fields),
      await send(server, page, { name: "Ny", kind: "association", org_number: orgNumber(4), municipality: "1980" }),
      await post(server.origin + offer.action, { _stamp: offer.stamp, answer: "accept" }),
    ];
    for (const { status, headers, text } of answers) {
      assert.equal(status, 503);
      assert.match(headers["retry-after"], /^\d+$/);
      assert.match(text, /Skickade ni något har det inte sparats/);
      assert.match(title(text), /Ett jämställt Västmanland/);
    }
    await fill("unlimited");
    assert.deepEqual(await Promise.all(["member", "draft", "mail", "audit", "commitment", "link"].map((table) => count(server, table))), before, "nothing half stored");
    await fill(1);
  });

  it("is told of by readyz, while pages are still read", async () => {
    const ready = await request(`${server.origin}/readyz`);
    assert.equal(ready.status, 503);
    assert.match(ready.text, /^vastmanland: ok, cannot write; version /m);
    for (const path of ["/", "/strategi", "/anslutna", "/anslut"]) assert.equal((await request(`${server.origin}/${COUNTY}${path}`)).status, 200, path);
    assert.equal(await total(server), 1);
  });

  it("is over when there is room again, without a restart", async () => {
    await fill("unlimited");
    const answer = await post(server.origin + form, fields);
    assert.equal(answer.status, 303);
    assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    await mailedLink(server, "f3@exempel.se", "bekrafta");
    assert.equal(await count(server), 3);
    assert.equal(await sql(server.database(COUNTY), "PRAGMA integrity_check"), "ok");
  });

  it("in the middle of a row of mails keeps the mails for later", async () => {
    const path = await fillForm(server, COUNTY, someone(5));
    const sent = mails(server).length;
    const outbox = joinPath(server.data, "outbox");
    rmSync(outbox, { recursive: true });
    writeFileSync(outbox, "no folder");
    assert.equal((await post(server.origin + path, await checkFields(server, path))).status, 303, "the form does not wait for its mail");
    await eventually(async () => (await sql(server.database(COUNTY), "SELECT state || tries FROM mail ORDER BY id DESC LIMIT 1")) === "waiting1");
    assert.match(await sql(server.database(COUNTY), "SELECT problem FROM mail ORDER BY id DESC LIMIT 1"), /outbox/);
    rmSync(outbox);
    mkdirSync(outbox);
    await server.stop();
    server = await startServer({ data: server.data, time: "+2m" });
    await mailedLink(server, "f5@exempel.se", "bekrafta");
    assert.ok(sent > 0);
  });
});

describe("backup and restore", () => {
  let server;
  const folders = [temporaryFolder(), temporaryFolder()];
  const kept = joinPath(folders[0], "backup");
  before(async () => { server = await startServer(); });
  after(async () => { await server.cleanUp(); for (const folder of folders) rmSync(folder, { recursive: true }); });
  const anslut = (command, ...args) => run([command, ...args, "--lang", "en", "--data", server.data]);

  it("copies every county while forms are being sent, and none of them is lost or halved", async () => {
    await join(server, COUNTY, someone(1));
    const prepared = [];
    for (let i = 10; i < 30; i++) prepared.push(await fillForm(server, COUNTY, someone(i)));
    const fields = await checkFields(server, prepared[0]);
    let statuses = [];
    const sending = (async () => { for (const path of prepared) statuses.push((await post(server.origin + path, fields)).status); })();
    const { code, out, err } = await anslut("backup", kept);
    await sending;
    assert.equal(code, 0, err);
    assert.match(out, /^4 databases in /m);
    assert.deepEqual([...new Set(statuses)], [303]);
    assert.deepEqual(readdirSync(kept).sort(), ["jonkoping.db", "stockholm.db", "varmland.db", "vastmanland.db", "versions"]);
    const copy = joinPath(kept, "vastmanland.db");
    assert.equal(await sql(copy, "PRAGMA integrity_check"), "ok");
    assert.equal(await sql(copy, "SELECT (SELECT count(*) FROM member) = (SELECT count(*) FROM commitment)"), "1");
    assert.equal(await count(server), 21);
  });

  it("does not overwrite a backup", async () => {
    const { code, err } = await anslut("backup", kept);
    assert.equal(code, 1);
    assert.match(err, /vastmanland|jonkoping/);
    assert.equal((await anslut("verify")).code, 0);
  });

  it("brings the state back while serving: page, numbers, links", async () => {
    const { welcome } = await join(server, COUNTY, someone(2));
    assert.equal(await total(server), 2);
    const { code, out, err } = await anslut("restore", kept);
    assert.equal(code, 0, err);
    assert.match(out, /^vastmanland restored, the server goes on with it$/m);
    assert.equal(await total(server), 1);
    assert.ok(!(await request(`${server.origin}/${COUNTY}/anslutna`)).text.includes("Förening 2<"));
    assert.equal((await request(server.origin + welcome)).status, 404);
    assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    await join(server, COUNTY, someone(3));
    assert.equal(await sql(server.database(COUNTY), "SELECT max(number) FROM member"), "2");
    assert.equal((await anslut("verify")).code, 0);
  });

  it("keeps beside the database what stood there before", () => {
    const files = readdirSync(joinPath(server.data, "counties"));
    assert.ok(files.some((name) => name.startsWith("vastmanland.db") && name !== "vastmanland.db" && !/-(wal|shm)$/.test(name)), `${files}`);
  });

  it("goes on after a restart with what was restored", async () => {
    assert.equal((await server.stop()).code, 0);
    server = await startServer({ data: server.data });
    assert.equal(await total(server), 2);
  });

  it("works without a server, into an empty folder", async () => {
    const fresh = joinPath(folders[1], "data");
    const { code, out } = await run(["restore", kept, "--lang", "en", "--data", fresh]);
    assert.equal(code, 0);
    assert.match(out, /^vastmanland restored$/m);
    const second = await startServer({ data: fresh });
    assert.equal(await total(second), 1);
    await second.stop();
  });

  const spoilt = [
    ["a damaged database", (folder) => writeFileSync(joinPath(folder, "varmland.db"), "noise".repeat(2000)), /varmland/],
    ["a newer schema", (folder) => sql(joinPath(folder, "varmland.db"), "PRAGMA user_version = 9999"), /schema version 9999/],
    ["the database of another program", (folder) => { rmSync(joinPath(folder, "varmland.db")); return sql(joinPath(folder, "varmland.db"), "CREATE TABLE t (x)"); }, /varmland/],
    ["no databases at all", (folder) => { for (const name of readdirSync(folder)) rmSync(joinPath(folder, name), { recursive: true }); }, /no databases/],
  ];
  for (const [what, spoil, message] of spoilt)
    it(`with ${what} nothing is restored of any county`, async () => {
      const folder = joinPath(folders[1], "spoilt");
      rmSync(folder, { recursive: true, force: true });
      cpSync(kept, folder, { recursive: true });
      await spoil(folder);
      const { code, err } = await anslut("restore", folder);
      assert.match(err, message);
      assert.notEqual(code, 0);
      assert.equal(await total(server), 2, "as it was");
    });

  it("a county that is not served is named, and the server goes on", async () => {
    const folder = joinPath(folders[1], "stranger");
    mkdirSync(folder);
    cpSync(joinPath(kept, "varmland.db"), joinPath(folder, "narnia.db"));
    const { code, err } = await anslut("restore", folder);
    assert.notEqual(code, 0);
    assert.match(err, /narnia/);
    assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    assert.ok(!existsSync(server.database("narnia")));
  });
});

describe("a commitment that somebody changed", () => {
  it("is found by verify, and named", async () => {
    const server = await startServer();
    for (const i of [1, 2]) await join(server, COUNTY, someone(i));
    await server.stop();
    const database = server.database(COUNTY);
    assert.equal((await run(["verify", "--data", server.data])).code, 0);
    const update = "UPDATE commitment SET document = replace(document, 'frivillig', 'bindande') || ' ' WHERE member = 2";
    await assert.rejects(sql(database, update), /a commitment is never changed/);
    await sql(database, `DROP TRIGGER commitment_is_sealed; ${update}`);
    const { code, out } = await run(["verify", "--lang", "en", "--data", server.data]);
    assert.equal(code, 1);
    assert.match(out, /^ {2}member 2: the commitment does not match its hash$/m);
    assert.match(out, /^vastmanland: 2 commitments, 1 wrong$/m);
    await server.cleanUp();
  });
});
