// Versions of a county's scripts, as visitors and operators meet them.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { open, send, typed } from "./form.mjs";
import { answers, checkFields, fillForm, join as joinCounty, press } from "./join.mjs";
import { countyFolder, eventually, run, sql, startServer } from "./server.mjs";
import { fillIn, post, readForm, request, unescape } from "./visitor.mjs";

const start = { name: "Säffle scoutkår", kind: "association", org_number: "802000-0009", municipality: "1785" };
const version = (html) => readForm(html).fields.find(([name]) => name === "_version")[1];
const text = (html) => unescape(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

/** A server with one county whose scripts a test changes. */
async function changing(county = "counties/varmland") {
  const counties = countyFolder(county);
  const slug = county.split("/").pop();
  const server = await startServer({ counties });
  const file = (name) => join(counties, slug, name);
  const newest = () => Math.max(0, ...readdirSync(join(server.data, "versions", slug, "versions")).map(Number));
  /** Change a script and wait until the server shows it. */
  const change = async (name, ...edits) => {
    const number = newest();
    let script = readFileSync(file(name), "utf8");
    for (const [from, to] of edits) {
      assert.ok(script.includes(from), `${from} stands in ${name}`);
      script = script.replace(from, to);
    }
    writeFileSync(file(name), script);
    server.child.kill("SIGHUP");
    await eventually(() => newest() > number);
    // kept is not yet shown
    const shown = JSON.parse(readFileSync(join(server.data, "versions", slug, "versions", String(newest())), "utf8")).content;
    await eventually(async () => version((await open(server, `/${slug}/anslut/ny`)).text) === shown);
  };
  const cleanUp = async () => { await server.cleanUp(); rmSync(counties, { recursive: true }); };
  return { server, counties, slug, file, change, newest, cleanUp };
}

const renamed = ['question.long_text "contribution" {', 'question.long_text "bidrag" {\n      was = "contribution",'];
const removed = [/    question\.group "goals" \{[\s\S]*?\n    \},\n/.exec(readFileSync(new URL("../../counties/varmland/join.lua", import.meta.url), "utf8"))[0], ""];
const added = ['    question.by_sex "employees" {', '    question.yes_no "plan" { label = "Har ni en plan?" },\n    question.by_sex "employees" {'];

describe("a form that is brought to the newest version", () => {
  let c;
  before(async () => { c = await changing(); });
  after(() => c.cleanUp());
  let path;

  it("carries over what it can, and says what is lost, what is new and what came along", async () => {
    const first = await send(c.server, await open(c.server, "/varmland/anslut/ny"), start);
    path = first.headers.location.replace(/\/[^/]*$/, "");
    await send(c.server, await open(c.server, `${path}/bidrag`),
      { contribution: "Vi räknar på varje styrelse.", focus: ["makt"], "goals.1.text": "Lika många" });
    await c.change("join.lua", renamed, removed, added);
    const page = await open(c.server, `${path}/bidrag`);
    assert.equal(page.status, 200);
    assert.equal(typed(page.text).bidrag, "Vi räknar på varje styrelse.");
    const said = text(page.text);
    assert.match(said, /Formuläret har ändrats sedan ni började/);
    assert.match(said, /frågar vi inte om längre.*Egna mål/);
    assert.match(said, /Det här är nytt: Har ni en plan\?/);
    assert.match(said, /Era svar på \d+ andra frågor har vi tagit med/);
  });

  it("keeps the lost answer in the form, and shows it again when the question is back", async () => {
    const next = await send(c.server, await open(c.server, `${path}/bidrag`), {});
    assert.equal(next.status, 303);
    const raw = await sql(c.server.database("varmland"), "SELECT raw FROM draft");
    assert.match(raw, /"goals.1.text","Lika många"/);
    const again = await open(c.server, `${path}/bidrag`);
    assert.doesNotMatch(text(again.text), /Formuläret har ändrats/);
    await c.change("join.lua", ['    question.yes_no "plan"', `${removed[0]}    question.yes_no "plan"`]);
    const steps = await open(c.server, `${path}/manniskor`);
    assert.equal(typed(steps.text)["goals.1.text"], "Lika många");
  });

  it("keeps what stood in a page that was open when the form changed", async () => {
    const page = await open(c.server, `${path}/bidrag`);
    await c.change("join.lua", ['question.long_text "bidrag" {\n      was = "contribution",', 'question.long_text "insats" {\n      was = { "bidrag", "contribution" },']);
    const answer = await send(c.server, page, { bidrag: "Skrivet medan ni ändrade i formuläret." });
    assert.equal(answer.status, 409);
    assert.equal(typed(answer.text).insats, "Skrivet medan ni ändrade i formuläret.");
    const later = await open(c.server, `${path}/bidrag`);
    assert.equal(typed(later.text).insats, "Skrivet medan ni ändrade i formuläret.", "whoever leaves there finds it again");
    assert.equal((await send(c.server, answer)).status, 303);
  });

  it("leads on from a step that is not there any more", async () => {
    const page = await open(c.server, `${path}/bidrag`);
    await c.change("join.lua", ['step "bidrag" {', 'step "insats" {']);
    const led = await open(c.server, `${path}/bidrag`);
    assert.equal(led.status, 200);
    assert.match(led.path, /\/(insats|manniskor|kontrollera)$/);
    const answer = await send(c.server, page, { insats: "Skrivet i ett steg som försvann." });
    assert.equal(answer.status, 409);
    assert.equal(typed((await open(c.server, `${path}/insats`)).text).insats, "Skrivet i ett steg som försvann.");
  });

  it("is sent with the newest version", async () => {
    const hash = version((await open(c.server, "/varmland/anslut/ny")).text);
    const form = await fillForm(c.server, "varmland", { insats: answers.varmland.contribution, plan: "yes" });
    assert.equal((await post(c.server.origin + form, await checkFields(c.server, form))).status, 303);
    assert.equal(await sql(c.server.database("varmland"), "SELECT script_version FROM member"), hash);
  });
});

describe("a form that is finished as it was begun", () => {
  let c;
  before(async () => {
    c = await changing();
    await c.change("join.lua", ['join {', 'join {\n  when_changed = "finish",']);
  });
  after(() => c.cleanUp());

  it("asks what it asked, says so, and is sealed with the words of then", async () => {
    const check = await fillForm(c.server, "varmland");
    const begun = version((await open(c.server, check)).text);
    await c.change("join.lua", renamed, removed, added);
    await c.change("county.lua", ['colour = "', 'colour = "#005b53", -- "']);
    const page = await open(c.server, check);
    assert.equal(page.status, 200);
    assert.equal(version(page.text), begun);
    assert.match(text(page.text), /Ni går vidare med det som ni påbörjade/);
    assert.match(text(page.text), /Egna mål/);
    const theme = page.text.match(/href="([^"]*\/tema\/[^"]*)"/)[1];
    assert.equal((await request(c.server.origin + theme)).status, 200, "the frame is today's");
    assert.equal((await post(c.server.origin + check, await checkFields(c.server, check))).status, 303);
    assert.equal(await sql(c.server.database("varmland"), "SELECT script_version FROM member"), begun);
    const sealed = JSON.parse(await sql(c.server.database("varmland"), "SELECT document FROM commitment"));
    assert.equal(sealed.script_version, begun);
    assert.ok(sealed.answers.some(({ question }) => question === "goals"));
  });

  it("does so from the first page on, before anything is stored", async () => {
    const page = await open(c.server, "/varmland/anslut/ny");
    const begun = version(page.text);
    await c.change("join.lua", ["Vad heter organisationen?", "Vad kallas organisationen?"]);
    const answer = await send(c.server, page, start);
    assert.equal(answer.status, 303);
    assert.equal(version((await open(c.server, answer.headers.location)).text), begun);
  });

  it("lets nobody choose a version that no page of ours was of", async () => {
    const page = await open(c.server, "/varmland/anslut/ny");
    const [older] = readdirSync(join(c.server.data, "versions/varmland/contents")).filter((name) => name !== version(page.text));
    const { action, fields } = readForm(page.text);
    const answer = await post(c.server.origin + action, [...fillIn(fields, { ...start, _version: older }), ["_next", "1"]]);
    assert.equal(answer.status, 403);
    assert.equal(version(answer.text), version(page.text));
  });

  it("is brought to the newest when its version cannot be had any more", async () => {
    const first = await send(c.server, await open(c.server, "/varmland/anslut/ny"), start);
    const begun = version((await open(c.server, first.headers.location)).text);
    await c.change("join.lua", ["Vad kallas organisationen?", "Vad heter organisationen?"]);
    await c.server.stop();
    rmSync(join(c.server.data, "versions/varmland/contents", begun));
    const server = await startServer({ counties: c.counties, data: c.server.data });
    const page = await open(server, first.headers.location);
    assert.equal(page.status, 200);
    assert.notEqual(version(page.text), begun);
    assert.match(text(page.text), /Formuläret har ändrats sedan ni började/);
    await server.stop();
  });
});

describe("a member of an older version", () => {
  let c;
  const profile = async () => JSON.parse((await request(`${c.server.origin}/varmland/anslutna/sunne-kommun.json`)).text);
  const field = async (id) => (await profile()).fields.find((one) => one.id === id);
  const csv = async () => (await request(`${c.server.origin}/varmland/anslutna.csv`)).text.replace(/^\uFEFF/, "").trim().split("\r\n").map((row) => row.slice(1, -1).split('";"'));
  let welcome;
  before(async () => {
    c = await changing();
    ({ welcome } = await joinCounty(c.server, "varmland"));
  });
  after(() => c.cleanUp());

  it("keeps the labels that it answered, also of what was renamed, retyped or taken away", async () => {
    const before = await profile();
    await c.change("join.lua", renamed, removed, ['profile = "Så bidrar vi till Ett jämställt Värmland"', 'profile = "Vår insats"']);
    const now = await profile();
    assert.deepEqual(now.fields, before.fields);
    assert.ok(now.fields.some(({ id, label }) => id === "goals" && label === "Våra mål"));
    assert.equal((await open(c.server, "/varmland/anslutna/sunne-kommun")).status, 200);
  });

  it("hides what the county has made private since", async () => {
    await c.change("join.lua", ['report = "Bidrag",', 'report = "Bidrag", public = false,'], ["      public = true,\n      shortest = 20,", "      shortest = 20,"]);
    assert.equal(await field("contribution"), undefined);
    await c.change("join.lua", ['report = "Bidrag", public = false,', 'report = "Bidrag", public = true,']);
    assert.equal((await field("contribution")).value, answers.varmland.contribution);
  });

  it("does not show what it was told would not be shown", async () => {
    await c.change("join.lua", ['report = "Anställda",', 'report = "Anställda", public = true,']);
    assert.equal(await field("employees"), undefined);
  });

  it("stands in the export under the columns of today, and of what is not asked any more", async () => {
    const [heads, row] = await csv();
    assert.equal(row[heads.indexOf("Bidrag")], answers.varmland.contribution);
    const gone = heads.indexOf("Våra mål (frågas inte längre)");
    assert.ok(gone > 0, heads.join());
    assert.match(row[gone], /Hälften av cheferna är kvinnor/);
    assert.equal(row[heads.indexOf("Anställda")], "");
  });

  it("keeps its package, though an item is not given any more", async () => {
    const before = await open(c.server, welcome);
    const script = readFileSync(c.file("welcome.lua"), "utf8");
    const item = script.match(/ {2}diploma "[^"]+" \{[\s\S]*?\n {2}\},\n/)[0];
    const href = before.text.match(/href="([^"]*\/diplom\/[^"]*)"/)[1];
    const letter = script.includes("diploma") && (await request(c.server.origin + href)).text.match(/<h1[\s\S]*?<\/h1>/)[0];
    await c.change("welcome.lua", [item, ""]);
    assert.equal((await request(c.server.origin + href)).text.match(/<h1[\s\S]*?<\/h1>/)[0], letter);
    assert.ok((await open(c.server, welcome)).text.includes(href));
  });

  it("shows what was sealed when its version cannot be had any more, and no page fails", async () => {
    const hash = await sql(c.server.database("varmland"), "SELECT script_version FROM member");
    await c.server.stop();
    rmSync(join(c.server.data, "versions/varmland/contents", hash));
    c.server = Object.assign(c.server, await startServer({ counties: c.counties, data: c.server.data }));
    const { label, value } = await field("bidrag");
    assert.equal(label, "Så bidrar vi till Ett jämställt Värmland");
    assert.equal(value, answers.varmland.contribution);
    assert.equal(await field("employees"), undefined, "public today, and not known to have been");
    for (const path of ["/varmland/anslutna", "/varmland/anslutna/sunne-kommun", "/varmland/anslutna.csv", welcome, `${welcome}/atagande`])
      assert.equal((await request(c.server.origin + path)).status, 200, path);
    const { code, out } = await run(["verify", "--data", c.server.data]);
    assert.equal(code, 1);
    assert.match(out, /varmland: \d+ versions, [1-9]/);
  });
});
