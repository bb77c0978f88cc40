// The mailed link: seven days, one press, and nothing by merely looking.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, mailedLink, orgNumber, press, sendForm } from "./join.mjs";
import { eventually, mails, sql, startServer } from "./server.mjs";
import { fillIn, post, readForm, request } from "./visitor.mjs";

const mine = answers.vastmanland;
const dump = (server) => sql(server.database("vastmanland"),
  "SELECT * FROM member; SELECT hex(token), purpose, made_at FROM link; SELECT count(*), max(id) FROM mail; SELECT count(*) FROM audit");

describe("a link that is open", () => {
  let server, path;
  before(async () => {
    server = await startServer();
    await sendForm(server, "vastmanland");
    ({ path } = await mailedLink(server, mine.email, "bekrafta"));
    await eventually(async () => (await sql(server.database("vastmanland"), "SELECT count(*) FROM mail WHERE state = 'sent'")) === "1");
  });
  after(() => server.cleanUp());

  it("changes nothing however often it is opened", async () => {
    const before = await dump(server);
    for (let i = 0; i < 30; i++) {
      const { status, headers } = await request(server.origin + path, { method: i % 3 ? "GET" : "HEAD" });
      assert.equal(status, 200);
      assert.equal(headers["cache-control"], "no-store");
    }
    assert.equal(await dump(server), before);
  });

  it("is not confirmed by a form of somebody else's", async () => {
    const { action, fields } = readForm((await request(server.origin + path)).text);
    for (const [changes, options] of [[{ _stamp: "x" }, {}], [{}, { headers: { Origin: "https://elak.example" } }]]) {
      const answer = await post(server.origin + action, fillIn(fields, changes), options);
      assert.equal(answer.status, 200);
      assert.ok(answer.text.includes("Bekräfta anslutningen"), "shown again");
    }
    assert.equal(JSON.parse((await request(`${server.origin}/vastmanland/anslutna.json`)).text).total, 0);
  });

  it("is in no page's robots index and tells no other site where it stands", async () => {
    const { text, headers } = await request(server.origin + path);
    assert.match(text, /<meta content="noindex" name="robots">/);
    assert.equal(headers["referrer-policy"], "same-origin");
  });

  it("confirms when its button is pressed, once even if pressed ten times at once", async () => {
    const { action, fields } = readForm((await request(server.origin + path)).text);
    const pressed = await Promise.all(Array.from({ length: 10 }, () => post(server.origin + action, fields)));
    assert.equal(pressed.filter(({ status }) => status === 303).length, 1);
    for (const { status, text } of pressed) if (status !== 303) assert.ok(status === 200 && text.includes("Anslutningen är redan bekräftad"));
    await eventually(() => mails(server).some((mail) => mail.subject.startsWith("Välkomna")));
    assert.equal(await sql(server.database("vastmanland"), "SELECT count(*) FROM mail WHERE purpose = 'welcome'"), "1");
    assert.equal(await sql(server.database("vastmanland"), "SELECT count(*) FROM member WHERE state = 'public'"), "1");
  });

  it("says afterwards that it was used, and does nothing more", async () => {
    const before = await dump(server);
    const page = await request(server.origin + path);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes("Allt är klart. Länken kan bara användas en gång."));
    assert.ok(!/<form[^>]*method="post"/.test(page.text));
    assert.equal(await dump(server), before);
  });

  const unknown = ["A".repeat(32), "kort", "a".repeat(500), "%C3%A5", "-_-"];
  for (const token of unknown)
    it(`a link that nobody was sent (${token.slice(0, 12)}) is unknown`, async () => {
      const { status, text } = await request(`${server.origin}/vastmanland/bekrafta/${token}`);
      assert.equal(status, 404);
      assert.ok(text.includes("Vi känner inte igen länken."));
      assert.equal((await post(`${server.origin}/vastmanland/bekrafta/${token}`, { _stamp: "" })).status, 404);
      assert.equal((await request(`${server.origin}/vastmanland/valkommen/${token}`)).status, 404);
    });

  it("of one county opens nothing in another, and one kind of link no other kind", async () => {
    assert.equal((await request(server.origin + path.replace("vastmanland", "varmland"))).status, 404);
    assert.equal((await request(server.origin + path.replace("bekrafta", "valkommen"))).status, 404);
    assert.equal((await request(server.origin + path.replace("bekrafta", "granska"))).status, 404);
  });
});

describe("a link that has grown old", () => {
  it("works until the seventh day is over, then offers a new one to the same address", async () => {
    let server = await startServer();
    await sendForm(server, "vastmanland");
    const { path } = await mailedLink(server, mine.email, "bekrafta");
    const at = async (time) => { await server.stop(); server = await startServer({ data: server.data, time }); };
    await at("+167h");
    assert.ok((await request(server.origin + path)).text.includes("När ni trycker på knappen blir anslutningen klar"));
    await at("+169h");
    const old = await request(server.origin + path);
    assert.equal(old.status, 200);
    assert.ok(old.text.includes("Länken har blivit för gammal"));
    const { action, fields } = readForm(old.text);
    assert.equal(action, `${path}/ny`);
    const confirmed = await post(server.origin + path, fields);
    assert.equal(confirmed.status, 200, "pressing the old button confirms nothing");
    assert.equal(await sql(server.database("vastmanland"), "SELECT state FROM member"), "unconfirmed");

    const renewed = await press(server, path);
    assert.equal(renewed.status, 200);
    assert.ok(renewed.text.includes("En ny länk är på väg"));
    const link = await eventually(async () => { const found = await mailedLink(server, mine.email, "bekrafta"); return found.path !== path && found; });
    assert.equal(mails(server).length, 2);
    const twice = await post(server.origin + action, fields);
    assert.ok([200, 404, 409].includes(twice.status));
    assert.equal(mails(server).length, 2, "pressed again at once sends no further mail");
    assert.ok(!(await request(server.origin + path)).text.includes("När ni trycker på knappen"), "the old link stays old");
    assert.equal((await press(server, link.path)).status, 303);
    assert.equal(await sql(server.database("vastmanland"), "SELECT state FROM member"), "public");
    await server.cleanUp();
  });

  it("is forgotten a month after the form was sent, with everything that was in it", async () => {
    let server = await startServer();
    await sendForm(server, "vastmanland");
    const { path } = await mailedLink(server, mine.email, "bekrafta");
    await server.stop();
    server = await startServer({ data: server.data, time: "+32d" });
    await eventually(async () => (await sql(server.database("vastmanland"), "SELECT count(*) FROM member")) === "0");
    assert.equal((await request(server.origin + path)).status, 404);
    const rest = await sql(server.database("vastmanland"), ".dump");
    assert.ok(!rest.includes(mine.name) && !rest.includes(mine.email));
    await server.cleanUp();
  });
});

describe("two links for one organisation", () => {
  it("the second says that another was first", async () => {
    const server = await startServer();
    const number = orgNumber(3);
    for (const email of ["a@exempel.se", "b@exempel.se"]) await sendForm(server, "vastmanland", { org_number: number, email });
    const a = await mailedLink(server, "a@exempel.se", "bekrafta");
    const b = await mailedLink(server, "b@exempel.se", "bekrafta");
    assert.equal((await press(server, a.path)).status, 303);
    const page = await request(server.origin + b.path);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes("Någon annan hos er hann före"));
    assert.ok(!/<form[^>]*method="post"/.test(page.text));
    await server.cleanUp();
  });
});
