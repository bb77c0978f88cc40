// Counties that are as different as counties can be: an island with one
// municipality, members within members, joint members and the longest form.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { after, before, describe, it } from "node:test";
import { errors, mailedLink, orgNumber, press } from "./join.mjs";
import { eventually, mails, root, run, startServer, temporaryFolder } from "./server.mjs";
import { fillIn, post, readForm, request, unescape, walkForm } from "./visitor.mjs";

const counties = `${root}/tests/counties`;
const get = async (server, href) => {
  const page = await request(server.origin + href);
  assert.equal(page.status, 200, href);
  return page.text;
};
const json = async (server, href) => JSON.parse(await get(server, href));
const plain = (html) => unescape(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

async function send(server, county, answers) {
  const { path: at, page } = await walkForm(server, county, answers);
  if (!at.endsWith("/kontrollera")) throw new Error(`stopped at ${at}, ${page.status}: ${errors(page.text).join("; ")}`);
  const { action, fields } = readForm(page.text);
  const answer = await post(server.origin + action, [...fields, ["_next", "1"]]);
  assert.equal(answer.status, 303);
  return page.text;
}

/** Join, and confirm; gives the check page and the address of the welcome page. */
async function join(server, county, answers) {
  const check = await send(server, county, answers);
  const { path: link } = await mailedLink(server, answers.email, `${county}/bekrafta`);
  const confirmed = await press(server, link);
  assert.equal(confirmed.status, 303);
  return { check, welcome: confirmed.headers.location };
}

describe("an island with one municipality", () => {
  let server;
  const about = (n, more) => ({ org_number: orgNumber(n), municipality: "9801", focus: ["farjan"], email: `m${n}@exempel.se`, ...more });
  before(async () => { server = await startServer({ counties }); });
  after(() => server.cleanUp());

  it("counts nobody at first, and has no filter with one value", async () => {
    const home = plain(await get(server, "/havso/"));
    assert.match(home, /Bli först med att ansluta er/);
    assert.doesNotMatch(home, /kommuner har någon|Milstolpe/);
  });

  it("takes a form of 120 questions, all answered", async () => {
    const long = "Vi arbetar med det på ett sätt som tar plats. ".repeat(6).trim();
    const topics = ["styrning", "personal", "loner", "rekrytering", "arbetsmiljo", "service", "kommunikation", "pengar", "lokaler", "resor", "trygghet", "uppfoljning"];
    const answers = Object.fromEntries(topics.flatMap((topic) => Array.from({ length: 10 }, (_, i) => [`${topic}_${i + 1}`, long])));
    assert.equal(Object.keys(answers).length, 120);
    const { check } = await join(server, "havso", about(1, { name: "Havsö kommun", kind: "municipality", ...answers,
      "staff.women": "300", "staff.men": "90", "staff.other": "2" }));
    assert.equal(check.split(long).length - 1, 120);
    const profile = await json(server, "/havso/anslutna/havso-kommun.json");
    assert.deepEqual(profile.fields.map(({ id }) => id), ["focus", "staff"]);
  });

  it("tells women, men and others apart on the page, in JSON and in CSV", async () => {
    assert.match(plain(await get(server, "/havso/anslutna/havso-kommun")), /300 kvinnor 90 män 2 annat eller okänt/);
    const { fields } = await json(server, "/havso/anslutna/havso-kommun.json");
    assert.deepEqual(fields.find(({ id }) => id === "staff").value, { men: 90, other: 2, women: 300 });
    const csv = await get(server, "/havso/anslutna.csv");
    assert.match(csv, /300 kvinnor, 90 män och 2 annat eller okänt/);
  });

  it("numbers on from what was there before it, in the county's own form", async () => {
    const { number, number_text } = await json(server, "/havso/anslutna/havso-kommun.json");
    const year = new Date().getFullYear();
    assert.equal(number, 12);
    assert.equal(number_text, `HÖ 012/${year}`);
    assert.match(plain(await get(server, "/havso/anslutna/havso-kommun")), new RegExp(`som nummer HÖ 012/${year}`));
    assert.match(await get(server, "/havso/anslutna.csv"), new RegExp(`^.*\\r?\\n"?HÖ 012/${year}`));
    const welcome = await eventually(() => mails(server).find((mail) => mail.plain.includes("/valkommen/")));
    assert.match(welcome.plain, new RegExp(`som nummer HÖ 012/${year}`));
    assert.match(welcome.plain, new RegExp(`Diplom HÖ 012/${year}`));
  });

  it("lets a department join within its municipality, with the same number", async () => {
    const { check } = await join(server, "havso", { ...about(1), name: "Skolförvaltningen", kind: "municipality", within: "havso-kommun", email: "skola@exempel.se" });
    assert.match(plain(check), /Vilken ansluten organisation är ni en del av\? Havsö kommun/);
    const part = await get(server, "/havso/anslutna/skolforvaltningen");
    assert.match(part, /Del av <a href="\/havso\/anslutna\/havso-kommun">Havsö kommun<\/a>/);
    const whole = await get(server, "/havso/anslutna/havso-kommun");
    assert.match(whole, /<h2>Delar som har anslutit sig<\/h2>[\s\S]*href="\/havso\/anslutna\/skolforvaltningen"/);
    const mail = await eventually(() => mails(server).find((one) => one.to.includes("skola@exempel.se") && one.plain.includes("/valkommen/")));
    const [link] = mail.plain.match(/\/havso\/valkommen\/[\w-]+/);
    assert.match(plain(await get(server, `${link}/atagande`)), /Vilken ansluten organisation är ni en del av\? Havsö kommun/);
    const list = await get(server, "/havso/anslutna");
    assert.match(list, /Del av <a href="\/havso\/anslutna\/havso-kommun">/);
    assert.match(await get(server, "/havso/anslutna.csv"), /Skolförvaltningen[^\r\n]*Havsö kommun/);
  });

  it("does not let the same department join twice", async () => {
    await send(server, "havso", { ...about(1), name: "SKOLFÖRVALTNINGEN", kind: "municipality", within: "havso-kommun", email: "igen@exempel.se" });
    const { mail } = await mailedLinkOrMail(server, "igen@exempel.se");
    assert.match(mail.subject, /är redan ansluten/);
  });

  it("begins a form for a part at the page of the whole", async () => {
    const whole = await get(server, "/havso/anslutna/havso-kommun");
    const [, href] = whole.match(/href="([^"]*inom=[^"]*)"/);
    assert.equal(href, "/havso/anslut/ny?inom=havso-kommun");
    const start = await request(server.origin + href);
    assert.equal(start.status, 302);
    const page = await request(server.origin + start.headers.location);
    const { action, fields } = readForm(page.text);
    const first = await post(server.origin + action, [...fillIn(fields, { name: "Hamnen", kind: "municipality", email: "hamn@exempel.se", focus: "makt" }), ["_next", "1"]]);
    assert.match(first.text, /<option [^>]*value="havso-kommun"[^>]*selected|<option [^>]*selected[^>]*value="havso-kommun"/); // asked when the kind is known
  });

  it("refuses to be a part of what has not joined, or of another kind", async () => {
    await join(server, "havso", about(3, { name: "Havsö IK", kind: "association" }));
    for (const within of ["finns-inte", "havso-ik"]) {
      const { page } = await walkForm(server, "havso", { ...about(4), name: "Vården", kind: "municipality", within });
      assert.equal(page.status, 422);
      assert.match(errors(page.text).join(), /Välj något av det som går att välja/);
    }
  });

  it("lets three bodies join as one, and names them", async () => {
    await join(server, "havso", { ...about(0), name: "Öns jämställdhetsråd", kind: "joint", bodies: "Havsö kommun\nRegion Havsö\n\nHavsö stift", email: "rad@exempel.se" });
    const { bodies } = await json(server, "/havso/anslutna/ons-jamstalldhetsrad.json");
    assert.deepEqual(bodies, ["Havsö kommun", "Region Havsö", "Havsö stift"]);
    assert.match(plain(await get(server, "/havso/anslutna/ons-jamstalldhetsrad")), /gemensam anslutning av Havsö kommun, Region Havsö och Havsö stift/);
    assert.match(plain(await get(server, "/havso/anslutna?sok=stift")), /Öns jämställdhetsråd/);
  });

  it("counts by its own rule on every page, and says how", async () => {
    // Kommunen, föreningen, rådets tre: fem. Förvaltningen räknas inte.
    assert.match(plain(await get(server, "/havso/")), / 5 organisationer har anslutit sig/);
    const register = plain(await get(server, "/havso/anslutna"));
    assert.match(register, /5 organisationer har anslutit sig/);
    assert.match(register, /Delar av en organisation räknas inte för sig.*I listan står 4\./);
    const { total, listed } = await json(server, "/havso/anslutna.json");
    assert.deepEqual({ total, listed }, { total: 5, listed: 4 });
    assert.match(plain(await get(server, "/")), /Jämställda Havsö.*?5 organisationer har anslutit sig/);
    const { areas } = await json(server, "/havso/strategi.json");
    assert.deepEqual(areas.map(({ id, members }) => [id, members]), [["makt", 0], ["farjan", 5]]);
  });

  it("shows the milestone that is reached, and not the next", async () => {
    const home = plain(await get(server, "/havso/"));
    assert.match(home, /4 Nu är vi fyra organisationer på ön/);
    assert.doesNotMatch(home, /Tusen/);
  });

  it("has no filter of municipalities, and says its name where it is right", async () => {
    const { filters } = await json(server, "/havso/anslutna.json");
    assert.deepEqual(filters.municipality, []);
    const page = await get(server, "/havso/anslut/ny/organisation");
    assert.match(page, /<input[^>]*checked[^>]*value="9801"|<input[^>]*value="9801"[^>]*checked/);
    const register = await get(server, "/havso/anslutna");
    assert.doesNotMatch(register, /filter-municipality|Alla kommuner/);
    assert.match(plain(register), /Förening i Havsö/);
    assert.doesNotMatch(plain(await get(server, "/havso/")), /1 av 1|kommuner har någon/);
  });
});

async function mailedLinkOrMail(server, to) {
  for (let i = 0; i < 200; i++) {
    const mail = mails(server).reverse().find((one) => one.to.includes(to));
    if (mail) return { mail };
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`no mail to ${to}`);
}

describe("a member that is looked for among many", () => {
  const twins = ["9801", "9801"].map((_, i) => ({ name: "Ytterö föreningsråd", number: orgNumber(900 + i) }));
  let server, at;
  const within = (text) => [...text.matchAll(/<input[^>]*name="within"[^>]*>/g)].map(([tag]) => ({ value: tag.match(/value="([^"]*)"/)[1], checked: / checked/.test(tag) }));
  /** Send the first step with what is typed, and a button. */
  async function type(typed, more = {}, button = "_next", name = "1") {
    const page = await request(server.origin + at);
    const { action, fields } = readForm(page.text);
    const own = fields.filter(([key]) => !["within", "within.search"].includes(key) && !key.startsWith("_") || ["_stamp", "_version", "_asked"].includes(key));
    return post(server.origin + action, [...own, ["within.search", typed], ...Object.entries(more), [button, name]]);
  }
  before(async () => {
    server = await startServer({ counties });
    const names = [...Array.from({ length: 60 }, (_, i) => `Havsö myndighet nr ${i + 1}`), "Fyrvaktarämbetet"];
    const rows = [...names.map((name, i) => `2024-01-02;${name};state;${orgNumber(700 + i)};9801;a@example.org;farjan`),
      ...twins.map(({ name, number }) => `2024-01-02;${name};state;${number};9801;a@example.org;farjan`),
      `2024-01-02;Skeppsbolaget;company;${orgNumber(990)};9801;a@example.org;farjan`];
    const list = path(temporaryFolder(), "papper.csv");
    writeFileSync(list, `date;name;kind;org_number;municipality;email;focus\n${rows.join("\n")}\n`);
    const { code, err } = await run(["register", "havso", list, "--quiet", "--data", server.data, "--counties", counties]);
    assert.equal(code, 0, err);
    const first = await request(`${server.origin}/havso/anslut/ny`);
    const page = first.headers.location ? await request(server.origin + first.headers.location) : first;
    const { action, fields } = readForm(page.text);
    const answer = await post(server.origin + action, [...fillIn(fields, { name: "Fyrens verkstad", kind: "state", org_number: orgNumber(1), municipality: "9801", email: "fyr@example.org", focus: "farjan" }), ["_next", "1"]]);
    assert.match(answer.text, /Vilken ansluten organisation är ni en del av/, "a state authority is asked");
    at = readForm(answer.text).action;
  });
  after(() => server.cleanUp());

  it("is asked for by a field, not by a list of all", async () => {
    const { text } = await request(server.origin + at);
    assert.match(text, /<input[^>]*name="within\.search"/);
    assert.doesNotMatch(text, /<select[^>]*name="within"/);
    assert.match(text, /Skriv namnet, en del av det eller organisationsnumret/);
    assert.deepEqual(within(text), []);
  });

  it("is one of those that are found, with the button that only looks", async () => {
    const answer = await type("ytterö", {}, "_find", "within");
    assert.equal(answer.status, 303);
    const { text } = await request(server.origin + at);
    assert.deepEqual(within(text).map(({ value, checked }) => [value, checked]), [["yttero-foreningsrad", false], ["yttero-foreningsrad-2", false], ["", true]]);
    assert.match(text, /value="ytterö"/, "what was typed stays");
  });

  it("is said to be several, or none, and nobody is taken for another", async () => {
    const several = await type("Ytterö föreningsråd");
    assert.equal(several.status, 422);
    assert.match(several.text, /Flera anslutna passar in på ”Ytterö föreningsråd”/);
    const many = await type("myndighet");
    assert.equal(within(many.text).length, 21, "twenty, and none of them");
    assert.match(many.text, /Det finns fler\. Skriv mer av namnet/);
    for (const nobody of ["finns inte", "Skeppsbolaget", orgNumber(990), "xy", '" OR name:*', "ö".repeat(300)]) {
      const none = await type(nobody);
      assert.equal(none.status, 422, nobody);
      assert.match(none.text, /Vi hittar ingen ansluten som heter/);
      assert.match(none.text, /href="#f-within"/);
      assert.match(none.text, /id="f-within"/);
    }
  });

  for (const [how, typed, slug] of [["a part of its name", "fyrvakt", "fyrvaktarambetet"], ["its whole name, whatever the case", "HAVSÖ MYNDIGHET NR 7", "havso-myndighet-nr-7"], ["its organisation number", twins[1].number.replace(/(\d{6})/, "$1-"), "yttero-foreningsrad-2"]])
    it(`is found by ${how}, and then no more is to be done`, async () => {
      const answer = await type(typed);
      assert.equal(answer.status, 303);
      assert.doesNotMatch(answer.headers.location, new RegExp(`${at.split("/").pop()}$`));
      const { text } = await request(server.origin + at);
      assert.deepEqual(within(text).filter(({ checked }) => checked).map(({ value }) => value), [slug]);
    });

  it("may be chosen among those found, changed, and left out again", async () => {
    assert.equal((await type("ytterö", { within: "yttero-foreningsrad" })).status, 303);
    let { text } = await request(server.origin + at);
    assert.equal(within(text).find(({ checked }) => checked).value, "yttero-foreningsrad");
    await type("fyrvakt", { within: "yttero-foreningsrad" });
    ({ text } = await request(server.origin + at));
    assert.equal(within(text).find(({ checked }) => checked).value, "fyrvaktarambetet", "what is typed anew says another");
    assert.equal((await type("", { within: "" })).status, 303);
    ({ text } = await request(server.origin + at));
    assert.deepEqual(within(text), []);
  });
});

describe("two counties at once, with strategies that come and go", () => {
  let server;
  after(() => server?.cleanUp());
  const at = async (day) => {
    await server?.cleanUp();
    server = await startServer({ counties, time: `@${day} 12:00:00` });
  };
  const life = async (href) => (await json(server, href)).life;

  // What the portal shows on a day, and whether one may join.
  const days = [
    { day: "2015-06-01", shown: "Grunden", state: "coming", open: false, home: /Strategin börjar gälla 1 januari 2016/, start: /Grunden börjar gälla 1 januari 2016/ },
    { day: "2018-06-01", shown: "Grunden", state: "in-force", open: true, home: /Strategin har förlängts till och med 31 december 2021/ },
    { day: "2021-06-01", shown: "Grunden", state: "prolonged", open: true, home: /Först skulle den gälla till och med 31 december 2020\. Pandemin/ },
    { day: "2022-06-01", shown: "Nystarten", state: "coming", open: false, home: /Strategin börjar gälla 1 januari 2023/, start: /Nystarten börjar gälla 1 januari 2023/ },
    { day: "2023-06-01", shown: "Nystarten", state: "in-force", open: true, home: /avslutas i förtid och gäller till och med 30 juni 2024.*Den ersätts av Tillsammans vid viken/ },
    { day: "2024-05-01", shown: "Tillsammans vid viken", state: "in-force", open: true, home: /Samtidigt gäller Nystarten/ },
    { day: "2025-05-01", shown: "Tillsammans vid viken", state: "in-force", open: true },
    { day: "2026-05-01", shown: "Tillsammans vid viken", state: "in-force", open: true, home: /Samtidigt gäller Ungas plats, till och med 31 december 2027/ },
    { day: "2030-06-01", shown: "Efter viken", state: "coming", open: false, home: /Strategin börjar gälla 1 januari 2031/, start: /Efter viken börjar gälla 1 januari 2031/ },
    { day: "2040-06-01", shown: "Efter viken", state: "in-force", open: true },
  ];
  for (const { day, shown, state, open, home, start } of days)
    it(`on ${day} shows ${shown}, ${state}, and is ${open ? "open" : "closed"}`, async () => {
      await at(day);
      const strategy = await json(server, "/norrsoder/strategi.json");
      assert.equal(strategy.title, shown);
      assert.equal(strategy.life?.state ?? "in-force", state);
      const front = plain(await get(server, "/norrsoder/")).replace(/ ([.,])/g, "$1");
      if (home) assert.match(front, home);
      else assert.doesNotMatch(front, /Samtidigt|förlängts|i förtid|börjar gälla/);
      const page = plain(await get(server, "/norrsoder/anslut")).replace(/ ([.,])/g, "$1");
      assert.equal(/går det inte att ansluta sig/.test(page), !open);
      if (start) assert.match(page, start);
      const first = await request(`${server.origin}/norrsoder/anslut/ny/ni`);
      assert.equal(first.status, open ? 200 : 302);
      if (open) assert.match(page, new RegExp(`Ni ansluter er till ${shown}`));
      else assert.equal(first.headers.location, "/norrsoder/anslut");
    });

  it("does not take a form that was begun before the strategy ended", async () => {
    await at("2021-12-31");
    const page = await request(`${server.origin}/norrsoder/anslut/ny/ni`);
    const { action, fields } = readForm(page.text);
    const answers = { name: "Åsunda båtklubb", kind: "association", place: "9602", focus: "makt", email: "bat@exempel.se" };
    const sent = await post(server.origin + action, [...fillIn(fields, answers), ["_next", "1"]]);
    assert.equal(sent.status, 303);
    const { data } = server;
    await server.stop();
    server = await startServer({ counties, data, time: "@2022-01-01 12:00:00" });
    const later = await request(server.origin + sent.headers.location);
    assert.deepEqual([later.status, later.headers.location], [302, "/norrsoder/anslut"]);
  });

  it("is narrowed by county, where two share the portal, together with everything else", async () => {
    await at("2024-05-01");
    const empty = await json(server, "/norrsoder/anslutna.json");
    assert.deepEqual(empty.filters.county.map(({ value, label, count }) => [value, label, count]), [["97", "Norrviks län", 0], ["96", "Söderviks län", 0]]);
    const places = [["Norrviks kommun", "municipality", "9701"], ["Åsunda kommun", "municipality", "9602"], ["Älvkarleö IF", "association", "9703"], ["Södervik IF", "association", "9601"], ["Bådas förbund", "association", "9702"]];
    for (const [i, [name, kind, place]] of places.entries())
      await join(server, "norrsoder", { name, kind, place, focus: i % 2 ? ["bat"] : ["politik", "bat"], email: `m${i}@exempel.se`, "people.women": "1", "people.men": "2", "people.other": "0" });
    const north = await json(server, "/norrsoder/anslutna.json?lan=97");
    assert.deepEqual(north.members.map(({ name }) => name), ["Bådas förbund", "Norrviks kommun", "Älvkarleö IF"]);
    assert.equal(north.found, 3);
    assert.deepEqual(north.filters.county.map(({ count, chosen }) => [count, chosen]), [[3, true], [2, false]]);
    assert.deepEqual(north.filters.municipality.map(({ label, count }) => [label, count]), [["Norrvik", 1], ["Strömnäs", 1], ["Älvkarleö", 1]], "municipalities of the other county are no choice");
    assert.deepEqual(north.filters.kind.filter(({ count }) => count).map(({ value, count }) => [value, count]), [["municipality", 1], ["association", 2]]);
    assert.deepEqual(north.filters.area.filter(({ count }) => count).map(({ value, count }) => [value, count]), [["makt", 3], ["politik", 3], ["bat", 3]], "an area and what is around it");
    const names = async (query) => (await json(server, `/norrsoder/anslutna.json?${query}`)).members.map(({ name }) => name);
    assert.deepEqual(await names("lan=96&sort=association"), ["Södervik IF"]);
    assert.deepEqual(await names("lan=96&omrade=politik"), []);
    assert.deepEqual(await names("lan=97&kommun=9703"), ["Älvkarleö IF"]);
    assert.deepEqual(await names("lan=97&kommun=9601"), [], "a municipality of the other county");
    assert.deepEqual(await names("lan=97&sok=kommun"), ["Norrviks kommun"]);
    const csv = await get(server, "/norrsoder/anslutna.csv?lan=96");
    assert.deepEqual(csv.trim().split("\n").length, 3);
    const page = await get(server, "/norrsoder/anslutna?lan=97&sort=association");
    assert.match(page, /<label[^>]*>Län<\/label>/);
    assert.match(page, /<option value="">Båda länen<\/option>/);
    assert.match(page, /href="\/norrsoder\/anslutna\?sort=association"/, "taking the county away keeps the rest");
    assert.match(page, /href="\/norrsoder\/anslutna\?lan=97"/);
    assert.match(await get(server, "/norrsoder/en/anslutna"), /<option value="">Both counties<\/option>/);
    for (const wrong of ["lan=98", "lan=x"]) assert.equal((await request(`${server.origin}/norrsoder/anslutna?${wrong}`)).status, 404);
  });

  it("keeps what a member promised, and its areas, when the strategy is replaced", async () => {
    await at("2024-05-01");
    await join(server, "norrsoder", { name: "Åsunda kommun", kind: "municipality", place: "9602", focus: ["politik", "bat"], email: "k@exempel.se", "people.women": "700", "people.men": "200", "people.other": "1" });
    const { areas } = await json(server, "/norrsoder/anslutna/asunda-kommun.json");
    assert.deepEqual(areas.map(({ id }) => id), ["politik", "bat"]);
    assert.match(plain(await get(server, "/norrsoder/anslutna/asunda-kommun")), /700 kvinnor 200 män Uppgift saknas: 1/);
    assert.match(await get(server, "/norrsoder/anslutna.csv"), /700 kvinnor, 200 män och 1 \(Uppgift saknas\)/);
    const { data } = server;
    await server.stop();
    server = await startServer({ counties, data, time: "@2032-01-01 12:00:00" });
    const register = await json(server, "/norrsoder/anslutna.json");
    assert.deepEqual(register.members[0].areas.map(({ id }) => id), ["politik", "bat"]);
    assert.deepEqual(register.filters.area.map(({ value, count }) => [value, count]), [["makt", 1], ["klimat", 0], ["politik", 1], ["bat", 1]]);
  });

  it("lists who works within an area under the area too", async () => {
    await at("2025-05-01");
    await join(server, "norrsoder", { name: "Viken IF", kind: "association", place: "9701", focus: ["foreningsliv"], email: "v@exempel.se" });
    for (const [area, found] of [["foreningsliv", 1], ["makt", 1], ["politik", 0], ["bat", 0]])
      assert.equal((await json(server, `/norrsoder/anslutna.json?omrade=${area}`)).found, found, area);
    const { areas } = await json(server, "/norrsoder/strategi.json");
    assert.deepEqual(areas.map(({ id, members, own }) => [id, members, own]), [["makt", 1, false], ["bat", 0, true]]);
    assert.deepEqual(areas[0].areas.map(({ id, members }) => [id, members]), [["politik", 0], ["foreningsliv", 1]]);
  });

  it("asks for areas within areas, indented below them", async () => {
    const page = await request(`${server.origin}/norrsoder/anslut/ny/ni`);
    const boxes = [...page.text.matchAll(/checkboxes__item( govuk-checkboxes__item--within)?"><input[^>]*value="([^"]*)"/g)].map(([, within, value]) => [value, Boolean(within)]);
    assert.deepEqual(boxes, [["makt", false], ["politik", true], ["foreningsliv", true], ["bat", false]]);
  });

  it("groups municipalities by county, in the form and in the filter", async () => {
    const page = await get(server, "/norrsoder/anslut/ny/ni");
    assert.match(page, /<optgroup label="Norrviks län"><option value="9701"[\s\S]*<optgroup label="Söderviks län"><option value="9601"/);
    await join(server, "norrsoder", { name: "Södra IF", kind: "association", place: "9601", focus: ["bat"], email: "s@exempel.se" });
    assert.match(await get(server, "/norrsoder/anslutna"), /<optgroup label="Söderviks län">/);
    assert.match(plain(await get(server, "/norrsoder/")), /2 län samarbetar om portalen/);
    assert.match(plain(await get(server, "/norrsoder/")), /2 av 5 kommuner/);
  });

  it("says when goals, stages and figures are due, by how exactly it is known", async () => {
    const page = plain(await get(server, "/norrsoder/strategi")).replace(/ ([.,])/g, "$1");
    assert.match(page, /Klart under 2029/);
    assert.match(page, /Klart i december 2024/);
    assert.match(page, /Klart till halvtid/);
    assert.match(page, /Klart 14 mars 2027/);
    assert.match(page, /Mäts vartannat år\. Nästa mätning görs 2027\./);
    assert.match(page, /År Kvinnor Män Uppgift saknas 2023 37,5 61 1,5 2025 39 61 –/);
    assert.match(page, /Eget område, vid sidan av de nationella målen/);
  });

  it("promises the rounds of follow-up with their days, on the strategy's page and before joining", async () => {
    for (const href of ["/norrsoder/strategi", "/norrsoder/anslut"]) {
      const page = plain(await get(server, href)).replace(/ ([.,])/g, "$1");
      assert.match(page, /Uppföljningen 2025 Från 1 februari 2025 till 31 mars 2025\. Omgången är avslutad\./);
      assert.match(page, /Uppföljningen 2027 Från 1 februari 2027 till 31 mars 2027\. Omgången har inte börjat\. Ni får ett mejl när det är dags\. Det här frågar vi Vad har ni gjort\? Har ni en plan\?/);
    }
  });

  it("gives each strategy a page, and the one that is shown only one", async () => {
    const old = plain(await get(server, "/norrsoder/strategi/2023")).replace(/ ([.,])/g, "$1");
    assert.match(old, /avslutades i förtid och gällde till och med 30 juni 2024.*Den har ersatts av Tillsammans vid viken/);
    assert.equal((await life("/norrsoder/strategi/2016.json")).state, "ended");
    const shown = await request(`${server.origin}/norrsoder/strategi/2024`);
    assert.deepEqual([shown.status, shown.headers.location], [302, "/norrsoder/strategi"]);
    assert.equal((await request(`${server.origin}/norrsoder/strategi/1999`)).status, 404);
  });

  it("says all of it in English too", async () => {
    const page = plain(await get(server, "/norrsoder/en/strategi"));
    assert.match(page, /Done during 2029/);
    assert.match(page, /Measured every other year/);
    assert.match(plain(await get(server, "/norrsoder/en/")), /2 counties share the portal/);
  });
});

/** A copy of a fixture county, changed; gives the folder of counties. */
function changed(slug, change) {
  const folder = temporaryFolder();
  cpSync(path(counties, slug), path(folder, slug), { recursive: true });
  change({
    edit: (name, edit) => writeFileSync(path(folder, slug, name), edit(readFileSync(path(folder, slug, name), "utf8"))),
    remove: (name) => rmSync(path(folder, slug, name)),
  });
  return folder;
}

describe("a county where nobody joins", () => {
  let server, folder;
  before(async () => {
    folder = changed("havso", ({ remove }) => { remove("join.lua"); remove("welcome.lua"); remove("tests.lua"); });
    server = await startServer({ counties: folder });
  });
  after(async () => { await server.cleanUp(); rmSync(folder, { recursive: true }); });

  it("has its pages, without anything about joining", async () => {
    for (const page of ["/", "/strategi", "/anslutna", "/anslutna.json", "/anslutna.csv"]) {
      const text = await get(server, `/havso${page}`);
      assert.doesNotMatch(text, /\/anslut["/]|Anslut er|kan bli ni/, page);
    }
  });

  it("has no form, and says so kindly", async () => {
    for (const page of ["/anslut", "/anslut/ny", "/anslut/ny/organisation", "/anslut/klart"])
      assert.equal((await request(`${server.origin}/havso${page}`)).status, 404, page);
  });

  it("lists nobody, without an alert and without a number", async () => {
    const home = await get(server, "/havso/");
    assert.doesNotMatch(plain(home), /organisationer? har anslutit sig|Milstolpe/);
    assert.doesNotMatch(home, /class="alert/);
    const { total, listed, members } = await json(server, "/havso/anslutna.json");
    assert.deepEqual({ total, listed, members }, { total: 0, listed: 0, members: [] });
  });
});

describe("a county with forty-nine municipalities", () => {
  let server, folder;
  const names = Array.from({ length: 49 }, (_, i) => [`98${String(i + 1).padStart(2, "0")}`, `Ö nummer ${i + 1}`]);
  before(async () => {
    folder = changed("havso", ({ edit }) => edit("county.lua", (text) =>
      text.replace('municipality "9801" "Havsö",', names.map(([code, name]) => `municipality "${code}" "${name}",`).join("\n"))));
    server = await startServer({ counties: folder });
  });
  after(async () => { await server.cleanUp(); rmSync(folder, { recursive: true }); });

  it("lets one be picked from a list, none beforehand", async () => {
    const page = await get(server, "/havso/anslut/ny/organisation");
    const [list] = page.match(/<select[^>]*name="municipality"[\s\S]*?<\/select>/);
    assert.equal(list.match(/<option/g).length, 50);
    assert.doesNotMatch(list, /selected/);
  });

  it("says how many of them have somebody, and filters by each", async () => {
    await join(server, "havso", { name: "Fyren", kind: "association", org_number: orgNumber(9), municipality: "9849", focus: ["makt"], email: "fyr@exempel.se" });
    assert.match(plain(await get(server, "/havso/")), /1 av 49 kommuner/);
    const { filters } = await json(server, "/havso/anslutna.json");
    assert.deepEqual(filters.municipality.map(({ count }) => count), [...Array(48).fill(0), 1]);
  });
});
