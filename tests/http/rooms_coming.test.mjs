// Ways to join that begin with the county: by invitation, on paper, anew.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, press } from "./join.mjs";
import { COUNTY, ask, at, counties, file, json, operate, page, send, sent, sorts, start } from "./nordland.mjs";
import { countyFolder, eventually, mails, run, startServer } from "./server.mjs";
import { post, readForm } from "./visitor.mjs";

/** The newest mail of a link, when it is the one with this subject. */
const lastMail = (server, to, part, subject) =>
  eventually(async () => { const one = await mailedLink(server, to, part); return one.mail.subject === subject ? one : null; });

/** Go through a form that is begun with answers, up to its end; what is changed is. */
async function walkOn(server, form, changed) {
  let path = form;
  for (let i = 0; i < 5 && !path.endsWith("/kontrollera"); i++) {
    const { text } = await page(server, path);
    const { action, fields } = readForm(text);
    const asked = Object.entries(changed).filter(([name]) => text.includes(`name="${name}"`));
    path = (await post(server.origin + action, [...fields.filter(([name]) => !asked.some(([one]) => one === name)), ...asked, ["_next", "1"]])).headers.location ?? action;
  }
  return path;
}

/** The same, and send it. */
async function sendOn(server, form, changed) {
  const path = await walkOn(server, form, changed);
  const fields = await checkFields(server, path);
  return { path, fields, answer: await post(server.origin + path, fields) };
}

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
    const swedish = await operate(server, ["invite", COUNTY, list, "--lang", "sv"]);
    assert.equal(swedish.err.replace(/^20.*\n/gm, ""), "rad 2: «fel» är ingen e-postadress\nrad 3: RODD@kustby.example står där två gånger\nrad 4: namnet saknas\nanslut: ingenting gjordes\n");
    const data = JSON.parse((await operate(server, ["invite", COUNTY, list, "--json"])).out);
    assert.deepEqual(data.faults[0], { row: 2, what: "no-address", value: "fel", text: '"fel" is no e-mail address' });
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
    const answers = { kind: "association", municipality: "9703", focus: "makt", contribution: "" };
    const { path, answer } = await sendOn(server, form, answers);
    assert.ok(path.endsWith("/kontrollera"), path);
    assert.equal(answer.status, 303);
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

  it("is sent to everybody on the waiting list when joining by invitation opens", async () => {
    await server.stop();
    server = await begin({ data: server.data, time: "@2026-07-01 12:00:00" });
    const waits = { name: "Älvstads körförbund", email: "kor@alvstad.example" };
    const closed = await page(server, `/${COUNTY}/anslut`);
    assert.match(closed.text, /Just nu går det inte att ansluta sig/);
    assert.equal((await press(server, `/${COUNTY}/anslut`, waits)).status, 303);
    const early = await link(server, "ensam@kustby.example");
    assert.match((await page(server, early)).text, /Ni är inbjudna/);
    assert.equal((await press(server, early)).headers.location, `/${COUNTY}/anslut`, "who is invited waits, too, until it opens");
    await server.stop();
    server = await begin({ data: server.data, time: "@2026-08-16 08:00:00" });
    const opened = await mailedLink(server, waits.email, "inbjudan");
    assert.equal(opened.mail.subject, "Nu kan Älvstads körförbund ansluta sig till Lika i Nordland");
    assert.match((await page(server, opened.path)).text, /Ni är inbjudna/);
    const first = await page(server, (await press(server, opened.path)).headers.location);
    assert.ok(first.text.includes(`value="${waits.name}"`), "what is known is filled in");
    assert.equal(await ask(server, "SELECT count(*) FROM waiting"), "0");
    assert.equal(await sent(server, "open"), 1);
    const list = file("lista.csv", `email;name\n${waits.email};${waits.name}\n`);
    assert.equal((await operate(server, ["invite", COUNTY, list], { time: "@2026-08-16 09:00:00" })).out.trim(), "1 invited", "and may be invited again by hand");
    await server.stop();
    server = await begin({ data: server.data });
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
      /row 4: this kind of organisation may not join/, /row 5: name: /, /row 5: email: Write an email address/, /row 6: there are no answers/, /nothing was done/])
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

  it("is told of in Swedish to whoever wants it", async () => {
    const { code, err } = await register("papper.json", [{ date: "igår", answers: {} }, { date: "2023-05-03", answers: { ...club.answers, email: "fel" } }], "--lang", "sv");
    assert.equal(code, 1);
    assert.match(err, /rad 1: dagen för anslutningen skrivs som 2021-05-03, inte «igår»\nrad 2: email: Skriv en e-postadress.*\nanslut: ingenting gjordes/);
  });

  it("goes with one scan of a kind that is known", async () => {
    const one = { ...club, answers: { ...club.answers, name: "En till" } };
    const wrong = await register("papper.json", one, "--document", file("brev.txt", "Hej"));
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /no PDF, PNG or JPEG/);
    assert.equal((await register("papper.json", [one, club], "--document", file("brev.pdf", pdf))).code, 2);
    assert.equal((await register("papper.txt", one)).code, 2);
    assert.equal((await register("papper.json", "{")).code, 2);
    assert.equal((await register("papper.json", one, "--document", "/finns/inte.pdf")).code, 2);
    assert.equal((await json(server, "anslutna.json")).total, 3);
  });

  // The last of these: the county's data are spoilt afterwards.
  it("is verified with what was sealed: the scan, its hash, and the hash in the seal", async () => {
    const verify = () => run(["verify", COUNTY, "--lang", "en", "--data", server.data]);
    await server.stop();
    const good = await verify();
    assert.deepEqual([good.code, good.err], [0, ""]);
    assert.match(good.out, /^nordland: 3 commitments, 0 wrong\nnordland: 1 scanned papers, 0 wrong$/m);
    const other = "%PDF-1.4 another";
    await ask(server, `UPDATE paper SET document = CAST('${other}' AS BLOB)`);
    const changed = await verify();
    assert.equal(changed.code, 1);
    assert.match(changed.out, /^ {2}member 1: the scanned paper does not match its hash$/m);
    assert.match(changed.out, /^nordland: 3 commitments, 0 wrong\nnordland: 1 scanned papers, 1 wrong$/m);
    const twin = await startServer({ counties, env: { TZ: "UTC" } });
    await operate(Object.assign(twin, { counties }), ["register", COUNTY, file("papper.json", JSON.stringify(club)), "--document", file("annat.pdf", other)]);
    await twin.stop();
    const hash = await ask(twin, "SELECT hex(hash) FROM paper");
    await twin.cleanUp();
    await ask(server, `UPDATE paper SET hash = x'${hash}'`);
    assert.match((await verify()).out, /1 scanned papers, 1 wrong/, "a hash that was exchanged with it is not the sealed one");
  });
});

describe("a renewal that two sign", () => {
  const mine = sorts.municipality;
  const soon = "@2027-02-01 10:00:00";
  let server, link, waits, second;
  const member = () => json(server, "anslutna/alvstads-kommun.json");
  const begin = async () => (await press(server, link)).headers.location;
  before(async () => {
    server = await start({ time: "@2026-05-02 10:00:00" });
    await press(server, (await send(server, mine)).path);
    assert.equal((await press(server, (await mailedLink(server, mine.second_email, "underteckna")).path)).status, 303);
    server = await at(server, soon);
    assert.equal((await operate(server, ["renew", COUNTY], { time: soon })).out.trim(), "1 asked to renew for the strategy 2027");
    link = (await mailedLink(server, mine.email, "fornya")).path;
  });
  after(() => server.cleanUp());

  it("waits for the second one, and the promise of before holds meanwhile", async () => {
    const { path, fields, answer } = await sendOn(server, await begin(), { focus: "vald", contribution: "Vi ser till att hemmet är tryggt.", second_email: "ny@alvstad.example" });
    assert.equal(answer.status, 303);
    waits = answer.headers.location;
    assert.match(waits, /\/bekrafta\//);
    assert.match((await page(server, waits)).text, /Innan dess gäller det ni lovade förut/);
    assert.equal((await post(server.origin + path, fields)).headers.location, `/${COUNTY}/anslut/klart`, "sent twice it is sent once");
    const { strategy, areas, renewed } = await member();
    assert.deepEqual([areas.map(({ id }) => id), renewed], [["makt", "halsa"], undefined], strategy);
    assert.equal(await sent(server, "renewed"), 0);
    assert.equal(await sent(server, "sign"), 1);
    const mailed = await lastMail(server, mine.email, "bekrafta", "Älvstads kommun: förnyelsen i Lika i Nordland väntar på den andra underskriften");
    assert.equal(mailed.path, waits);
    second = await mailedLink(server, "ny@alvstad.example", "underteckna");
    assert.equal(second.mail.subject, "Underteckna att Älvstads kommun förnyar sin anslutning till Lika i Nordland");
  });

  it("says so where it was begun, and a newer form takes its place", async () => {
    assert.match((await page(server, link)).text, /Det väntar på den andra underskriften, som behövs senast den 15 februari 2027/);
    const { answer } = await sendOn(server, await begin(), { focus: "vald", contribution: "Vi frågar alla hur de har det.", second_email: "ny@alvstad.exampel" });
    assert.equal((await page(server, second.path)).status, 404);
    assert.equal((await page(server, waits)).status, 404);
    waits = answer.headers.location;
    assert.equal((await press(server, waits, { email: "ny@alvstad.example" })).status, 303, "its address can be mended, too");
    second = await eventually(async () => { const now = await mailedLink(server, "ny@alvstad.example", "underteckna"); return now.path === second.path ? null : now; });
  });

  it("shows the second one what is renewed, and counts when that one signs", async () => {
    const { text } = await page(server, second.path);
    assert.match(text, /vill förnya sin anslutning/);
    assert.match(text, /Vi frågar alla hur de har det/);
    assert.equal((await member()).renewed, undefined);
    assert.equal((await press(server, second.path)).status, 303);
    assert.match((await page(server, second.path)).text, /Nu har båda undertecknat/);
    const now = await member();
    assert.deepEqual([now.number, now.joined.iso, now.areas.map(({ id }) => id)], [1, "2026-05-02", ["vald"]]);
    assert.deepEqual(now.renewed.map(({ strategy, day }) => [strategy, day.iso]), [["2027", "2027-02-01"]]);
    assert.match((await page(server, waits)).text, /redan bekräftad/);
    assert.match((await page(server, link)).text, /Anslutningen är förnyad/);
    assert.equal((await json(server, "anslutna.json")).total, 1);
  });

  it("is sealed with both signatures, after what was promised before", async () => {
    const { path } = await lastMail(server, mine.email, "valkommen", "Älvstads kommun har förnyat sin anslutning till Lika i Nordland");
    const now = await json(server, `${path.split("/").slice(2).join("/")}/atagande.json`);
    assert.deepEqual(now.document.signatures.map(({ by }) => by), ["first", "second"]);
    assert.equal(now.document.renews.strategy, "2022");
    assert.equal(now.others.length, 3, "what was sent and what two signed, then and now");
    assert.ok(!JSON.stringify(now).includes("ny@alvstad"), "without the address");
    assert.equal((await run(["verify", COUNTY, "--data", server.data])).code, 0);
    assert.equal(await ask(server, "SELECT count(*) FROM member"), "1", "what waited is gone");
    assert.equal(await ask(server, "SELECT count(*) FROM package_item"), "3", "what it had, once");
  });
});

describe("a strategy that replaces another", () => {
  const mine = { ...sorts.association, focus: ["makt", "halsa"], contribution: "Vi simmar tillsammans." };
  const before2027 = "@2026-05-02 10:00:00";
  const after2027 = "@2027-02-01 10:00:00";
  const next = "@2027-02-02 10:00:00";
  let server, welcome, link, form, renewed;
  before(async () => { server = await start({ time: before2027 }); });
  after(() => server.cleanUp());
  const renew = (time, ...flags) => operate(server, ["renew", COUNTY, ...flags], { time });

  it("leaves the members of the older one as they are", async () => {
    const { path } = await send(server, mine);
    welcome = (await press(server, path)).headers.location;
    assert.equal((await renew(before2027)).out.trim(), "0 asked to renew for the strategy 2022");
    server = await at(server, after2027);
    const member = await json(server, "anslutna/kustby-simsallskap.json");
    assert.equal(member.joined.iso, "2026-05-02");
    assert.equal(member.renewed, undefined);
    assert.ok(member.areas.some(({ id }) => id === "halsa"), "an area of the older strategy");
  });

  it("asks them by a mailed link, once, unless an operator wants it again", async () => {
    assert.equal((await renew(after2027, "--dry-run")).out.trim(), "1 would be asked to renew for the strategy 2027");
    assert.equal((await renew(after2027, "--dry-run", "--lang", "sv")).out.trim(), "Skulle få frågan om att förnya till 2027: 1.");
    assert.equal(await sent(server, "renew"), 0);
    assert.equal((await renew(after2027)).out.trim(), "1 asked to renew for the strategy 2027");
    assert.equal((await renew(after2027)).out.trim(), "0 asked to renew for the strategy 2027; 1 had been asked before");
    assert.equal((await renew(after2027, "--again", "--json")).out.trim(), '{"strategy":"2027","asked":1,"before":1}');
    link = await mailedLink(server, mine.email, "fornya");
    assert.equal(link.mail.subject, "Dags att förnya: Kustby simsällskap i Lika i Nordland");
    assert.match(link.mail.plain.replace(/\s+/g, " "), /Lika i Nordland 2027–2031/);
  });

  it("shows what was promised, and changes nothing when opened", async () => {
    const { text } = await page(server, link.path);
    assert.match(text, /Vi simmar tillsammans/);
    assert.match(text, /är ansluten sedan <time datetime="2026-05-02">/);
    assert.match(text, /flickor och pojkar/, "the letter of its kind");
    assert.equal(await ask(server, "SELECT count(*) FROM draft WHERE renews > 0"), "0");
  });

  it("begins the form with the answers of then, but for areas that are gone", async () => {
    const pressed = await press(server, link.path);
    assert.equal(pressed.status, 303);
    form = pressed.headers.location;
    let { text } = await page(server, form);
    assert.ok(text.includes(`value="${mine.name}"`));
    ({ text } = await page(server, form.replace("organisation", "inriktning")));
    assert.match(text, /checked[^>]*value="makt"|value="makt"[^>]*checked/);
    assert.ok(!text.includes('value="halsa"'), "an area of the older strategy is no choice");
    assert.match(text, /value="vald"/);
    assert.match(text, /Vi simmar tillsammans\./);
  });

  it("counts at once when it is sent: same number, same day, new promise", async () => {
    const path = await walkOn(server, form, { focus: "vald", contribution: "Ingen är rädd i duschen." });
    const check = await page(server, path);
    assert.match(check.text, /gäller de nya svaren genast/);
    const fields = await checkFields(server, path);
    const answer = await post(server.origin + path, fields);
    assert.equal(answer.status, 303);
    renewed = answer.headers.location;
    assert.match(renewed, /\/valkommen\//);
    assert.equal((await post(server.origin + path, fields)).headers.location, `/${COUNTY}/anslut/klart`, "sent twice it happens once");
    const member = await json(server, "anslutna/kustby-simsallskap.json");
    assert.equal(member.number, 1);
    assert.equal(member.joined.iso, "2026-05-02");
    assert.deepEqual(member.renewed.map(({ strategy, day }) => [strategy, day.iso]), [["2027", "2027-02-01"]]);
    assert.deepEqual(member.areas.map(({ id }) => id), ["vald"]);
    const { text } = await page(server, `/${COUNTY}/anslutna/kustby-simsallskap`);
    assert.match(text, /Förnyade <time datetime="2027-02-01">1 februari 2027<\/time>/);
    assert.match(text, /Ingen är rädd i duschen/);
    assert.equal((await json(server, "anslutna.json?omrade=vald")).found ?? (await json(server, "anslutna.json")).total, 1);
    assert.equal(await sent(server, "confirm"), 0, "nobody confirms again");
    await lastMail(server, mine.email, "valkommen", "Kustby simsällskap har förnyat sin anslutning till Lika i Nordland");
  });

  it("keeps what was promised before beside what is promised now", async () => {
    for (const path of [renewed, welcome]) {
      const now = await json(server, `${path.split("/").slice(2).join("/")}/atagande.json`);
      assert.equal(now.document.strategy.id, "2027");
      assert.deepEqual(now.document.renews, { strategy: "2022", date: "2026-05-02" });
      const older = await json(server, `${path.split("/").slice(2).join("/")}/atagande/1.json`);
      assert.equal(older.document.strategy.id, "2022");
      assert.match(JSON.stringify(older.document), /Vi simmar tillsammans/);
      assert.equal(now.document.previous, older.hash);
    }
    assert.match((await page(server, `${renewed}/atagande`)).text, /Det som har förseglats vid andra tillfällen/);
    assert.equal((await page(server, `${renewed}/atagande/3`)).status, 404);
    assert.equal((await page(server, `${renewed}/atagande/x`)).status, 404);
    assert.equal(JSON.parse((await page(server, `${renewed}/atagande/1/dokument`)).text).strategy.id, "2022");
    assert.equal((await run(["verify", COUNTY, "--data", server.data])).code, 0);
  });

  it("is renewed once: the link says so afterwards, and nobody is asked again", async () => {
    assert.match((await page(server, link.path)).text, /Anslutningen är förnyad/);
    assert.equal((await renew(next, "--again")).out.trim(), "0 asked to renew for the strategy 2027");
    assert.equal((await page(server, link.path.replace(/[^/]*$/, "A".repeat(32)))).status, 404);
    assert.equal(await ask(server, "SELECT count(*) FROM package_item"), "2", "what it had, once");
  });
});
