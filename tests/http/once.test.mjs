// One organisation joins a county once, whoever sends what how often, and a
// public form tells nobody who is a member.
import assert from "node:assert/strict";
import { rmSync, readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { open, send } from "./form.mjs";
import { checkFields, fillForm, join, mailedLink, orgNumber, press, sendForm } from "./join.mjs";
import { countyFolder, eventually, mails, sql, startServer } from "./server.mjs";
import { post, request } from "./visitor.mjs";

const rows = async (server, county, text) => sql(server.database(county), text);
const count = async (server, county, table) => Number(await rows(server, county, `SELECT count(*) FROM ${table}`));
const mailsTo = (server, to) => mails(server).filter((mail) => mail.to.includes(to));
// A page but for what may differ between two askings of the same page.
const neutral = ({ status, headers, text }) => ({ status, text, headers: { ...headers, date: "", etag: "" } });

describe("a form that is sent", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("twice makes one member and one mail, and both times the same answer", async () => {
    const path = await fillForm(server, "vastmanland");
    const fields = await checkFields(server, path);
    const first = await post(server.origin + path, fields);
    const second = await post(server.origin + path, fields);
    assert.deepEqual(neutral(second), neutral(first));
    assert.equal(await count(server, "vastmanland", "member"), 1);
    assert.equal(await count(server, "vastmanland", "commitment"), 1);
    assert.equal(await count(server, "vastmanland", "mail"), 1);
  });

  it("twenty times at once makes one member and one mail", async () => {
    const path = await fillForm(server, "stockholm");
    const fields = await checkFields(server, path);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(server.origin + path, fields)));
    assert.deepEqual([...new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`))], ["303 /stockholm/anslut/klart"]);
    assert.equal(await count(server, "stockholm", "member"), 1);
    assert.equal(await count(server, "stockholm", "mail"), 1);
  });

  it("leads to its end from any of its pages, and keeps no answers", async () => {
    const { path } = await sendForm(server, "varmland");
    for (const page of ["kontrollera", "organisation", "spara"]) {
      const { status, headers } = await request(server.origin + path.replace("kontrollera", page));
      assert.deepEqual([status, headers.location], [302, "/varmland/anslut/klart"]);
    }
    const changed = await post(server.origin + path.replace("kontrollera", "organisation"), { name: "En annan" });
    assert.equal(changed.headers.location, "/varmland/anslut/klart");
    assert.equal(await rows(server, "varmland", "SELECT count(*) FROM draft WHERE length(raw) > 0"), "0");
    assert.equal(await rows(server, "varmland", "SELECT name FROM member"), "Sunne kommun");
  });

  it("by two visitors for one organisation at once makes one member when both confirm", async () => {
    const two = ["ett@exempel.se", "tva@exempel.se"];
    const number = orgNumber(40);
    const paths = [];
    for (const email of two) paths.push(await fillForm(server, "vastmanland", { name: "Två dörrar", org_number: number, email }));
    const fields = [];
    for (const path of paths) fields.push(await checkFields(server, path));
    const sent = await Promise.all(paths.map((path, i) => post(server.origin + path, fields[i])));
    assert.deepEqual(neutral(sent[0]), neutral(sent[1]));
    const links = [];
    for (const email of two) links.push((await mailedLink(server, email, "bekrafta")).path);
    const pressed = await Promise.all(links.map((path) => press(server, path)));
    assert.deepEqual(pressed.map(({ status }) => status).sort(), [200, 303]);
    assert.ok(pressed.find(({ status }) => status === 200).text.includes("Organisationen är redan ansluten"));
    assert.equal(await rows(server, "vastmanland", `SELECT count(*) FROM member WHERE org_number = '${number}' AND state = 'public'`), "1");
  });
});

describe("an organisation that has joined already", () => {
  let server, fresh, again;
  before(async () => {
    server = await startServer();
    await join(server, "vastmanland", { email: "medlem@exempel.se" });
    const page = async (changes) => {
      const path = await fillForm(server, "vastmanland", changes);
      const check = await request(server.origin + path);
      const sent = await post(server.origin + path, await checkFields(server, path));
      return { path, check, sent, end: await request(server.origin + sent.headers.location) };
    };
    fresh = await page({ name: "Helt ny", org_number: orgNumber(1), email: "ny@exempel.se" });
    again = await page({ name: "Helt ny", email: "igen@exempel.se" });
  });
  after(() => server.cleanUp());

  it("gets the answers of one that has not, to the byte", () => {
    const same = ({ path, check }, number) => check.text.replaceAll(path.split("/").at(-2), "")
      .replace(/name="_stamp"[^>]*>/, "").replaceAll(number, "").replaceAll(/\w+@exempel\.se/g, "");
    const digits = orgNumber(1);
    assert.equal(same(again, "802000-0009"), same(fresh, `${digits.slice(0, 6)}-${digits.slice(6)}`));
    assert.deepEqual(neutral(again.sent), neutral(fresh.sent));
    assert.deepEqual(neutral(again.end), neutral(fresh.end));
  });

  it("is told by mail what to do: who filled in the form, and the member", async () => {
    const told = await eventually(() => mailsTo(server, "igen@exempel.se")[0]);
    assert.equal(told.subject, "Helt ny är redan ansluten till Ett jämställt Västmanland");
    assert.match(told.plain, /det blev\s+ingen\s+ny\s+anslutning/);
    assert.ok(!/bekrafta/.test(told.plain));
    const notice = await eventually(() => mailsTo(server, "medlem@exempel.se").find((mail) => mail.subject.startsWith("Någon")));
    assert.match(notice.subject, /har fyllt i formuläret för .* igen/);
    assert.equal(mailsTo(server, "igen@exempel.se").length, 1);
  });

  it("is stored as it was", async () => {
    assert.equal(await rows(server, "vastmanland", "SELECT name FROM member WHERE state = 'public'"), "Åby Idrottsförening");
  });

  it("is the same in every way of writing its number", async () => {
    for (const [i, number] of ["8020000009", "802000 0009", "16802000-0009", "SE802000000901"].entries()) {
      const path = await fillForm(server, "vastmanland", { org_number: number, email: `form${i}@exempel.se` }).catch(() => null);
      if (!path) continue; // a way of writing that is not taken at all
      await post(server.origin + path, await checkFields(server, path));
      const mail = await eventually(() => mailsTo(server, `form${i}@exempel.se`)[0]);
      assert.match(mail.subject, /är redan ansluten/, number);
    }
    assert.ok(mailsTo(server, "form0@exempel.se").length && mailsTo(server, "form1@exempel.se").length);
  });

  it("may join another county", async () => {
    await join(server, "stockholm", { org_number: "802000-0009", email: "medlem@exempel.se" });
    assert.equal(await count(server, "stockholm", "member"), 1);
  });
});

describe("who may not join", () => {
  const counties = countyFolder("counties/stockholm");
  let server;
  before(async () => {
    const file = joinPath(counties, "stockholm", "join.lua");
    const text = readFileSync(file, "utf8");
    const limited = text.replace(/may_join \{[^}]*\}/, 'may_join { "municipality", "region", "state", "association" }');
    assert.notEqual(limited, text);
    writeFileSync(file, limited);
    server = await startServer({ counties });
  });
  after(async () => { await server.cleanUp(); rmSync(counties, { recursive: true }); });

  const first = { name: "Jag själv", org_number: "802000-0009", municipality: "0180" };
  it("is told so on a friendly page, with a way back, and nothing is sent", async () => {
    const page = await open(server, "/stockholm/anslut/ny");
    const answer = await send(server, page, { ...first, kind: "other" });
    assert.equal(answer.status, 200);
    assert.ok(answer.text.includes("Följ arbetet i nyhetsbrevet"));
    assert.ok(!answer.text.includes("Fel:"));
    const back = answer.text.match(/href="(\/stockholm\/anslut\/[\w-]+\/organisation)"/);
    assert.ok(back);
    assert.equal((await open(server, back[1])).status, 200);
    assert.equal(await count(server, "stockholm", "member"), 0);
  });

  it("cannot get past it by any page further on", async () => {
    const page = await open(server, "/stockholm/anslut/ny");
    const good = await send(server, page, { ...first, kind: "municipality" });
    assert.equal(good.status, 303);
    const changed = await send(server, await open(server, good.headers.location.replace(/[^/]*$/, "organisation")), { kind: "company" });
    assert.equal(changed.status, 200);
    const check = await request(server.origin + good.headers.location.replace(/[^/]*$/, "kontrollera"));
    assert.equal(check.status, 302);
    assert.ok(check.headers.location.includes("/organisation"));
  });

  it("is whom the start page does not name", async () => {
    const { text } = await request(`${server.origin}/stockholm/anslut`);
    assert.ok(text.includes("Kommun") && text.includes("Region"));
  });
});

describe("mails to one address", () => {
  it("are at most five a day, then 429 in Swedish, and the form can be sent tomorrow", async () => {
    const server = await startServer();
    const send = async (i) => (await sendForm(server, "vastmanland", { name: `Nr ${i}`, org_number: orgNumber(i), email: i % 2 ? "offer@exempel.se" : "Offer@Exempel.SE" }));
    for (let i = 0; i < 5; i++) assert.equal((await send(i)).answer.status, 303);
    const { path, answer } = await send(5);
    assert.equal(answer.status, 429);
    assert.ok(answer.text.includes("Vi har redan skickat flera mejl till adressen i dag"));
    assert.equal(await count(server, "vastmanland", "member"), 5);
    assert.equal((await request(server.origin + path)).status, 200, "the form is as it was");
    await eventually(() => mails(server).length === 5);
    await server.stop();
    const tomorrow = await startServer({ data: server.data, time: "+25h" });
    assert.equal((await post(tomorrow.origin + path, await checkFields(tomorrow, path))).status, 303);
    await tomorrow.cleanUp();
  });

  it("forms from one address are at most so many a minute, then 429 and when to try again", async () => {
    const server = await startServer({ flags: ["--post-rate", "3"] });
    const page = await open(server, "/vastmanland/anslut/ny");
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await send(server, page, {}));
    assert.deepEqual(answers.map(({ status }) => status), [422, 422, 422, 429, 429]);
    assert.match(answers[3].headers["retry-after"], /^\d+$/);
    assert.match(answers[3].text, /^Det kom för många svar på kort tid\. Vänta en minut/);
    assert.equal((await request(`${server.origin}/vastmanland/`)).status, 200, "reading is not limited");
    await server.cleanUp();
  });
});
