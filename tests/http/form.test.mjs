// The form as a whole: what is kept, what is asked, what is sent once.
import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { open, problems, send, title, typed } from "./form.mjs";
import { checkFields, fillForm, mailedLink } from "./join.mjs";
import { countyFolder, eventually, mails, sql, startServer } from "./server.mjs";
import { fillIn, post, readForm, request } from "./visitor.mjs";

const count = (server, county, table = "member") => sql(server.database(county), `SELECT count(*) FROM ${table}`).then(Number);
const start = { name: "Åby IF", kind: "association", org_number: "802000-0009", municipality: "1780" };

describe("what has been typed", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("is still there after going back from any page, finished or not", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const second = await open(server, first.headers.location);
    const half = { contribution: "Halvfärdigt", focus: ["makt", "halsa"], "goals.1.text": "Ett mål" };
    const back = await send(server, second, half, "_back");
    assert.equal(back.status, 303);
    const before = await open(server, back.headers.location);
    assert.ok(before.path.endsWith("/organisation"));
    assert.deepEqual(typed(before.text), start);
    const again = await open(server, first.headers.location);
    assert.deepEqual(typed(again.text), { ...half, "goals.1.area": "", "goals.1.year": "" });
  });

  it("is still there when a page was sent with faults", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const page = await open(server, first.headers.location);
    assert.equal((await send(server, page, { contribution: "för kort" })).status, 422);
    assert.equal(typed((await open(server, first.headers.location)).text).contribution, "för kort");
  });

  it("stays as it was written: line breaks, leading blanks, quotes, odd characters", async () => {
    const contribution = "  \n\nRad ett\nRad två & <tre> \"fyra\" 'fem' é 🚀 &amp; {name}\n";
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const page = await open(server, first.headers.location);
    await send(server, page, { contribution, focus: ["makt"] });
    assert.equal(typed((await open(server, first.headers.location)).text).contribution, contribution);
  });

  it("before the first page is right nothing is stored at all", async () => {
    const before = await count(server, "varmland", "draft");
    await send(server, await open(server, "/varmland/anslut/ny"), { name: "Åby" });
    assert.equal(await count(server, "varmland", "draft"), before);
  });

  it("a page that is not to be reached yet leads to what is missing", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const check = first.headers.location.replace(/[^/]*$/, "kontrollera");
    const page = await request(server.origin + check);
    assert.equal(page.status, 302);
    assert.match(page.headers.location, /\/bidrag\?fel=1$/);
    const shown = await request(server.origin + page.headers.location);
    assert.ok(Object.keys(problems(shown.text)).length >= 2);
  });

  it("a form that is not there, or no more, is 404 or 410 with a page", async () => {
    assert.equal((await request(`${server.origin}/varmland/anslut/${"A".repeat(32)}/organisation`)).status, 410);
    assert.equal((await request(`${server.origin}/varmland/anslut/ny/ingenstans`)).status, 404);
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const other = first.headers.location.replace("/varmland/", "/vastmanland/");
    assert.equal((await request(server.origin + other)).status, 410, "another county's form");
  });
});

describe("questions that depend on answers", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("come up on the same page, and are no fault before they were seen", async () => {
    const page = await open(server, "/varmland/anslut/ny");
    const more = await send(server, page, { ...start, kind: "joint" });
    assert.equal(more.status, 200);
    assert.ok(more.text.includes("Era svar gör att vi har några frågor till"));
    assert.ok(more.text.includes('name="parts"') && !more.text.includes('name="municipality"'));
    const missing = await send(server, more, {});
    assert.equal(missing.status, 422);
    assert.deepEqual(Object.keys(problems(missing.text)), ["f-parts"]);
  });

  it("hidden answers are not stored with the member, and come back when shown again", async () => {
    const path = await fillForm(server, "varmland");
    const step = path.replace(/[^/]*$/, "");
    const set = async (kind) => send(server, await open(server, `${step}organisation`), { kind });
    await set("region");
    assert.ok(!(await open(server, `${step}manniskor`)).text.includes("Sunne"));
    assert.ok(!(await request(server.origin + path)).text.includes("I vilken kommun arbetar"));
    await set("municipality");
    assert.equal(typed((await open(server, `${step}organisation`)).text).municipality, "1766", "restored");
    await set("region");
    const answer = await post(server.origin + path, await checkFields(server, path));
    assert.equal(answer.status, 303);
    const stored = await sql(server.database("varmland"), "SELECT answers || municipality FROM member");
    assert.ok(stored.includes('"region"'));
    assert.ok(!stored.includes("1766"), stored);
  });
});

describe("rows of a group", () => {
  let server, path;
  before(async () => {
    server = await startServer();
    path = (await send(server, await open(server, "/varmland/anslut/ny"), start)).headers.location;
  });
  after(() => server.cleanUp());
  const press = async (answers, button) => {
    const answer = await send(server, await open(server, path), answers, button);
    assert.equal(answer.status, 303);
    return open(server, answer.headers.location);
  };

  it("are added without losing what stands in the others", async () => {
    await press({ contribution: "Utkast", "goals.1.text": "Första", "goals.1.year": "2027" }, ["_add", "goals"]);
    const page = await press({ "goals.2.text": "Andra" }, ["_add", "goals"]);
    assert.deepEqual(Object.entries(typed(page.text)).filter(([name]) => /text$/.test(name)),
      [["goals.1.text", "Första"], ["goals.2.text", "Andra"], ["goals.3.text", ""]]);
    assert.equal(typed(page.text).contribution, "Utkast");
  });

  it("are removed, and the later ones move up", async () => {
    const page = await press({ "goals.3.text": "Tredje" }, ["_remove", "goals.1"]);
    const values = typed(page.text);
    assert.deepEqual([values["goals.1.text"], values["goals.2.text"], values["goals.3.text"]], ["Andra", "Tredje", undefined]);
    assert.equal(values["goals.1.year"], "");
  });

  it("are never more than the county allows, nor by any made-up number", async () => {
    for (let i = 0; i < 12; i++) await press({}, ["_add", "goals"]);
    const page = await open(server, path);
    assert.ok(page.text.includes('name="goals.9.text"') && !page.text.includes('name="goals.10.text"'));
    assert.ok(!page.text.includes('name="_add"'));
    for (const row of ["goals.0", "goals.99999999999999999999", "goals.-1", "goals.", "nothing.1", "goals.1.text"])
      await press({}, ["_remove", row]);
    const answer = await send(server, await open(server, path),
      { contribution: "Vi räknar kvinnor och män.", focus: "makt", "goals.10.text": "Tionde", "goals.1000000000.text": "x" });
    assert.ok([303, 422].includes(answer.status));
    assert.ok(!(await open(server, path)).text.includes("Tionde"));
  });
});

describe("save and go on later", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("mails a link that leads back to everything", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const saved = await send(server, await open(server, first.headers.location), { contribution: "Mer kommer" }, "_save");
    const page = await open(server, saved.headers.location);
    assert.ok(page.path.endsWith("/spara"));
    const wrong = await send(server, page, { email: "nej" });
    assert.equal(wrong.status, 422);
    assert.ok(title(wrong.text).startsWith("Fel: "));
    assert.equal(typed(wrong.text).email, "nej");
    const sent = await send(server, page, { email: "sen@exempel.se" });
    assert.equal(sent.status, 200);
    assert.ok(sent.text.includes("sen@exempel.se"));
    const { mail, path } = await mailedLink(server, "sen@exempel.se", "anslut");
    assert.equal(mail.subject, "Fortsätt med er anslutning till Ett jämställt Värmland");
    const resumed = await open(server, path);
    assert.equal(resumed.status, 200);
    const contribution = await open(server, `${path}/bidrag`);
    assert.equal(typed(contribution.text).contribution, "Mer kommer");
  });

  it("nothing is mailed by a form of somebody else's", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    const path = first.headers.location.replace(/[^/]*$/, "spara");
    const { action, fields } = readForm((await open(server, path)).text);
    const before = mails(server).length;
    const foreign = await post(server.origin + action, fillIn(fields, { _stamp: "x", email: "offer@exempel.se" }));
    assert.equal(foreign.status, 403);
    assert.equal(typed(foreign.text).email, "offer@exempel.se");
    assert.equal(mails(server).length, before);
  });

  it("is kept for thirty days", async () => {
    const first = await send(server, await open(server, "/varmland/anslut/ny"), start);
    await server.stop();
    const soon = await startServer({ data: server.data, time: "+29d" });
    assert.equal((await open(soon, first.headers.location)).status, 200);
    await soon.stop();
    const later = await startServer({ data: server.data, time: "+31d" });
    const gone = await open(later, first.headers.location);
    assert.equal(gone.status, 410);
    assert.ok(gone.text.includes("Formuläret finns inte kvar"));
    await later.stop();
  });
});

describe("a form's stamp and version", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());
  const page = async () => open(server, "/varmland/anslut/ny");
  const sendWith = async (changes, options) => {
    const { action, fields } = readForm((await page()).text);
    return post(server.origin + action, [...fillIn(fields, { ...start, ...changes }), ["_next", "1"]], options);
  };

  const foreign = [
    ["no stamp", { _stamp: "" }],
    ["a made-up stamp", { _stamp: "A".repeat(43) }],
  ];
  for (const [what, changes] of foreign)
    it(`${what} is 403, and the page comes back with everything and a good stamp`, async () => {
      const answer = await sendWith(changes);
      assert.equal(answer.status, 403);
      assert.deepEqual(typed(answer.text), start);
      assert.ok(answer.text.includes("Vi kunde inte se att svaren kom från det här formuläret"));
      assert.equal((await send(server, answer)).status, 303);
    });

  it("the stamp of another county is foreign", async () => {
    const { fields } = readForm((await open(server, "/vastmanland/anslut/ny")).text);
    assert.equal((await sendWith({ _stamp: fields.find(([name]) => name === "_stamp")[1] })).status, 403);
  });

  const origins = [
    [{ Origin: "https://elak.example" }, 403], [{ Origin: "null" }, 403], [{ "Sec-Fetch-Site": "cross-site" }, 403],
    [{ "Sec-Fetch-Site": "same-site" }, 403], [{ "Sec-Fetch-Site": "same-origin" }, 303],
  ];
  for (const [headers, status] of origins)
    it(`a form with ${JSON.stringify(headers)} is answered with ${status}`, async () => {
      assert.equal((await sendWith({}, { headers })).status, status);
    });

  it("a page that stood open for more than a day is sent back whole, and the next press works", async () => {
    const old = await page();
    await server.stop();
    const later = await startServer({ data: server.data, time: "+25h" });
    const { action, fields } = readForm(old.text);
    const answer = await post(later.origin + action, [...fillIn(fields, start), ["_next", "1"]]);
    assert.equal(answer.status, 422);
    assert.ok(answer.text.includes("Sidan har varit öppen länge"));
    assert.deepEqual(typed(answer.text), start);
    assert.equal((await send(later, answer)).status, 303);
    await later.stop();
    server = await startServer({ data: server.data });
  });
});

describe("a script that changes while somebody fills in its form", () => {
  it("sends each page back once with what was typed, and never mixes versions", async () => {
    const counties = countyFolder("counties/varmland");
    const server = await startServer({ counties });
    const file = joinPath(counties, "varmland", "join.lua");
    const change = async () => {
      const before = (await open(server, "/varmland/anslut/ny")).text;
      writeFileSync(file, readFileSync(file, "utf8").replace("Vad heter organisationen?", "Vad kallas organisationen?"));
      appendFileSync(file, `-- ${Date.now()}\n`);
      server.child.kill("SIGHUP");
      const version = (html) => readForm(html).fields.find(([name]) => name === "_version")[1];
      await eventually(async () => version((await open(server, "/varmland/anslut/ny")).text) !== version(before));
    };
    const first = await open(server, "/varmland/anslut/ny");
    await change();
    const answer = await send(server, first, start);
    assert.equal(answer.status, 409);
    assert.ok(answer.text.includes("Formuläret har ändrats sedan ni började"));
    assert.ok(answer.text.includes("Vad kallas organisationen?"));
    assert.deepEqual(typed(answer.text), start);
    assert.equal((await send(server, answer)).status, 303);

    const check = await fillForm(server, "varmland");
    const fields = await checkFields(server, check);
    await change();
    const late = await post(server.origin + check, fields);
    assert.equal(late.status, 409);
    assert.equal(await count(server, "varmland"), 0, "nothing was sent");
    assert.equal((await post(server.origin + check, await checkFields(server, check))).status, 303);
    await server.cleanUp();
    rmSync(counties, { recursive: true });
  });
});
