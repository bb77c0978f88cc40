// Ways to join, in a county that has them all: who may, who signs, when.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, press } from "./join.mjs";
import { COUNTY, ask, at, fill, json, page, send, sent, sorts, start } from "./nordland.mjs";
import { eventually, mails } from "./server.mjs";
import { post, readForm } from "./visitor.mjs";

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
    const asked = (await page(server, first)).text;
    assert.ok(asked.includes(`mejlar vi ${mine.second_email}, som också undertecknar`) && !asked.includes("blir anslutningen klar"), "the button says what it does");
    const pressed = await press(server, first);
    assert.equal(pressed.status, 303);
    assert.equal(pressed.headers.location, first);
    const { text } = await page(server, first);
    assert.match(text, /Nu väntar vi på den andra underskriften/);
    assert.ok(text.includes(mine.second_email));
    assert.deepEqual(readForm(text).fields.map(([name]) => name).filter((name) => name !== "_stamp"), ["email"], "nothing but the address can be changed");
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

describe("a wrong address of the second one", () => {
  const mine = { ...sorts.municipality, second_email: "ordforande@alvstadd.example" };
  const right = sorts.municipality.second_email;
  let server, first, wrong;
  const correct = (email, changed = {}) => press(server, first, { email, ...changed });
  before(async () => {
    server = await start();
    first = (await send(server, mine)).path;
    await press(server, first);
    wrong = await mailedLink(server, mine.second_email, "underteckna");
  });
  after(() => server.cleanUp());

  it("is told apart from what is no address, and from the first one's own", async () => {
    for (const [email, words] of [["", /Fyll i ”E-post till den som undertecknar”/], ["fel@", /Skriv en e-postadress som/], [mine.email.toUpperCase(), /behöver en egen e-postadress/]]) {
      const { status, text } = await correct(email);
      assert.equal(status, 422);
      assert.match(text, words);
      assert.match(text, /<title>Fel: /);
      assert.ok(!email || text.includes(`value="${email}"`), "what was typed is there");
    }
    assert.equal((await correct(right, { _stamp: "x" })).status, 200, "not by the form of somebody else");
    assert.equal((await post(`${server.origin}${first.replace(/[^/]*$/, "A".repeat(32))}/adress`, { _stamp: "x", email: right })).status, 404);
    assert.equal((await post(`${server.origin}${wrong.path.replace("underteckna", "bekrafta")}/adress`, { _stamp: "x", email: right })).status, 404, "not by the second one's link");
    assert.equal(await ask(server, "SELECT email FROM signature"), mine.second_email);
  });

  it("is changed by the first one's mailed link: the new one gets a mail, and the old link stops", async () => {
    const answer = await correct(right);
    assert.deepEqual([answer.status, answer.headers.location], [303, first]);
    assert.ok((await page(server, first)).text.includes(right));
    assert.equal((await page(server, wrong.path)).status, 404, "nobody reads the answers by the old link");
    const { fields } = readForm((await page(server, first)).text);
    assert.equal((await post(server.origin + wrong.path, fields)).status, 404);
    assert.equal(await ask(server, "SELECT json_extract(answers, '$.second_email') FROM member"), right);
    assert.equal(await ask(server, "SELECT actor || ' ' || detail FROM audit WHERE action = 'join.second-corrected'"), "visitor", "and no address in the trail");
  });

  it("answers the same whoever the address belongs to", async () => {
    const answer = await correct(right.toUpperCase().replace("ORD", "ord"));
    assert.deepEqual([answer.status, answer.headers.location], [303, first]);
  });

  it("is no way to mail the whole world", async () => {
    for (const one of ["c", "d"]) assert.equal((await correct(`${one}@alvstad.example`)).status, 303);
    const { text } = await page(server, first);
    assert.ok(!/<form[^>]*method="post"/.test(text));
    assert.match(text, /så många gånger som det går/);
    const fields = { _stamp: readForm((await page(server, (await mailedLink(server, "d@alvstad.example", "underteckna")).path)).text).fields[0][1] };
    assert.notEqual((await post(`${server.origin}${first}/adress`, { ...fields, email: "e@alvstad.example" })).status, 303);
    assert.equal(await sent(server, "sign"), 5);
  });

  it("makes the member by the newest link", async () => {
    const { path } = await mailedLink(server, "d@alvstad.example", "underteckna");
    assert.equal((await press(server, path)).status, 303);
    assert.equal((await json(server, "anslutna.json")).total, 1);
    const answer = await post(`${server.origin}${first}/adress`, { _stamp: "x", email: right });
    assert.match(answer.text, /Anslutningen är redan bekräftad/);
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
    const waits = await eventually(() => mails(server).find((mail) => mail.to.includes(mine.email) && mail.subject.startsWith("Påminnelse")));
    const mended = new URL(waits.plain.match(/https?:\/\/\S+\/bekrafta\/[\w-]+/)[0]).pathname;
    assert.match((await page(server, mended)).text, /Blev adressen fel\?/, "the first one may mend the address by it");
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
