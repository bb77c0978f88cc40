// Ways to join, in a county that has them all: who may, who signs.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, press } from "./join.mjs";
import { countyFolder, eventually, mails, otherTime, run, sql, startServer, temporaryFolder } from "./server.mjs";
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

const start = (options = {}) => startServer({ counties, env: { TZ: "UTC" }, ...options });
const ask = (server, text) => sql(server.database(COUNTY), text);
const page = (server, path) => request(server.origin + path);
const json = async (server, path) => JSON.parse((await page(server, `/${COUNTY}/${path}`)).text);
const sent = (server, purpose) => ask(server, `SELECT count(*) FROM mail WHERE purpose = '${purpose}'`).then(Number);

/** Run a command on a server's data, as an operator beside it would. */
const operate = (server, args, { time } = {}) =>
  run([...args, "--data", server.data, "--counties", server.counties ?? counties], { env: { TZ: "UTC", ...(time ? otherTime(time) : {}) } });

/** A file of an operator's own. */
function file(name, text) {
  const path = joinPath(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

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

describe("a time when joining is closed", () => {
  const summer = "@2026-07-01 12:00:00";
  const autumn = "@2026-08-16 08:00:00";
  const mine = { name: "Fjällköpings fiskevårdsförening", email: "fiske@fjallkoping.example" };
  const waiting = (server) => ask(server, "SELECT count(*) FROM waiting").then(Number);
  let server, draft;
  before(async () => { server = await start({ time: "@2026-06-14 12:00:00" }); });
  after(() => server.cleanUp());

  it("begins on its first day, and a form that was begun waits meanwhile", async () => {
    assert.equal((await page(server, `/${COUNTY}/anslut`)).status, 200);
    draft = (await fill(server, sorts.association)).path;
    assert.ok(draft.endsWith("/kontrollera"));
    server = await at(server, "@2026-06-15 00:30:00");
    const closed = await page(server, `/${COUNTY}/anslut`);
    assert.match(closed.text, /Just nu går det inte att ansluta sig/);
    assert.match(closed.text, /Vi hörs till hösten!/);
    assert.match(closed.text, /Det öppnar igen den <time datetime="2026-08-16">16 augusti 2026<\/time>/);
    for (const path of [draft, `/${COUNTY}/anslut/ny`]) {
      const { status, headers } = await page(server, path);
      assert.equal(status, 302);
      assert.equal(headers.location, `/${COUNTY}/anslut`);
    }
    assert.equal((await post(server.origin + draft, { _next: "1" })).headers.location, `/${COUNTY}/anslut`);
  });

  it("loses nothing of a form that was begun: when it is open, it goes on", async () => {
    server = await at(server, "@2026-06-14 21:30:00");
    assert.equal((await post(server.origin + draft, await checkFields(server, draft))).status, 303);
    server = await at(server, "@2026-06-15 01:00:00");
    const { path } = await mailedLink(server, sorts.association.email, `${COUNTY}/bekrafta`);
    assert.match((await press(server, path)).headers.location, /valkommen/, "what was sent in time can be confirmed");
  });

  it("tells programs the same", async () => {
    const data = await json(server, "anslut.json");
    assert.equal(data.closed, true);
    assert.equal(data.opens.iso, "2026-08-16");
    assert.equal(data.waiting_list, true);
    assert.equal(data.stamp, undefined);
  });

  it("shows what there is for everyone", async () => {
    const { text } = await page(server, `/${COUNTY}/anslut`);
    for (const words of ["Metoder som fungerar", "Så jämställt är Nordland", "Nytt från norr"]) assert.ok(text.includes(words), words);
  });

  it("takes a name and an address on its waiting list, and says what is wrong with others", async () => {
    server = await at(server, summer);
    const wrong = await press(server, `/${COUNTY}/anslut`, { name: " ", email: "fiske@" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Fyll i ”Organisationens namn”/);
    assert.match(wrong.text, /Skriv en e-postadress som/);
    assert.ok(wrong.text.includes('value="fiske@"'), "what was typed is there");
    const long = await press(server, `/${COUNTY}/anslut`, { name: "ö".repeat(151), email: mine.email });
    assert.match(long.text, /högst 150 tecken/);
    assert.equal((await press(server, `/${COUNTY}/anslut`, { ...mine, _stamp: "x" })).status, 403);
    assert.equal(await waiting(server), 0);
    const right = await press(server, `/${COUNTY}/anslut`, mine);
    assert.equal(right.status, 303);
    assert.match((await page(server, right.headers.location)).text, /Ni står på väntelistan/);
    assert.equal(await waiting(server), 1);
  });

  it("has an address once, whoever writes it again, and however", async () => {
    const again = await press(server, `/${COUNTY}/anslut`, { ...mine, email: mine.email.toUpperCase().replace("FIS", "fis") });
    assert.equal(again.status, 303, "the same answer as the first time");
    await press(server, `/${COUNTY}/anslut`, { name: "Ångrar sig", email: "angrar@fjallkoping.example" });
    assert.equal(await waiting(server), 2);
  });

  it("lets everyone off the list again, by a link that asks first", async () => {
    const { path } = await mailedLink(server, "angrar@fjallkoping.example", "vantelista");
    await page(server, path);
    assert.equal(await waiting(server), 2, "opening it does nothing");
    assert.match((await press(server, path)).text, /Inga uppgifter om er finns kvar/);
    assert.equal(await waiting(server), 1);
    assert.match((await page(server, path)).text, /Ni står inte på väntelistan/);
    assert.ok(!(await ask(server, "SELECT * FROM waiting")).includes("Ångrar"));
  });

  it("tells everybody on the list when it opens, once, and forgets them", async () => {
    server = await at(server, "@2026-08-15 20:00:00");
    assert.equal(await sent(server, "open"), 0);
    server = await at(server, autumn);
    const mail = await eventually(() => mails(server).find(({ subject }) => subject === "Nu kan Fjällköpings fiskevårdsförening ansluta sig till Lika i Nordland"));
    assert.match(mail.plain, /\/nordland\/anslut$/m);
    assert.equal(await waiting(server), 0);
    server = await at(server, "@2026-08-17 08:00:00");
    assert.equal(await sent(server, "open"), 1);
  });
});

describe("a kind of organisation that may not join", () => {
  it("meets kind words, the library and the newsletter, and leaves nothing behind", async () => {
    const server = await start();
    const { text } = await fill(server, { name: "Bolaget AB", kind: "company", email: "bolaget@example.org" });
    assert.match(text, /Ni kan inte ansluta er här/);
    assert.match(text, /Ni är varmt välkomna att använda allt som finns i biblioteket/);
    for (const words of ["Metoder som fungerar", "Så jämställt är Nordland", "Nytt från norr", "https://nordland.example/nyhetsbrev"])
      assert.ok(text.includes(words), words);
    assert.equal(await ask(server, "SELECT count(*) FROM draft WHERE member <> 0"), "0");
    await server.cleanUp();
  });
});

describe("joining by invitation", () => {
  const folder = countyFolder("tests/counties/nordland");
  const script = joinPath(folder, COUNTY, "join.lua");
  writeFileSync(script, readFileSync(script, "utf8").replace("  may_join {", '  by_invitation = true,\n  uninvited = "I år bjuder vi in föreningar vid kusten.",\n\n  may_join {'));
  const begin = (options) => startServer({ counties: folder, env: { TZ: "UTC" }, ...options }).then((one) => Object.assign(one, { counties: folder }));
  const mine = { name: "Kustby roddarlag", email: "rodd@kustby.example" };
  const link = async (server, email) => (await mailedLink(server, email, "inbjudan")).path;
  let server, invitation, form;
  before(async () => { server = await begin(); });
  after(() => server.cleanUp());

  it("shows whoever comes without one what to do, and what there is for everyone", async () => {
    const { status, text } = await page(server, `/${COUNTY}/anslut`);
    assert.equal(status, 200);
    assert.match(text, /Här ansluter man sig på inbjudan/);
    assert.match(text, /I år bjuder vi in föreningar vid kusten/);
    assert.match(text, /Metoder som fungerar/);
    assert.equal((await json(server, "anslut.json")).by_invitation, true);
    assert.equal((await page(server, `/${COUNTY}/anslut/ny`)).headers.location, `/${COUNTY}/anslut`);
    assert.equal((await post(`${server.origin}/${COUNTY}/anslut/ny/organisation`, { name: "Objuden" })).headers.location, `/${COUNTY}/anslut`);
  });

  it("invites nobody when a row of the list is wrong, and says which", async () => {
    const list = file("lista.csv", "E-post;Namn\nrodd@kustby.example;Kustby roddarlag\nfel;Fel\nRODD@kustby.example;Igen\nutan@namn.example;\n");
    const { code, err } = await operate(server, ["invite", COUNTY, list]);
    assert.equal(code, 1);
    assert.match(err, /row 2: "fel" is no e-mail address/);
    assert.match(err, /row 3: RODD@kustby.example stands there twice/);
    assert.match(err, /row 4: there is no name/);
    assert.equal(await sent(server, "invite"), 0);
  });

  it("mails a link to each of a list, while serving", async () => {
    const list = file("lista.csv", `email,name,lang\n${mine.email},${mine.name},sv\nrow@kustby.example,The Rowers,en\n`);
    const { code, out } = await operate(server, ["invite", COUNTY, list, "--json"]);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { invited: 2, used: 0 });
    invitation = await link(server, mine.email);
    const english = await mailedLink(server, "row@kustby.example", "en/inbjudan");
    assert.equal(english.mail.subject, "The Rowers is invited to join Equal in Nordland");
    assert.ok(!(await ask(server, "SELECT hex(token) FROM invitation")).includes(invitation.split("/").pop()), "only the hash of a link is kept");
  });

  it("leads to a page that changes nothing when opened, and a form with what is known filled in", async () => {
    const { text } = await page(server, invitation);
    assert.match(text, /Ni är inbjudna/);
    assert.equal(await ask(server, "SELECT count(*) FROM draft"), "0");
    const { status, headers } = await press(server, invitation);
    assert.equal(status, 303);
    form = headers.location;
    const first = await page(server, form);
    assert.ok(first.text.includes(`value="${mine.name}"`));
    assert.ok(first.text.includes(`value="${mine.email}"`));
  });

  it("is used by the member that comes of it, and by no other", async () => {
    const answers = { kind: "association", municipality: "9703", focus: ["makt"], contribution: "" };
    let path = form;
    for (let i = 0; i < 5 && !path.endsWith("/kontrollera"); i++) {
      const { text } = await page(server, path);
      const { action, fields } = readForm(text);
      const asked = Object.fromEntries(Object.entries(answers).filter(([name]) => text.includes(`name="${name}"`)));
      path = (await post(server.origin + action, [...fields.filter(([name]) => !(name in asked)), ...Object.entries(asked).flatMap(([name, value]) => [value].flat().map((one) => [name, one])), ["_next", "1"]])).headers.location ?? action;
    }
    assert.ok(path.endsWith("/kontrollera"), path);
    assert.equal((await post(server.origin + path, await checkFields(server, path))).status, 303);
    assert.match((await page(server, invitation)).text, /Ni är inbjudna/, "a form that is sent and not confirmed has not used it");
    const confirm = await mailedLink(server, mine.email, "bekrafta");
    assert.match((await press(server, confirm.path)).headers.location, /valkommen/);
    assert.match((await page(server, invitation)).text, /Inbjudan är använd/);
    assert.equal((await post(server.origin + invitation, { _stamp: "x" })).status, 200);
    const again = await operate(server, ["invite", COUNTY, file("lista.csv", `email;name\n${mine.email};${mine.name}\n`)]);
    assert.equal(again.out.trim(), "0 invited, 1 passed over that had joined by their invitation");
  });

  it("may be sent again: then only the newest link holds", async () => {
    const old = (await mailedLink(server, "row@kustby.example", "en/inbjudan")).path;
    const list = file("lista.csv", "email;name\nrow@kustby.example;Roddarna\n");
    assert.equal((await operate(server, ["invite", COUNTY, list])).out.trim(), "1 invited");
    const path = await eventually(async () => { const now = await link(server, "row@kustby.example"); return now.includes("/en/") ? null : now; });
    assert.equal((await page(server, path)).status, 200);
    assert.equal((await page(server, old)).status, 404);
  });

  it("is sent by a command alone, too, when nobody serves, and is mailed when somebody does", async () => {
    await server.stop();
    const list = file("lista.csv", "email;name\nensam@kustby.example;Ensam\n");
    const { code, out, err } = await operate(server, ["invite", COUNTY, list, "--public-url", "https://anslut.example"]);
    assert.equal(err.replace(/^20.*\n/gm, ""), "");
    assert.equal(code, 0);
    assert.equal(out.trim(), "1 invited");
    server = await begin({ data: server.data });
    assert.match(await link(server, "ensam@kustby.example"), /\/nordland\/inbjudan\//);
  });

  it("is valid for ninety days, and forgotten a month later", async () => {
    const path = await link(server, "ensam@kustby.example");
    await server.stop();
    server = await begin({ data: server.data, time: "+89d" });
    assert.match((await page(server, path)).text, /Ni är inbjudna/);
    await server.stop();
    server = await begin({ data: server.data, time: "+92d" });
    assert.match((await page(server, path)).text, /Inbjudan gäller inte längre/);
    await server.stop();
    server = await begin({ data: server.data, time: "+122d" });
    await eventually(async () => await ask(server, "SELECT count(*) FROM invitation WHERE email LIKE 'ensam%'") === "0");
  });

  it("tells wrong use apart from wrong lists", async () => {
    assert.equal((await operate(server, ["invite", COUNTY])).code, 2);
    assert.equal((await operate(server, ["invite", COUNTY, "/finns/inte.csv"])).code, 2);
    const list = file("lista.csv", "email;name\na@kustby.example;A\n");
    const nobody = await operate(server, ["invite", "finnsinte", list]);
    assert.equal(nobody.code, 1);
    assert.match(nobody.err, /there is no county finnsinte/);
  });
});

describe("joining on paper", () => {
  let server;
  before(async () => { server = await start(); });
  after(() => server.cleanUp());
  const pdf = "%PDF-1.4\n% Undertecknat av styrelsen\n%%EOF\n";
  const club = {
    date: "2023-05-03",
    answers: { name: "Älvstads orienterare", kind: "association", municipality: "9702", email: "kansli@alvstadok.example", focus: ["makt"], contribution: "Vi byter uppgifter." },
  };
  const register = (name, content, ...flags) => operate(server, ["register", COUNTY, file(name, typeof content === "string" ? content : JSON.stringify(content)), ...flags]);

  it("is judged by the same form as all others, and says what is wrong with which row", async () => {
    const { code, err } = await register("papper.json", [
      { date: "2023-05", answers: {} },
      { date: "2999-01-01", answers: {} },
      { date: "2023-05-03", answers: { ...club.answers, focus: ["finnsinte"], shoe_size: 42 } },
      { date: "2023-05-03", answers: { ...club.answers, kind: "company", municipality: "" } },
      { date: "2023-05-03", answers: { ...club.answers, name: "", email: "fel" } },
      { date: "2023-05-03" },
    ]);
    assert.equal(code, 1);
    for (const words of [/row 1: the date of joining is a day such as/, /row 2: nobody has joined on 2999-01-01 yet/, /row 3: there is no question "shoe_size"/,
      /row 4: this kind of organisation may not join/, /row 5: name: Fyll i/, /row 5: email: Skriv en e-postadress/, /row 6: there are no answers/, /nothing was done/])
      assert.match(err, words);
    assert.equal((await json(server, "anslutna.json")).total, 0);
  });

  it("stands in the register with its own day, without a mail to confirm", async () => {
    const { code, out, err } = await register("papper.json", club, "--document", file("brev.pdf", pdf), "--json");
    assert.equal(err, "");
    assert.equal(code, 0);
    const answer = JSON.parse(out);
    assert.equal(answer.registered, 1);
    const member = await json(server, new URL(answer.members[0].href).pathname.split("/").slice(2).join("/") + ".json");
    assert.equal(member.name, "Älvstads orienterare");
    assert.equal(member.joined.iso, "2023-05-03");
    assert.equal(await sent(server, "confirm"), 0);
    assert.equal((await mailedLink(server, club.answers.email, "valkommen")).mail.subject, "Välkomna till Lika i Nordland");
    assert.equal(await ask(server, "SELECT count(*) FROM audit WHERE action = 'join.on-paper' AND actor = 'operator'"), "1");
    assert.equal(await ask(server, "SELECT count(*) FROM audit WHERE actor = 'visitor'"), "0");
  });

  it("is sealed with its day and the hash of the scan, which the member can fetch", async () => {
    const { path } = await mailedLink(server, club.answers.email, "valkommen");
    const sealed = JSON.parse((await page(server, `${path}/atagande/dokument`)).text);
    assert.equal(sealed.date, "2023-05-03");
    assert.equal(sealed.strategy.id, "2022");
    assert.match(sealed.letter.text, /3 maj 2023/);
    assert.match(sealed.paper.hash, /^[0-9a-f]{64}$/);
    assert.equal(sealed.paper.hash, (await ask(server, "SELECT hex(hash) FROM paper")).toLowerCase());
    const { text } = await page(server, `${path}/atagande`);
    assert.match(text, /undertecknat på papper den <time datetime="2023-05-03">3 maj 2023<\/time>/);
    const scan = await page(server, `${path}/atagande/papper`);
    assert.equal(scan.headers["content-type"], "application/pdf");
    assert.match(scan.headers["content-disposition"], /attachment; filename="alvstads-orienterare.pdf"/);
    assert.equal(scan.text, pdf);
    assert.equal((await page(server, path.replace(/[^/]*$/, "A".repeat(32)) + "/atagande/papper")).status, 404);
    assert.equal((await run(["verify", COUNTY, "--data", server.data])).code, 0);
  });

  it("is an organisation's only join", async () => {
    const again = await register("papper.json", club);
    assert.equal(again.code, 1);
    assert.match(again.err, /row 1: the organisation has joined already/);
    const twice = await register("papper.json", [{ ...club, answers: { ...club.answers, name: "Ny" } }, { ...club, answers: { ...club.answers, name: "NY" } }]);
    assert.match(twice.err, /row 2: the organisation stands there twice/);
    assert.equal((await json(server, "anslutna.json")).total, 1);
  });

  it("may come as a spreadsheet, without mails where nobody wants them", async () => {
    const { out, err } = await register("papper.csv",
      "date;name;kind;municipality;email;second_email;focus\r\n2022-02-01;Kustby kommun;municipality;9703;kansli@kustby.example;ordf@kustby.example;makt, halsa\r\n" +
      "2024-11-30;Nordlands tingsrätt;state;;ting@nordland.example;;halsa\r\n", "--quiet");
    assert.equal(err, "");
    assert.equal(out.trim(), "2 registered");
    const { members } = await json(server, "anslutna.json");
    assert.deepEqual(members.map((one) => [one.name, one.joined.iso, one.areas.length]),
      [["Kustby kommun", "2022-02-01", 2], ["Nordlands tingsrätt", "2024-11-30", 1], ["Älvstads orienterare", "2023-05-03", 1]]);
    assert.equal(await sent(server, "welcome"), 1);
    assert.equal(await sent(server, "sign"), 0, "two have signed the paper");
  });

  it("goes with one scan of a kind that is known", async () => {
    const one = { ...club, answers: { ...club.answers, name: "En till" } };
    const wrong = await register("papper.json", one, "--document", file("brev.txt", "Hej"));
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /no PDF, PNG or JPEG/);
    assert.equal((await register("papper.json", [one, club], "--document", file("brev.pdf", pdf))).code, 2);
    assert.equal((await register("papper.txt", one)).code, 2);
    assert.equal((await register("papper.json", "{")).code, 2);
    assert.equal((await register("papper.json", one, "--document", "/finns/inte.pdf")).code, 2);
    assert.equal((await json(server, "anslutna.json")).total, 3);
  });
});
