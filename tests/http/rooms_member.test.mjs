// Counties that are as different as counties can be: an island with one
// municipality, members within members, joint members and the longest form.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { errors, mailedLink, orgNumber, press } from "./join.mjs";
import { mails, root, startServer } from "./server.mjs";
import { fillIn, post, readForm, request, unescape, walkForm } from "./visitor.mjs";

const counties = `${root}/tests/counties`;
const get = async (server, path) => {
  const page = await request(server.origin + path);
  assert.equal(page.status, 200, path);
  return page.text;
};
const json = async (server, path) => JSON.parse(await get(server, path));
const plain = (html) => unescape(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

async function send(server, county, answers) {
  const { path, page } = await walkForm(server, county, answers);
  if (!path.endsWith("/kontrollera")) throw new Error(`stopped at ${path}, ${page.status}: ${errors(page.text).join("; ")}`);
  const { action, fields } = readForm(page.text);
  const answer = await post(server.origin + action, [...fields, ["_next", "1"]]);
  assert.equal(answer.status, 303);
  return page.text;
}

/** Join, and confirm; gives the check page and the address of the welcome page. */
async function join(server, county, answers) {
  const check = await send(server, county, answers);
  const { path } = await mailedLink(server, answers.email, `${county}/bekrafta`);
  const confirmed = await press(server, path);
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
    const welcome = mails(server).find((mail) => mail.plain.includes("/valkommen/"));
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
    const list = await get(server, "/havso/anslutna");
    assert.match(list, /del av <a href="\/havso\/anslutna\/havso-kommun">/);
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
    const asked = await request(server.origin + first.headers.location.replace(/\/[^/]*$/, "/organisation"));
    assert.match(asked.text, /<option value="havso-kommun" selected>/);
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
    const front = JSON.parse(await get(server, "/index.json").catch(() => get(server, "/.json").catch(() => '{"counties":[]}')));
    for (const county of front.counties.filter(({ slug }) => slug === "havso")) assert.equal(county.members, 5);
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
