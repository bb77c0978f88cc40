// Forms that are filled in but for the last button, and what is mailed after.
import http from "node:http";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { decodeQuotedPrintable } from "../http/server.mjs";
import { fillIn, form, post, readForm, request } from "../http/visitor.mjs";
import { sleep } from "./tools.mjs";

/** The county whose form is filled in, and what its script offers. */
export const county = {
  slug: "vastmanland",
  areas: ["makt", "ekonomi", "utbildning", "omsorg", "halsa", "vald"],
  municipalities: ["1984", "1982", "1961", "1960", "1983", "1962", "1981", "1904", "1907", "1980"],
  kinds: ["municipality", "company", "association", "university"],
};

/** A company's number: ten digits, the last one by Luhn. */
function organisationNumber(n) {
  const digits = String(556000000 + (n % 9000000) + 1000000).padStart(9, "0");
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const d = Number(digits[i]) * (i % 2 ? 1 : 2);
    sum += d > 9 ? d - 9 : d;
  }
  return digits + String((10 - (sum % 10)) % 10);
}

const answersOf = (n) => ({
  name: `Åkerby verkstad ${n} AB`,
  kind: "company",
  org_number: organisationNumber(n),
  municipality: county.municipalities[n % county.municipalities.length],
  focus: [county.areas[n % 6], county.areas[(n + 2) % 6]],
  email: `verkstad${n}@exempel.se`,
});

const asked = (page, answers) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => page.text.includes(`name="${name}"`)));

/** Walk the form once: the hidden fields of each step, which all drafts share,
 * and those of the last page. */
async function learnSteps(server) {
  const steps = [];
  let path = `/${county.slug}/anslut/ny`;
  for (let turns = 0; turns < 30; turns++) {
    const page = await request(server.origin + path);
    if (page.status === 302 || page.status === 303) {
      path = page.headers.location;
      continue;
    }
    const { action, fields } = readForm(page.text);
    if (path.endsWith("/kontrollera")) return { steps, last: form([...fields, ["_next", ""]]) };
    const names = asked(page, answersOf(0));
    steps.push({ fields, names: Object.keys(names) });
    const answer = await post(server.origin + action, [...fillIn(fields, names), ["_next", ""]]);
    if (answer.status !== 303) throw new Error(`the form came back with ${answer.status}`);
    path = answer.headers.location;
  }
  throw new Error("the form never ended");
}

async function makeDraft(server, steps, n, agent) {
  const answers = answersOf(n);
  let path = `/${county.slug}/anslut/ny/organisation`;
  for (const { fields, names } of steps) {
    const mine = Object.fromEntries(names.map((name) => [name, answers[name]]));
    const answer = await post(server.origin + path, [...fillIn(fields, mine), ["_next", ""]], { agent });
    if (answer.status !== 303) throw new Error(`draft ${n}: ${answer.status} from ${path}`);
    path = answer.headers.location;
  }
  return path;
}

let made = 0;

/** Drafts that only need to be sent, as lines for bench_post. */
export async function prepareJoins(server, count) {
  const { steps, last } = await learnSteps(server);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  const lines = [];
  const first = (made += count) - count + 1;
  let next = first;
  const clerk = async () => {
    while (next < first + count) lines.push(`${await makeDraft(server, steps, next++, agent)}\t${last}`);
  };
  await Promise.all(Array.from({ length: 32 }, clerk));
  agent.destroy();
  return lines;
}

/** Wait until so many mails lie in the outbox; the confirmations that they ask
 * for, as lines for bench_post. Empties the outbox. */
export async function takeConfirmations(server, count) {
  const outbox = join(server.data, "outbox");
  const listed = () => readdirSync(outbox).filter((name) => name.endsWith(".eml"));
  for (let tries = 0; listed().length < count; tries++) {
    if (tries === 600) throw new Error(`${listed().length} of ${count} mails came`);
    await sleep(100);
  }
  const paths = listed().map((name) => {
    const mail = decodeQuotedPrintable(readFileSync(join(outbox, name), "latin1"));
    rmSync(join(outbox, name));
    return mail.match(/https?:\/\/[^/\s]+(\/\S*\/bekrafta\/[A-Za-z0-9_-]+)/)?.[1];
  });
  if (paths.includes(undefined)) throw new Error("a mail without a link to confirm");
  const page = await request(server.origin + paths[0]);
  const { fields } = readForm(page.text);
  return paths.map((path) => `${path}\t${form(fields)}`);
}

/** Empty the outbox once it is still, so that its work is in nobody's time. */
export async function settle(server) {
  const outbox = join(server.data, "outbox");
  for (let before = -1; ; ) {
    const now = readdirSync(outbox).length;
    if (now === before) break;
    before = now;
    await sleep(300);
  }
  for (const name of readdirSync(outbox)) rmSync(join(outbox, name));
}
