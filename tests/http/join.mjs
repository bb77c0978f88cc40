// Organisations that join the four counties, from the form to the welcome page.
import { eventually, mails } from "./server.mjs";
import { fillIn, post, readForm, request, walkForm } from "./visitor.mjs";

/** Answers that are right in each county, by the names of its questions. */
export const answers = {
  vastmanland: {
    name: "Åby Idrottsförening", kind: "association", org_number: "802000-0009", municipality: "1980",
    focus: ["makt", "halsa"], email: "info@abyif.example",
  },
  varmland: {
    name: "Sunne kommun", kind: "municipality", org_number: "212000-1843", municipality: "1766",
    contribution: "Vi räknar kvinnor och män i alla våra nämnder.", focus: ["makt", "frihet"],
    "goals.1.text": "Hälften av cheferna är kvinnor", "goals.1.area": "makt", "goals.1.year": "2030",
    "employees.women": "812", "employees.men": "204", email: "jamstalldhet@sunne.example",
  },
  jonkoping: {
    name: "Gnosjö Plast AB", kind: "company", org_number: "556036-0793", municipality: "0617",
    policy: "https://gnosjoplast.example/policy", email: "info@gnosjoplast.example",
    website: "https://gnosjoplast.example", description: "Vi gör lådor av plast.",
    contribution: "Alla chefer går kursen.", focus: ["makt-och-delaktighet", "vald-och-normer"],
    "employees.women": "40", "employees.men": "61", "leaders.women": "3", "leaders.men": "4",
  },
  stockholm: {
    name: "Täby Ångbåtsförening", kind: "association", org_number: "802001-0008", municipality: "0160",
    "decided.day": "14", "decided.month": "3", "decided.year": "2026", decided_by: "Styrelsen",
    focus: ["makt"], "goals.1.text": "En jämn styrelse", "goals.1.area": "makt", "goals.1.year": "2028",
    support: ["method"], email: "styrelsen@angbat.example", phone: "08-123 45 67",
  },
};

/** The n:th organisation number of our own, with its check digit. */
export function orgNumber(n) {
  const digits = String(803000000 + n);
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const d = Number(digits[i]) * (i % 2 ? 1 : 2);
    sum += d > 9 ? d - 9 : d;
  }
  return digits + ((10 - (sum % 10)) % 10);
}

/** Fill in a county's form up to "check your answers"; gives its address. */
export async function fillForm(server, county, changes = {}) {
  const { path, page } = await walkForm(server, county, { ...answers[county], ...changes });
  if (!path.endsWith("/kontrollera"))
    throw new Error(`${county} stopped at ${path} with ${page.status}: ${errors(page.text).join("; ")}`);
  return path;
}

/** The sentences of a page's summary of problems. */
export const errors = (html) =>
  [...(html.match(/govuk-error-summary__list">([\s\S]*?)<\/ul>/)?.[1] ?? "").matchAll(/<a href="#[^"]*">([^<]*)/g)].map(([, text]) => text);

/** What a browser sends from "check your answers", with every tick made. */
export async function checkFields(server, path) {
  const page = await request(server.origin + path);
  const { fields } = readForm(page.text);
  const ticks = [...page.text.matchAll(/name="(expects\.[^"]+)"/g)].map(([, name]) => [name, "yes"]);
  return [...fields.filter(([name]) => !name.startsWith("expects.")), ...ticks, ["_next", "1"]];
}

/** Fill in and send; gives the answer to the last post and its address. */
export async function sendForm(server, county, changes = {}) {
  const path = await fillForm(server, county, changes);
  return { path, answer: await post(server.origin + path, await checkFields(server, path)) };
}

/** The newest mail to an address that holds `/part/` in a link, and the link. */
export async function mailedLink(server, to, part) {
  const found = await eventually(() => mails(server).reverse().find((mail) => mail.to.includes(to) && mail.plain.includes(`/${part}/`)));
  const href = found.plain.match(new RegExp(`https?://\\S*/${part}/[\\w-]+`))[0];
  return { mail: found, href, path: new URL(href).pathname };
}

/** Press the only button of a page, with what its form holds. */
export async function press(server, path, changes = {}, options = {}) {
  const page = await request(server.origin + path, options);
  const { action, fields } = readForm(page.text);
  return post(server.origin + action, fillIn(fields, changes), options);
}

/** The whole way; gives the addresses of the mailed link and the welcome page. */
export async function join(server, county, changes = {}) {
  const { path: form, answer } = await sendForm(server, county, changes);
  if (answer.status !== 303) throw new Error(`${county} answered ${answer.status}`);
  const { path: confirm } = await mailedLink(server, changes.email ?? answers[county].email, `${county}/bekrafta`);
  const confirmed = await press(server, confirm);
  if (confirmed.status !== 303) throw new Error(`${county} confirmed with ${confirmed.status}`);
  return { form, confirm, welcome: confirmed.headers.location };
}
