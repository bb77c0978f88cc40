// The four counties' portals in every state that visitors can meet, and the
// addresses of all their pages.
//
// Three servers: `now` has members, `later` is the same ten days on (links have
// grown old), `empty` has none, and beside the four a county whose scripts never
// were sound and one whose database is damaged.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { answers, fillForm, join, mailedLink, orgNumber, press as pressAlone, sendForm } from "../http/join.mjs";
import { mails, root, startServer, temporaryFolder } from "../http/server.mjs";
import { request } from "../http/visitor.mjs";

export const counties = Object.keys(answers);

// Names as long, as short and as odd as they come.
const names = [
  "Ö", "Ångermanländska vänner i exil", "A & B \"Bygg\" <Konsult> AB", "IFK", "Éva Lövström konsult",
  "Riksorganisationen för arbetsmarknadspolitiska jämställdhetsintegreringsfrågor och omställningsverksamheter i Mellansverige",
  "Samverkansorganisationen för kvinnofridsarbete, våldsförebyggande utbildningsinsatser och traumamedveten omsorg i länets alla kommuner, med säte i residensstaden och verksamhet även på landsbygden",
  "Nordvästersjökustartilleriflygspaningssimulatoranläggningsmaterielunderhållsuppföljningssystemet",
  "Łódź–Çankırı vänförening", "4H i länet", "Zonta", "Åsa förskola",
];

const name = (n) => names[n] ?? `Medlem nummer ${n} i ${["Åby", "Östra", "Nedre", "Övre"][n % 4]} ${["bygdegård", "idrottsklubb", "handel AB"][n % 3]}`;

/** Let `count` more organisations join a county. */
export async function fillRegister(server, county, count) {
  const kinds = ["association", "company", "municipality", "foundation"];
  for (let n = 0; n < count; n++) {
    const joined = await join(server, county, {
      name: name(n), org_number: orgNumber(n + 1), email: `nr${n}@${county}.example`, kind: kinds[n % kinds.length],
      "board.women": "3", "board.men": "4", "members.women": "40", "members.men": "38",
      "employees.women": "12", "employees.men": "13",
    });
    await review(server, name(n), "approve", joined);
  }
}

/** Where the county asks to look at members first, do so. */
async function review(server, who, decision, joined) {
  const page = await request(server.origin + joined.welcome);
  if (!/class="notice"/.test(page.text)) return null;
  const path = await reviewLink(server, who);
  await pressAlone(server, path, { decision });
  return path;
}

async function reviewLink(server, who) {
  const plain = (text) => text.replace(/\s+/g, " ");
  for (let tries = 0; tries < 200; tries++) {
    const found = mails(server).reverse().find((mail) => mail.plain.includes("/granska/") && plain(mail.plain).includes(who.slice(0, 40)));
    if (found) return new URL(found.plain.match(/https?:\/\/\S*\/granska\/[\w-]+/)[0]).pathname;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`no mail asks to review ${who}`);
}

async function hrefs(server, path, pattern) {
  const { text } = await request(server.origin + path);
  return [...new Set([...text.matchAll(/href="([^"#]*)[^"]*"/g)].map(([, href]) => href).filter((href) => pattern.test(href)))];
}

/** One member of each county, and links in each of the states that a link can have. */
async function prepare(server, county, members) {
  const { email } = answers[county];
  const state = { welcome: (await join(server, county)) };
  state.reviewed = await review(server, answers[county].name, "approve", state.welcome);
  await fillRegister(server, county, members);
  if (state.reviewed) {
    await join(server, county, { name: "Väntar AB", org_number: orgNumber(901), email: `vantar@${county}.example` });
    state.toReview = await reviewLink(server, "Väntar AB");
    const declined = await join(server, county, { name: "Visas inte AB", org_number: orgNumber(902), email: `nej@${county}.example` });
    state.declined = await review(server, "Visas inte AB", "decline", declined);
  }
  const send = async (who, number, to) => {
    await sendForm(server, county, { name: who, org_number: orgNumber(number), email: to });
    return (await mailedLink(server, to, "bekrafta")).path;
  };
  state.open = await send("Öppna länken AB", 911, `oppna@${county}.example`);
  state.once = await send("Bekräfta länken AB", 912, `bekrafta@${county}.example`);
  state.taken = await send("Två samtidigt AB", 913, `ett@${county}.example`);
  await pressAlone(server, await send("Två samtidigt AB", 913, `tva@${county}.example`));
  state.draft = await fillForm(server, county);
  state.changed = await fillForm(server, county);
  state.diplomas = await hrefs(server, state.welcome.welcome, /\/diplom\//);
  state.email = email;
  return state;
}

const brokenCounty = 'county "trasig" {\n  namn = "Trasiga län",\n}\n';

function countiesAndABrokenOne() {
  const folder = temporaryFolder();
  for (const county of counties) cpSync(joinPath(root, "counties", county), joinPath(folder, county), { recursive: true });
  mkdirSync(joinPath(folder, "trasig"));
  writeFileSync(joinPath(folder, "trasig", "county.lua"), brokenCounty);
  cpSync(joinPath(root, "tests/counties/mittlan"), joinPath(folder, "mittlan"), { recursive: true });
  return folder;
}

function dataWithADamagedDatabase() {
  const folder = temporaryFolder();
  mkdirSync(joinPath(folder, "counties"));
  writeFileSync(joinPath(folder, "counties", "mittlan.db"), "noise".repeat(2000));
  return folder;
}

export async function openPortal({ members = 30 } = {}) {
  const first = await startServer();
  const states = {};
  for (const county of counties) states[county] = await prepare(first, county, members);
  await first.stop();
  const older = temporaryFolder();
  cpSync(first.data, older, { recursive: true });
  const folder = countiesAndABrokenOne();
  const [now, later, empty] = await Promise.all([
    startServer({ data: first.data }), startServer({ data: older, time: "+10d" }), 
    startServer({ counties: folder, data: dataWithADamagedDatabase() }),
  ]);
  const servers = { now, later, empty };
  return {
    ...servers, states,
    stop: async () => {
      await Promise.all(Object.values(servers).map((server) => server.cleanUp()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Empty every field of the page's form, and write nonsense where it counts. */
async function fillWrongly(page) {
  await page.locator('main input[type="checkbox"]:checked').evaluateAll((boxes) => boxes.forEach((box) => { box.checked = false; }));
  await page.locator('main input[type="radio"]:checked').evaluateAll((boxes) => boxes.forEach((box) => { box.checked = false; }));
  for (const input of await page.locator("main textarea, main input[type=text], main input[type=email], main input[type=tel], main input[type=url]").all()) {
    const numeric = await input.getAttribute("inputmode") === "numeric";
    const type = await input.getAttribute("type");
    await input.fill(numeric ? "tolv" : type === "email" || type === "url" || type === "tel" ? "inte så" : "");
  }
}

const next = (page) => Promise.all([page.waitForEvent("load"), page.locator('main button.button[name="_next"]').click()]);
const press = (name, value) => async (page) =>
  Promise.all([page.waitForEvent("load"), page.locator(`main button.button[name="${name}"][value="${value}"]`).first().click()]);

async function formPages(server, county, base, state) {
  const place = (path) => path.replace(/\/kontrollera$/, "").replace(`/${county}`, base);
  const draft = place(state.draft);
  const changed = place(state.changed); // by the pages that send something
  const steps = (await hrefs(server, `${draft}/kontrollera`, /\?andra=1$/)).map((href) => href.replace("?andra=1", "").slice(draft.length));
  const pages = [];
  for (const [i, step] of [...new Set(steps)].entries()) {
    pages.push({ name: `form ${i + 1}`, path: draft + step });
    pages.push({ name: `form ${i + 1} with errors`, path: changed + step, status: 422, act: async (page) => { await fillWrongly(page); await next(page); } });
    if (/name="_add"/.test((await request(server.origin + draft + step)).text))
      pages.push({ name: "form with several rows", path: changed + step, act: async (page) => { await press("_add", "goals")(page); await press("_add", "goals")(page); } });
  }
  pages.push({ name: "form first", path: `${base}/anslut/ny` });
  pages.push({ name: "check", path: `${draft}/kontrollera` });
  if (state.ticks) pages.push({ name: "check unticked", path: `${draft}/kontrollera`, status: 422, act: next });
  return [...pages,
    { name: "save", path: `${draft}/spara` },
    { name: "save with errors", path: `${draft}/spara`, status: 422, act: async (page) => { await page.fill("#f-email", "inte så"); await next(page); } },
    { name: "saved", path: `${draft}/spara`, act: async (page) => { await page.fill("#f-email", "jag@exempel.se"); await next(page); } },
  ];
}

async function memberPages(server, county, base) {
  const { members } = JSON.parse((await request(`${server.origin}/${county}/anslutna.json`)).text);
  const of = (start) => members.find((member) => member.name.startsWith(start));
  const pages = [];
  const full = of(answers[county].name) ?? JSON.parse((await request(`${server.origin}/${county}/anslutna.json?sok=${encodeURIComponent(answers[county].name)}`)).text).members[0];
  pages.push({ name: "member", path: full.href.replace(`/${county}`, base) });
  const { members: long } = JSON.parse((await request(`${server.origin}/${county}/anslutna.json?sok=jamstalldhetsintegreringsfragor`)).text);
  const found = long[0] ?? JSON.parse((await request(`${server.origin}/${county}/anslutna.json?sok=${encodeURIComponent("jämställdhetsintegreringsfrågor")}`)).text).members[0];
  pages.push({ name: "member with a long name", path: found.href.replace(`/${county}`, base) });
  return pages;
}

/** All pages of a county below `base` ("/stockholm", "/vastmanland/en"). */
export async function countyPages(portal, county, base = `/${county}`) {
  const { now, later, empty } = portal;
  const state = portal.states[county];
  const there = (path) => path.replace(`/${county}`, base);
  const check = (await request(now.origin + state.draft)).text;
  const ticks = /name="expects\./.test(check);
  const pages = [
    { name: "home", path: `${base}/` },
    { name: "home without members", path: `${base}/`, server: empty },
    { name: "strategy", path: `${base}/strategi` },
    { name: "join", path: `${base}/anslut` },
    ...(await hrefs(now, `${base}/`, /\/sidor\//)).map((path) => ({ name: `text ${path.split("/").pop()}`, path })),
    ...await formPages(now, county, base, { ...state, ticks }),
    { name: "sent", path: `${base}/anslut/klart` },
    { name: "confirm", path: there(state.open) },
    { name: "confirm used", path: there(state.welcome.confirm) },
    { name: "confirm taken", path: there(state.taken) },
    { name: "confirm unknown", path: `${base}/bekrafta/${"A".repeat(32)}`, status: 404 },
    { name: "confirm expired", path: there(state.open), server: later },
    { name: "confirm renewed", path: there(state.open), server: later, act: next },
    { name: "welcome", path: there(state.welcome.welcome) },
    { name: "commitment", path: `${there(state.welcome.welcome)}/atagande` },
    ...state.diplomas.map((path) => ({ name: "diploma", path: there(path) })),
    { name: "register", path: `${base}/anslutna` },
    { name: "register filtered", path: `${base}/anslutna?sort=association` },
    { name: "register searched", path: `${base}/anslutna?sok=medlem&sort=company` },
    { name: "register without a hit", path: `${base}/anslutna?sok=finnsinte` },
    { name: "register searched too shortly", path: `${base}/anslutna?sok=a` },
    { name: "register empty", path: `${base}/anslutna`, server: empty },
    ...await memberPages(now, county, base),
    { name: "error 404", path: `${base}/finns-inte`, status: 404 },
    { name: "error 410", path: `${base}/anslut/${"A".repeat(32)}/kontrollera`, status: 410 },
  ];
  if (base === `/${county}`) {
    if (state.toReview) pages.push({ name: "review", path: state.toReview }, { name: "review declined", path: state.declined }, { name: "review approved", path: state.reviewed });
    pages.push({ name: "welcome just confirmed", path: state.once, act: next });
  }
  if (/name="answer"/.test((await request(now.origin + state.welcome.welcome)).text))
    pages.push({ name: "welcome answered", path: there(state.welcome.welcome), last: true, act: async (page) => { await press("answer", "accept")(page); await press("answer", "decline")(page).catch(() => {}); } });
  return pages.map((page) => ({ county: base.slice(1), server: now, status: 200, ...page }));
}

/** Every page of the service. */
export async function allPages(portal) {
  const pages = [
    { county: "portal", name: "front", path: "/" },
    { county: "portal", name: "error 404", path: "/finns-inte", status: 404 },
    { county: "portal", name: "unsound", path: "/trasig/", status: 503, server: portal.empty },
    { county: "portal", name: "closed", path: "/mittlan/", status: 503, server: portal.empty },
    { county: "portal", name: "drift", path: "/drift" },
    { county: "portal", name: "drift faulty", path: "/drift", server: portal.empty },
    { county: "portal", name: "drift faulty en", path: "/drift/en", server: portal.empty },
  ].map((page) => ({ server: portal.now, status: 200, ...page }));
  for (const county of counties) pages.push(...await countyPages(portal, county));
  pages.push(...await countyPages(portal, "vastmanland", "/vastmanland/en"));
  return pages;
}

/** Open a page and bring it into its state; `visitor` is of browser.mjs. */
export async function visit(visitor, one) {
  await visitor.page.goto(one.server.origin + one.path);
  if (one.act) await one.act(visitor.page);
}
