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

describe("an area that gets another name", () => {
  let c;
  before(async () => { c = await changing(); });
  after(() => c.cleanUp());

  it("keeps who is half-way, its members and its links", async () => {
    await joinCounty(c.server, "varmland");
    const first = await send(c.server, await open(c.server, "/varmland/anslut/ny"), start);
    const path = first.headers.location.replace(/\/[^/]*$/, "");
    await send(c.server, await open(c.server, `${path}/bidrag`), { contribution: "Vi räknar på varje styrelse.", focus: ["makt"], "goals.1.text": "Lika många", "goals.1.area": "makt" });
    writeFileSync(c.file("tests.lua"), ""); // it speaks of the old name
    await c.change("strategy.lua", ['area "makt" {', 'area "inflytande" {\n    was = "makt",']);
    const page = await open(c.server, `${path}/bidrag`);
    const checked = [...page.text.matchAll(/<input[^>]*\bchecked\b[^>]*>/g)].map(([tag]) => tag.match(/value="([^"]*)"/)?.[1]);
    assert.ok(checked.includes("inflytande"), checked.join());
    assert.doesNotMatch(text(page.text), /behöver svara på nytt/);
    const names = async (area) => JSON.parse((await request(`${c.server.origin}/varmland/anslutna.json?omrade=${area}`)).text).members.map((one) => one.name);
    await eventually(async () => (await names("inflytande")).includes("Sunne kommun"), 10000);
    assert.deepEqual(await names("makt"), ["Sunne kommun"], "an older link leads where it did");
    const profile = JSON.parse((await request(`${c.server.origin}/varmland/anslutna/sunne-kommun.json`)).text);
    assert.ok(profile.areas.some((one) => one.id === "inflytande"), JSON.stringify(profile.areas));
    const { out } = await run(["check", "--impact", "varmland", "--data", c.server.data, "--counties", c.counties, "--json"]);
    const [told] = JSON.parse(out);
    assert.deepEqual([told.drafts, told.drafts_hit, told.lacking], [1, 0, 0]);
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
    const { code, out } = await run(["verify", "--lang", "en", "--data", c.server.data]);
    assert.equal(code, 1);
    assert.match(out, /varmland: \d+ versions, [1-9]/);
  });
});

describe("the versions of a county, at the command line", () => {
  let c;
  const versions = async (...more) => run(["versions", "varmland", "--data", c.server.data, ...more]);
  const list = async () => JSON.parse((await versions("--json")).out);
  const brand = async () => JSON.parse((await request(`${c.server.origin}/varmland/anslut.json`)).text).title;
  const rollback = (...more) => run(["rollback", "varmland", ...more, "--data", c.server.data, "--counties", c.counties]);
  before(async () => {
    c = await changing();
    await c.change("join.lua", ["Bli en del av Ett jämställt Värmland", "Häng på"]);
    await c.change("join.lua", ["Häng på", "Var med"]);
  });
  after(() => c.cleanUp());

  it("are listed, newest first, and for programs", async () => {
    const all = await list();
    assert.deepEqual(all.map(({ number }) => number), [1, 2, 3]);
    assert.ok(all.every(({ author, at }) => author && Date.parse(at) > 0));
    const { out, code } = await versions();
    assert.equal(code, 0);
    assert.match(out, /^ +3 .*\(den senaste\)\n +2 .*\n +1 .*\n$/);
    assert.match((await versions("--lang", "en")).out, /\(the newest\)/);
  });

  it("take notes, beside the running server", async () => {
    assert.equal((await versions("2", "--note", "Ny rubrik")).code, 0);
    assert.equal((await list())[1].note, "Ny rubrik");
    assert.match((await versions()).out, /2 .*\n +Ny rubrik\n/);
    for (const wrong of [["9", "--note", "x"], ["2", "--note", "a\nb"], ["två", "--note", "x"], ["--note", "x"]])
      assert.notEqual((await versions(...wrong)).code, 0, wrong.join());
  });

  it("are gone back to while serving, which is a new version, and nothing is lost", async () => {
    writeFileSync(c.file(".dold"), "en editors egen fil");
    const { code, out, err } = await rollback("2");
    assert.equal(code, 0, err);
    assert.match(out, /version 4 har samma innehåll som version 2/);
    await eventually(async () => (await brand()) === "Häng på");
    const all = await list();
    assert.equal(all.length, 4);
    assert.equal(all[3].content, all[1].content);
    assert.equal(all[3].same_as, 2);
    assert.match(all[3].note, /Tillbaka till version 2/);
    assert.ok(existsSync(c.file(".dold")), "hidden files stay");
    assert.deepEqual(readdirSync(c.counties).filter((name) => name.startsWith(".")), [], "nothing is left beside it");
  });

  it("put aside what stood in the folder and never was a version", async () => {
    writeFileSync(c.file("join.lua"), "join {");
    c.server.child.kill("SIGHUP");
    const { code, out } = await rollback("4");
    assert.equal(code, 0);
    assert.match(out, /aldrig en version/);
    const [aside] = readdirSync(c.counties).filter((name) => name.startsWith(".varmland.before"));
    assert.equal(readFileSync(join(c.counties, aside, "join.lua"), "utf8"), "join {");
    assert.equal((await list()).length, 4, "what is shown is not a new version");
    assert.match(readFileSync(c.file("join.lua"), "utf8"), /Häng på/);
    rmSync(join(c.counties, aside), { recursive: true });
  });

  it("are gone back to without a server, too, also into a folder that is gone", async () => {
    await c.server.stop();
    assert.equal((await rollback("1", "--note", "Som i våras", "--author", "Anna")).code, 0);
    let newest = (await list()).at(-1);
    assert.deepEqual([newest.number, newest.same_as, newest.note, newest.author], [5, 1, "Som i våras", "Anna"]);
    rmSync(join(c.counties, "varmland"), { recursive: true });
    assert.equal((await rollback("3")).code, 0);
    newest = (await list()).at(-1);
    assert.equal(newest.number, 6);
    assert.match(readFileSync(c.file("join.lua"), "utf8"), /Var med/);
    const server = await startServer({ counties: c.counties, data: c.server.data });
    assert.equal((await list()).length, 6, "the server finds what it knows");
    assert.equal((await request(`${server.origin}/varmland/`)).status, 200);
    await server.stop();
  });

  it("are not gone back to when there is no such version, or no such county", async () => {
    for (const args of [["99"], ["0"], ["x"], []]) assert.notEqual((await rollback(...args)).code, 0);
    assert.equal((await run(["rollback", "nowhere", "1", "--data", c.server.data, "--counties", c.counties])).code, 1);
    assert.equal((await run(["versions", "../x", "--data", c.server.data])).code, 2);
  });
});

describe("a server that is killed while it accepts versions", () => {
  it("has whole versions each time, and shows the newest or the one before", async () => {
    const counties = countyFolder("counties/varmland");
    const file = join(counties, "varmland/home.lua");
    const script = readFileSync(file, "utf8");
    let data;
    for (let round = 0; round < 12; round++) {
      const server = await startServer({ counties, ...(data ? { data } : {}) });
      data = server.data;
      for (let i = 0; i < 6; i++) {
        writeFileSync(file, `${script}-- ${round} ${i}\n`);
        server.child.kill("SIGHUP");
        await new Promise((done) => setTimeout(done, round));
      }
      await server.stop("SIGKILL");
      const { code, out } = await run(["verify", "varmland", "--data", data]);
      assert.equal(code, 0, out);
    }
    const server = await startServer({ counties, data });
    const all = JSON.parse((await run(["versions", "varmland", "--json", "--data", data])).out);
    assert.deepEqual(all.map(({ number }) => number), all.map((_, i) => i + 1));
    assert.equal(readdirSync(join(data, "versions/varmland/versions")).filter((name) => !name.startsWith(".")).length, all.length);
    assert.equal((await request(`${server.origin}/varmland/`)).status, 200);
    await server.cleanUp();
    rmSync(counties, { recursive: true });
  });
});

describe("differences, at the command line", () => {
  let c;
  before(async () => {
    c = await changing();
    await c.change("join.lua", renamed, removed, added);
  });
  after(() => c.cleanUp());
  const diff = (...args) => run(["diff", ...args, "--data", c.server.data, "--counties", c.counties]);

  it("between two versions are told in words, in both languages, and for programs", async () => {
    const { out, code } = await diff("varmland@1", "varmland@2");
    assert.equal(code, 0);
    for (const line of ["Anslutningen", "  «contribution» heter nu «bidrag», och svaren följer med",
      "  Borttaget: en grupp av frågor «goals»: Egna mål", "3 skillnader."])
      assert.ok(out.split("\n").includes(line), `${line}\n${out}`);
    assert.match((await diff("varmland@1", "varmland@", "--lang", "en")).out, /"contribution" is now called "bidrag", and its answers follow[\s\S]*3 differences\./);
    const found = JSON.parse((await diff("varmland@1", "varmland@2", "--json")).out);
    assert.deepEqual(found.map(({ what }) => what).sort(), ["added", "removed", "renamed"]);
    assert.equal(found.find(({ what }) => what === "renamed").was, "contribution");
  });

  it("between the folder and what is shown tell of files, too", async () => {
    assert.match((await diff("varmland")).out, /^Ingen skillnad\.\n$/);
    writeFileSync(c.file("files/ny.txt"), "x");
    writeFileSync(c.file("home.lua"), `${readFileSync(c.file("home.lua"), "utf8")}-- en kommentar\n`);
    assert.equal((await diff("varmland@2", "varmland")).out,
      "Filen home.lua har ändrats (kommentarer, bilder eller funktioner)\nFilen files/ny.txt är ny\n2 skillnader.\n");
  });

  it("cannot be told of what is not there, or is faulty", async () => {
    for (const args of [["varmland@9"], ["nowhere"], ["varmland@x", "varmland"], [], ["a", "b", "c"], ["../x"]])
      assert.notEqual((await diff(...args)).code, 0, args.join());
    writeFileSync(c.file("join.lua"), "join {");
    const { code, err } = await diff("varmland");
    assert.equal(code, 1);
    assert.match(err, /join\.lua:1/);
  });
});

describe("what a change does, before it is live", () => {
  let c;
  before(async () => {
    c = await changing();
    await joinCounty(c.server, "varmland");
    const first = await send(c.server, await open(c.server, "/varmland/anslut/ny"), start);
    const path = first.headers.location.replace(/\/[^/]*$/, "");
    await send(c.server, await open(c.server, `${path}/bidrag`), { contribution: "Vi räknar på varje styrelse.", focus: ["makt"], "goals.1.text": "Lika många" });
    // the folder changes, and nobody tells the server: it may see it all the same
    await c.server.stop();
    let script = readFileSync(c.file("join.lua"), "utf8");
    for (const [from, to] of [removed, ["      public = true,\n      shortest = 20,", "      shortest = 20,"],
      ['    question.by_sex "employees" {', '    question.yes_no "plan" { label = "Har ni en plan?", required = true, public = true },\n    question.by_sex "employees" {'],
      ["      shown_when = kind_is(\"association\", \"company\", \"foundation\"),", "      required = true,\n      shown_when = kind_is(\"association\", \"company\", \"foundation\"),"]])
      script = script.replace(from, to);
    writeFileSync(c.file("join.lua"), script);
  });
  after(() => c.cleanUp());
  const impact = (...more) => run(["check", "--impact", "varmland", "--data", c.server.data, "--counties", c.counties, ...more]);

  it("is counted: drafts, members, required answers, columns", async () => {
    const { out, code, err } = await impact("--json");
    assert.equal(code, 0, err);
    const [told] = JSON.parse(out);
    assert.deepEqual([told.drafts, told.drafts_hit, told.members, told.hidden, told.lacking, told.cut], [1, 1, 1, 1, 1, false]);
    assert.deepEqual(told.columns_come, ["plan"]);
    assert.deepEqual(told.columns_go.sort(), ["contribution", "goals"]);
    const by = Object.fromEntries(told.questions.map((q) => [q.id, q]));
    assert.equal(by.goals.lost, 1);
    assert.equal(by.contribution.hidden, 1);
    assert.equal(by.plan.lacking, 1);
    assert.equal(by.board, undefined, "a municipality is not asked for its board");
  });

  it("is told in words, in both languages", async () => {
    const { out } = await impact();
    assert.match(out, /«goals» – Egna mål\n +1 halvfärdigt formulär förlorar svaret/);
    assert.match(out, /«plan» – Har ni en plan\?\n +1 ansluten saknar nu ett svar som krävs/);
    assert.match(out, /Kolumn som försvinner ur exporten: «goals»/);
    assert.match((await impact("--lang", "en")).out, /1 member now lacks a required answer/);
  });

  it("reads only, and beside a server too", async () => {
    const server = await startServer({ counties: c.counties, data: c.server.data });
    const { code, out } = await impact();
    assert.equal(code, 0);
    assert.match(out, /0 skillnader mot version 2/, "it is live now");
    // who is half-way began in version 1, and is compared with that
    const [told] = JSON.parse((await impact("--json")).out);
    assert.deepEqual([told.drafts, told.drafts_hit, told.lacking], [1, 1, 0]);
    assert.equal(told.questions.find((q) => q.id === "goals").lost, 1);
    await server.stop();
  });

  it("needs a version to compare with", async () => {
    const { out, code } = await run(["check", "--impact", "varmland", "--data", c.counties, "--counties", c.counties]);
    assert.equal(code, 0);
    assert.match(out, /ingen tidigare version/);
  });

  it("is not told of a faulty county, whose faults are; and the last line says what is shown", async () => {
    writeFileSync(c.file("join.lua"), "join {");
    assert.equal((await impact()).code, 1);
    const { out, code } = await run(["check", "varmland", "--data", c.server.data, "--counties", c.counties]);
    assert.equal(code, 1);
    assert.match(out, /\d+ fel i 1 län\.\nVärmlands län visar fortfarande version 2, från den \d+ \w+ \d{4} kl\. \d\d\.\d\d\.\n$/);
    assert.match((await run(["check", "varmland", "--lang", "en", "--data", c.server.data, "--counties", c.counties])).out, /still shows version 2, of /);
    assert.doesNotMatch((await run(["check", "varmland", "--data", c.counties, "--counties", c.counties])).out, /fortfarande/);
  });
});
