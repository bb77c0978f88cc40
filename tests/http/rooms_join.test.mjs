// Ways to join, in a county that has them all: who may, who signs.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, press } from "./join.mjs";
import { countyFolder, eventually, mails, sql, startServer } from "./server.mjs";
import { post, readForm, request, walkForm } from "./visitor.mjs";

const COUNTY = "nordland";
const counties = countyFolder("tests/counties/nordland");
const sorts = {
  municipality: {
    name: "Älvstads kommun", kind: "municipality", municipality: "9702", email: "kansli@alvstad.example",
    second_email: "ordforande@alvstad.example", focus: ["makt", "halsa"], contribution: "Vi räknar vem som får ordet.",
  },
  association: {
    name: "Kustby simsällskap", kind: "association", municipality: "9703", email: "styrelsen@kustbysim.example", focus: ["halsa"],
  },
  state: { name: "Nordlands fyrmyndighet", kind: "state", email: "fyr@fyrmyndigheten.example", focus: ["makt"] },
};

const start = (options = {}) => startServer({ counties, ...options });
const ask = (server, text) => sql(server.database(COUNTY), text);
const page = (server, path) => request(server.origin + path);
const json = async (server, path) => JSON.parse((await page(server, `/${COUNTY}/${path}`)).text);
const sent = (server, purpose) => ask(server, `SELECT count(*) FROM mail WHERE purpose = '${purpose}'`).then(Number);

/** The same server another day. */
async function at(server, time) {
  await server.stop();
  return start({ data: server.data, time });
}

async function fill(server, answers) {
  const { path, page: last } = await walkForm(server, COUNTY, answers);
  return { path, text: last.text };
}

/** Fill in, send, and follow the link of the mail that comes. */
async function send(server, answers) {
  const { path } = await fill(server, answers);
  const answer = await post(server.origin + path, await checkFields(server, path));
  assert.equal(answer.status, 303);
  return mailedLink(server, answers.email, `${COUNTY}/bekrafta`);
}

describe("the county of many ways", () => {
  let server;
  before(async () => { server = await start(); });
  after(() => server.cleanUp());

  const letters = {
    municipality: ["Överenskommelse", "tar in målen i sin budget"],
    association: ["Föreningens löfte", "flickor och pojkar"],
    state: ["Överenskommelse", "en överenskommelse mellan oss och länsstyrelsen"],
  };
  for (const [kind, [title, words]] of Object.entries(letters))
    it(`has a letter of its own for each kind: ${kind}`, async () => {
      const { path, text } = await fill(server, sorts[kind]);
      assert.ok(path.endsWith("/kontrollera"), path);
      assert.ok(text.includes(`>${title}</h2>`), "the title");
      assert.ok(text.includes(words), "the words");
      for (const [other, [, theirs]] of Object.entries(letters))
        if (other !== kind) assert.ok(!text.includes(theirs), `nothing of the letter for ${other}`);
    });

  it("seals the letter of the kind", async () => {
    const { path } = await send(server, sorts.association);
    const { headers } = await press(server, path);
    const { document } = await json(server, headers.location.slice(COUNTY.length + 2) + "/atagande.json");
    assert.equal(document.letter.title, "Föreningens löfte");
    assert.match(document.letter.text, /flickor och pojkar/);
    assert.equal(document.signatures, undefined, "one signature was enough");
  });
});

describe("a second signature", () => {
  let server, first, second;
  const mine = sorts.municipality;
  before(async () => { server = await start(); });
  after(() => server.cleanUp());

  it("is of another address than the first", async () => {
    const { path, text } = await fill(server, { ...mine, second_email: "Kansli@Alvstad.example" });
    assert.ok(path.endsWith("/organisation"), path);
    assert.match(text, /Den som också undertecknar behöver en egen e-postadress/);
  });

  it("is asked for when the first one has confirmed, and nothing is public until then", async () => {
    first = (await send(server, mine)).path;
    assert.equal(await sent(server, "sign"), 0, "nobody else is told before the first has confirmed");
    const pressed = await press(server, first);
    assert.equal(pressed.status, 303);
    assert.equal(pressed.headers.location, first);
    const { text } = await page(server, first);
    assert.match(text, /Nu väntar vi på den andra underskriften/);
    assert.ok(text.includes(mine.second_email));
    assert.ok(!/<form[^>]*method="post"/.test(text), "there is nothing more to press");
    assert.equal((await json(server, "anslutna.json")).total, 0);
    second = await mailedLink(server, mine.second_email, `${COUNTY}/underteckna`);
    assert.equal(second.mail.subject, "Underteckna att Älvstads kommun ansluter sig till Lika i Nordland");
  });

  it("is given by a page that shows letter and answers, and that changes nothing when opened", async () => {
    const before = await ask(server, "SELECT * FROM member; SELECT * FROM signature");
    for (let i = 0; i < 3; i++) {
      const { status, text } = await page(server, second.path);
      assert.equal(status, 200);
      assert.match(text, /tar in målen i sin budget/);
      assert.match(text, /Vi räknar vem som får ordet/);
      assert.ok(!text.includes(mine.second_email), "the address is nobody's to read");
      assert.match(text, /<meta content="noindex" name="robots">/);
    }
    assert.equal(await ask(server, "SELECT * FROM member; SELECT * FROM signature"), before);
  });

  it("is not given by the form of somebody else", async () => {
    const { action } = readForm((await page(server, second.path)).text);
    assert.match((await post(server.origin + action, { _stamp: "x" })).text, /Underteckna/);
    assert.equal((await post(server.origin + action.replace(/[^/]*$/, "A".repeat(32)), { _stamp: "x" })).status, 404);
    assert.equal((await page(server, second.path.replace("underteckna", "bekrafta"))).status, 404);
    assert.equal((await json(server, "anslutna.json")).total, 0);
  });

  it("makes the member, once, however many press at once", async () => {
    const { action, fields } = readForm((await page(server, second.path)).text);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(server.origin + action, fields)));
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
    assert.match((await page(server, second.path)).text, /Nu har båda undertecknat/);
    assert.equal((await json(server, "anslutna.json")).total, 1);
    assert.equal(await sent(server, "welcome"), 1);
    assert.match((await page(server, first)).text, /Anslutningen är redan bekräftad/);
  });

  it("stands in the seal with its day, without the address", async () => {
    const { path } = await mailedLink(server, mine.email, `${COUNTY}/valkommen`);
    const { text } = await page(server, `${path}/atagande`);
    assert.match(text, /av den som fyllde i formuläret, <time/);
    assert.match(text, /av ännu en person, <time/);
    const sealed = await page(server, `${path}/atagande/dokument`);
    const document = JSON.parse(sealed.text);
    assert.deepEqual(document.signatures.map(({ by }) => by), ["first", "second"]);
    assert.match(document.previous, /^[0-9a-f]{64}$/);
    assert.ok(!sealed.text.includes(mine.second_email));
    assert.equal(await ask(server, "SELECT count(*) FROM commitment"), "2", "what the first one sent is kept");
    assert.equal(await ask(server, "SELECT email || state FROM signature"), "signed", "the address is not kept here");
  });

  it("is not asked of those who are not asked for an address", async () => {
    const { path } = await send(server, sorts.state);
    assert.match((await press(server, path)).headers.location, /\/valkommen\//);
  });
});

describe("a second signature that does not come", () => {
  const mine = sorts.municipality;

  it("is reminded of on the days that the script says, both of them, each time with a link that works", async () => {
    let server = await start();
    await press(server, (await send(server, mine)).path);
    server = await at(server, "+4d");
    assert.equal(await sent(server, "sign_again"), 0, "too early");
    server = await at(server, "+6d");
    const again = await eventually(() => mails(server).find((mail) => mail.to.includes(mine.second_email) && mail.subject.startsWith("Påminnelse")));
    await eventually(() => mails(server).find((mail) => mail.to.includes(mine.email) && mail.subject.startsWith("Påminnelse")));
    server = await at(server, "+7d");
    assert.equal(await sent(server, "sign_again"), 1, "once a day that is named");
    server = await at(server, "+13d");
    await eventually(async () => await sent(server, "sign_again") === 2);
    assert.equal(await sent(server, "sign_waits"), 2);
    const path = new URL(again.plain.match(/https?:\/\/\S+\/underteckna\/[\w-]+/)[0]).pathname;
    assert.equal((await press(server, path)).status, 303);
    assert.equal((await json(server, "anslutna.json")).total, 1);
    await server.cleanUp();
  });

  it("ends when the time is up: both are told, nothing is public, and all is forgotten later", async () => {
    let server = await start();
    const { path: first } = await send(server, mine);
    await press(server, first);
    const { path: second } = await mailedLink(server, mine.second_email, "underteckna");
    server = await at(server, "+16d");
    for (const to of [mine.email, mine.second_email])
      await eventually(() => mails(server).find((mail) => mail.to.includes(to) && /blev inte klar/.test(mail.subject)));
    assert.equal(await sent(server, "sign_again"), 0, "a reminder that was missed is not sent late");
    for (const path of [first, second]) {
      const { text } = await page(server, path);
      assert.match(text, /Tiden gick ut/);
      assert.ok(!/<form[^>]*method="post"/.test(text));
    }
    assert.equal((await json(server, "anslutna.json")).total, 0);
    assert.equal(await ask(server, "SELECT email FROM signature"), "");
    server = await at(server, "+60d");
    await eventually(async () => await ask(server, "SELECT count(*) FROM member") === "0");
    assert.ok(!(await ask(server, ".dump")).includes(mine.second_email));
    await server.cleanUp();
  });

  for (const [time, members] of [["+14d", 1], ["+362h", 0]])
    it(`may come until the last day is over, and no later: ${time}`, async () => {
      let server = await start();
      await press(server, (await send(server, mine)).path);
      const { path } = await mailedLink(server, mine.second_email, "underteckna");
      const { fields } = readForm((await page(server, path)).text);
      server = await at(server, time);
      if (members) await press(server, path);
      else await post(server.origin + path, fields);
      assert.equal((await json(server, "anslutna.json")).total, members);
      await server.cleanUp();
    });
});
