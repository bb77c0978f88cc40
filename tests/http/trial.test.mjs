// Trying a county: what simulate says is what the portal does, and a change
// that breaks the county's own tests is not published.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, orgNumber, press } from "./join.mjs";
import { countyFolder, eventually, mails, root, run, startServer, temporaryFolder } from "./server.mjs";
import { fillIn, post, readForm, request, unescape } from "./visitor.mjs";

const inCounties = (folder) => ["--counties", folder, "--lua", join(root, "lua")];
const simulate = async (folder, ...args) => JSON.parse((await run(["simulate", ...args, "--json", ...inCounties(folder)])).out);

/** A typed answer as the fields that a browser sends. */
function fields(id, answer) {
  if (Array.isArray(answer) && typeof answer[0] === "object")
    return answer.flatMap((row, i) => Object.entries(row).flatMap(([sub, value]) => fields(`${id}.${i + 1}.${sub}`, value)));
  if (Array.isArray(answer)) return answer.map((one) => [id, one]);
  if (typeof answer === "boolean") return [[id, answer ? "yes" : "no"]];
  if (typeof answer === "object") return Object.entries(answer).map(([part, value]) => [`${id}.${part}`, String(value)]);
  const date = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(answer);
  if (date) return [["year", date[1]], ["month", date[2]], ["day", date[3]]].filter(([, v]) => v).map(([part, v]) => [`${id}.${part}`, v]);
  return [[id, String(answer)]];
}

const plain = (html) => unescape(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

/** Walk the portal's form; gives the questions as they were asked first, and
 * where it ended. */
async function walk(server, county, answers) {
  const asked = [];
  let path = `/${county}/anslut/ny`;
  let page = await request(server.origin + path);
  for (let steps = 0; steps < 30; steps++) {
    while (page.status === 302 || page.status === 303) {
      path = page.headers.location;
      page = await request(server.origin + path);
    }
    if (path.endsWith("/kontrollera") || !/<form[^>]*method="post"/.test(page.text)) break;
    const { action, fields: there } = readForm(page.text);
    for (const [name, value] of there) if (name === "_asked" && !asked.includes(value)) asked.push(value);
    const mine = {};
    for (const [name, value] of answers)
      if (page.text.includes(`name="${name}"`)) mine[name] = name in mine ? [mine[name], value].flat() : value;
    page = await post(server.origin + action, [...fillIn(there, mine), ["_next", ""]]);
    if (page.status === 422 || page.status === 200) {
      if (page.status === 422 || !page.text.includes("_asked")) break;
    }
  }
  return { asked, path, page };
}

/** A mail that simulate shows is one of those that were sent: word for word,
 * but for the secret part of links, the number and the name that was changed. */
function holdMail(said, sent, named, county) {
  const even = (text) => text.replace(/\r/g, "").replace(/https?:\/\/[^/\s]+/g, "").replace(/\s+/g, " ").trim();
  const slug = (name) => name.toLowerCase().replace(/[åä]/g, "a").replaceAll("ö", "o").replace(/[^a-z0-9]+/g, "-");
  const parts = even(said.text).replaceAll(named, `${named} ${county}`).replaceAll(slug(named), slug(`${named} ${county}`)).split("…");
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const shape = new RegExp(`^${escaped.join("[\\w-]+")}$`);
  assert.ok(sent.some((mail) => shape.test(even(mail.plain))), `no mail is ${shape}: ${sent.map((mail) => even(mail.plain)).join("\n\n")}`);
}

describe("what simulate says is what the portal does", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  const joining = {
    vastmanland: ["en förening i Sala", "en region"],
    varmland: ["en förening i Arvika", "en samverkan"],
    jonkoping: ["ett företag", "en region"],
    stockholm: ["en kommun", "ett företag som vill ha metodstöd"],
  };
  for (const [county, personas] of Object.entries(joining))
    for (const persona of personas)
      it(`${county}: ${persona} joins`, async () => {
        const said = await simulate(join(root, "counties"), county, persona);
        assert.equal(said.end, "joins");
        const unique = `${persona.replace(/\W+/g, "")}@${county}.example`;
        const typed = said.questions.flatMap((q) => (q.answer === undefined ? [] : fields(q.id, q.id === "email" ? unique : q.answer)));
        const answers = typed.map(([name, value]) => (name === "name" ? [name, `${value} ${county}`] : [name, value]))
          .filter(([name]) => name !== "org_number");
        const digits = { vastmanland: 1, varmland: 2, jonkoping: 3, stockholm: 4 }[county] * 10 + personas.indexOf(persona);
        answers.push(["org_number", orgNumber(digits)]);
        const { asked, path } = await walk(server, county, answers);
        assert.ok(path.endsWith("/kontrollera"), path);
        assert.deepEqual(asked, said.questions.filter((q) => q.seen).map((q) => q.id));

        const check = plain((await request(server.origin + path)).text);
        const named = said.questions.find((q) => q.id === "name").answer;
        for (const line of said.letter.text.split("\n").filter((one) => one && !one.startsWith("- ") && !one.startsWith("#")))
          assert.ok(check.includes(line.replaceAll(named, `${named} ${county}`).replace(/\s+/g, " ")), line);

        assert.equal((await post(server.origin + path, await checkFields(server, path))).status, 303);
        const { path: confirm } = await mailedLink(server, unique, `${county}/bekrafta`);
        const confirmed = await press(server, confirm);
        assert.equal(confirmed.status, 303);
        const welcome = plain((await request(server.origin + confirmed.headers.location)).text);
        for (const item of said.package) {
          const title = item.title.split("…")[0];
          if (item.gets === "no") assert.ok(!welcome.includes(title), `${title} is not given`);
          else assert.ok(welcome.includes(title), `${title} is given`);
        }
        const expected = said.mails.filter((mail) => mail.when !== "approved" && mail.to === "member");
        await eventually(() => mails(server).filter((mail) => mail.to.includes(unique)).length === expected.length);
        for (const mail of expected) holdMail(mail, mails(server).filter((one) => one.to.includes(unique)), named, county);
      });

  it("who is refused there is refused here", async () => {
    const said = await simulate(join(root, "counties"), "stockholm", "något helt annat");
    assert.equal(said.end, "refused");
    const answers = said.questions.flatMap((q) => (q.answer === undefined ? [] : fields(q.id, q.answer)));
    const { page } = await walk(server, "stockholm", answers);
    assert.equal(page.status, 200);
    assert.ok(plain(page.text).includes(said.refusal));
  });

  it("what the form does not take there it does not take here", async () => {
    const said = await simulate(join(root, "counties"), "vastmanland", "den som skriver fel nummer");
    assert.equal(said.end, "stuck");
    assert.deepEqual(said.problems.map((one) => [one.field, one.code]), [["org_number", "check-digit"]]);
    const answers = [["name", "Köpings BK"], ["kind", "association"], ["org_number", "802000-0001"], ["municipality", "1983"]];
    const { page } = await walk(server, "vastmanland", answers);
    assert.equal(page.status, 422);
    assert.ok(plain(page.text).includes(said.problems[0].text));
  });
});

describe("a county's own tests are part of publishing", () => {
  let server, folder, file;
  before(async () => {
    folder = countyFolder(undefined, { tests: true });
    file = join(folder, "mittlan/join.lua");
    server = await startServer({ counties: folder });
  });
  after(() => server.cleanUp());

  const label = async (name) => (await request(`${server.origin}/mittlan/anslut/ny/organisation`)).text.includes(name);
  const site = async () => JSON.parse((await request(`${server.origin}/drift.json`)).text).counties[0];

  it("a change that breaks one is refused, and the old scripts serve on", async () => {
    const sound = readFileSync(file, "utf8");
    const broken = sound
      .replace("Vad heter organisationen?", "Vad heter ni egentligen?")
      .replace('none_of { kind_is "region", kind_is "state" }', 'none_of { kind_is "association" }');
    assert.notEqual(broken, sound);
    writeFileSync(file, broken);
    await eventually(async () => (await site()).faults?.some((fault) => fault.code === "test-failed"));
    const { faults } = await site();
    assert.ok(faults.every((fault) => fault.file.endsWith("tests.lua") && fault.line > 0), JSON.stringify(faults));
    assert.ok(await label("Vad heter organisationen?"));
    assert.equal((await run(["check", "mittlan", ...inCounties(folder)])).code, 1);

    writeFileSync(file, sound.replace("Vad heter organisationen?", "Vad heter ni egentligen?"));
    await eventually(async () => label("Vad heter ni egentligen?"));
    assert.equal((await site()).faults.length, 0);
  });
});

describe("the commands", () => {
  const folder = countyFolder(undefined, { tests: true });
  const tests = join(folder, "mittlan/tests.lua");
  const test = (...args) => run(["test", ...args, ...inCounties(folder)]);

  it("test ends with 0 when all hold, 1 when one does not, 2 at a wrong use", async () => {
    assert.equal((await test()).code, 0);
    assert.equal((await test("mittlan", "--strict")).code, 0);
    assert.equal((await test("--nonsense")).code, 2);
    const sound = readFileSync(tests, "utf8");
    writeFileSync(tests, sound.replace('is_not_asked = { "size", "employees" }', 'is_not_asked = { "focus" }'));
    const { code, out } = await test("--lang", "en");
    assert.equal(code, 1);
    assert.match(out, /mittlan\/tests\.lua:\d+: "en liten förening": is_not_asked\n {2}\+ focus\n/);
    assert.match(out, /\n\d+ passed, 1 failed\n$/);
    const [found] = JSON.parse((await test("--json")).out);
    assert.equal(found.failed, 1);
    assert.deepEqual(found.failures[0].was, ["focus"]);
    assert.equal(found.failures[0].file, "tests.lua");
    writeFileSync(tests, sound);
  });

  it("what no persona tries both ways is listed, and a failure when strict", async () => {
    const sound = readFileSync(tests, "utf8");
    writeFileSync(tests, 'persona "x" { name = "X", kind = "region", email = "x@example.org", focus = { "vald" } }\n');
    const { code, out } = await test("--lang", "en");
    assert.equal(code, 0);
    assert.match(out, /mittlan\/join\.lua:\d+: no persona is asked "municipality"\n/);
    assert.match(out, /mittlan\/welcome\.lua:\d+: every persona gets "process"\n/);
    assert.equal((await test("--strict")).code, 1);
    writeFileSync(tests, sound);
  });

  it("faults of the scripts come before their tests", async () => {
    const sound = readFileSync(tests, "utf8");
    writeFileSync(tests, `${sound}\nexpect "en kommn" { gets = "marke" }\n`);
    const { code, out } = await test();
    assert.equal(code, 1);
    assert.match(out, /unknown-reference: det finns ingen persona som heter «en kommn»\. Menade du «en kommun»\?/);
    writeFileSync(tests, sound);
  });

  it("simulate takes a persona by name or from a file", async () => {
    const file = join(temporaryFolder(), "min.lua");
    writeFileSync(file, 'persona "min" { name = "Min", kind = "region", email = "min@example.org", focus = { "vald" } }\n');
    const said = await simulate(folder, "mittlan", file);
    assert.equal(said.persona, "min");
    assert.equal(said.end, "joins");
    const text = (await run(["simulate", "mittlan", file, "--explain", "--on", "2026-05-11", ...inCounties(folder)])).out;
    assert.match(text, /den 11 maj 2026/);
    assert.match(text, /employees: visas när .*mittlan\/join\.lua:\d+\)/);
    assert.match(text, /till och med den 18 maj 2026/);
  });

  it("simulate shows mails whole when asked to, and always as JSON", async () => {
    const bare = (await run(["simulate", "mittlan", "en kommun", ...inCounties(folder)])).out;
    assert.match(bare, /genast, till kommun@example\.org: Bekräfta att Österby kommun ansluter sig/);
    assert.doesNotMatch(bare, /bekrafta\/…/);
    const whole = (await run(["simulate", "mittlan", "en kommun", "--mails", "--public-url", "https://example.org", ...inCounties(folder)])).out;
    assert.match(whole, / {6}https:\/\/\S+\/bekrafta\/…\n/);
    assert.match(whole, /som nummer …\./);
    const { mails: said } = await simulate(folder, "mittlan", "en kommun");
    assert.ok(said.every((mail) => mail.subject && mail.text.includes("Jämställt Mittlän")));
  });

  it("simulate shows what comes of an invitation, a renewal, a paper, a closed door", async () => {
    const counties = countyFolder("tests/counties/nordland", { tests: true });
    const form = join(counties, "nordland/join.lua");
    writeFileSync(form, readFileSync(form, "utf8").replace("may_join {", 'by_invitation = true,\n  uninvited = "Hör av er.",\n\n  may_join {'));
    const persona = (name, more) => {
      const file = join(temporaryFolder(), "x.lua");
      writeFileSync(file, `persona "x" { name = "${name}", kind = "association", municipality = "9701", email = "x@example.org", focus = { "makt" }, ${more} }\n`);
      return simulate(counties, "nordland", file);
    };
    const names = (said) => said.mails.map((mail) => mail.name);
    const uninvited = await persona("Objuden IF", 'comes { way = "uninvited", on = "2026-03-02" }');
    assert.equal(uninvited.end, "uninvited");
    assert.equal(uninvited.refusal, "Hör av er.");
    const invited = await persona("Bjuden IF", 'comes { on = "2026-03-02" }');
    assert.deepEqual(names(invited), ["invite", "confirm", "welcome"]);
    assert.match(invited.mails[0].text, /Bjuden IF[^]*inbjudan\/…[^]*31 maj 2026/);
    const waiting = await persona("Sommar IF", 'comes { on = "2026-07-01" }');
    assert.equal(waiting.opens_on, "2026-08-16");
    assert.match(waiting.mails[0].text, /vantelista\/…/);
    assert.match(waiting.mails[1].text, /inbjudan\/…/);
    const paper = await persona("Papper IF", 'comes { way = "paper", on = "2022-03-08" }');
    assert.deepEqual([paper.day, paper.way, ...names(paper)], ["2022-03-08", "paper", "welcome"]);
    const renews = await persona("Nya IF", 'renews "2022" { name = "Gamla IF", email = "gamla@example.org" }, comes { on = "2027-02-01" }');
    assert.equal(renews.renews, "2022");
    assert.deepEqual([names(renews), renews.mails[0].recipient], [["renew", "renewed"], "gamla@example.org"]);
    assert.match(renews.mails[0].text, /Gamla IF[^]*Lika i Nordland\s2027–2031[^]*fornya\/…/);
    assert.match(renews.mails[1].text, /Nya IF/);
    const early = await persona("Tidig IF", 'renews "2022" { name = "Tidig IF" }, comes { on = "2026-03-02" }');
    assert.equal(early.end, "current");
  });

  it("simulate says what is wrong with what it was asked", async () => {
    for (const [args, code, words] of [
      [["mittlan", "en kommn"], 2, /did you mean "en kommun"/],
      [["mittlan"], 2, /SLUG PERSONA/],
      [["mittlan", "en kommun", "--on", "igår"], 2, /--on is a day/],
      [["mittlan", "/nowhere/x.lua"], 1, /cannot read/],
      [["nowhere", "x"], 1, /nowhere/],
    ]) {
      const { code: got, err } = await run(["simulate", ...args, ...inCounties(folder)]);
      assert.equal(got, code, err);
      assert.match(err, words);
    }
    const file = join(temporaryFolder(), "fel.lua");
    writeFileSync(file, 'persona "fel" { nmae = "Fel" }\n');
    const { code, err } = await run(["simulate", "mittlan", file, ...inCounties(folder)]);
    assert.equal(code, 1);
    assert.match(err, /fel\.lua:1: unknown-reference: .*«name»/);
  });
});
