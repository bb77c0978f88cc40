// Rows of size: many counties, many members.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "../http/visitor.mjs";
import { prepareJoins, settle, takeConfirmations } from "./joins.mjs";
import { filledFolder, findAddresses } from "./members.mjs";
import { freshFolder, load, median, memoryOf, root, send, serve, sleep } from "./tools.mjs";

const COUNTIES = 290;
/** Until the mail thread has looked into every county once, and connections rest; in ms. */
const SETTLED = 15000;

/** Copies of the four counties, each under a slug and host name of its own. */
function makeCounties() {
  const to = freshFolder("counties");
  const from = join(root, "counties");
  const originals = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith("_")).map((entry) => entry.name).sort();
  for (const name of originals) cpSync(join(from, name), join(to, name), { recursive: true });
  for (let i = originals.length; i < COUNTIES; i++) {
    const original = originals[i % originals.length];
    const slug = `lan-${i}`;
    cpSync(join(from, original), join(to, slug), { recursive: true });
    const file = join(to, slug, "county.lua");
    writeFileSync(file, readFileSync(file, "utf8")
      .replace(`county "${original}"`, `county "${slug}"`)
      .replace(/^(\s*hosts? = ).*$/m, (line, key) => line.includes("{") ? `${key}{ "${slug}.exempel.se" },` : `${key}"${slug}.exempel.se",`));
  }
  return { to, originals };
}

/** Seconds from the start of the process to its first answer. */
async function timedStart(name, options) {
  const began = performance.now();
  const server = await serve(name, options);
  return { server, seconds: (performance.now() - began) / 1000 };
}

async function startAgain(name, options, times) {
  const seconds = [];
  let server;
  for (let i = 0; i < times; i++) {
    if (server) await server.stop();
    const start = await timedStart(name, options);
    server = start.server;
    seconds.push(start.seconds);
  }
  return { server, seconds: median(seconds) };
}

export async function manyCounties({ rounds, seconds }) {
  const { to, originals } = makeCounties();
  const few = await startAgain("few", { data: freshFolder("few"), pinned: true }, 3);
  const data = freshFolder("many");
  const first = await timedStart("many", { data, counties: to, pinned: true });
  await sleep(SETTLED); // new databases are written to once more by the mail thread's first round
  await first.server.stop();
  const many = await startAgain("many", { data, counties: to, pinned: true }, 3);
  const cost = { few: [], many: [] };
  let memory;
  try {
    const home = await request(`${many.server.origin}/lan-${COUNTIES - 1}/`);
    if (home.status !== 200) throw new Error(`the last county answers ${home.status}: ${many.server.log}`);
    await sleep(SETTLED);
    memory = [few, many].map(({ server }) => memoryOf(server.child.pid));
    for (let round = 0; round < rounds; round++) {
      cost.few.push((await load(few.server, "/vastmanland/", { seconds, pinned: true })).perRequest);
      cost.many.push((await load(many.server, "/vastmanland/", { seconds, pinned: true })).perRequest);
    }
  } finally {
    await Promise.all([few.server.cleanUp(), many.server.cleanUp()]);
  }
  const each = (memory[1] - memory[0]) / (COUNTIES - originals.length);
  return {
    rows: [
      { what: `4 to ${COUNTIES} counties: cached page, CPU a request`, ratio: median(cost.many.map((c, i) => c / cost.few[i])), most: 1.1 },
      { what: `4 to ${COUNTIES} counties: memory of each further one`, ratio: each, most: 160, unit: " KB" },
      { what: `${COUNTIES} counties: start`, ratio: many.seconds, most: 1, unit: " s" },
    ],
    figures: [`${originals.length} counties: ${few.seconds.toFixed(2)} s to start, ${memory[0]} KB of memory`,
      `${COUNTIES} counties: ${many.seconds.toFixed(2)} s to start (${first.seconds.toFixed(2)} s the first time, when the databases are made), ${memory[1]} KB of memory`],
  };
}

async function measurePages(site, { seconds }) {
  const { server, members, pages } = site;
  site.lookup.push((await load(server, members[0], { seconds, paths: members, fresh: true, connections: 8 })).perRequest);
  site.page.push((await load(server, pages[0], { seconds, paths: pages, fresh: true, connections: 8 })).perRequest);
}

async function measureJoins(site, { joins }) {
  const forms = await prepareJoins(site.server, joins);
  await settle(site.server);
  site.join.push(1000 / (await send(site.server, forms)).rate);
  const confirmations = await takeConfirmations(site.server, joins);
  site.confirm.push(1000 / (await send(site.server, confirmations)).rate);
  await settle(site.server);
}

const growth = (sites, what, from, to) =>
  median(sites[to][what].map((value, i) => value / sites[from][what][i]));

export async function manyMembers({ rounds, seconds, joins, members }) {
  const sizes = [10, Math.min(10_000, members / 10), members];
  const sites = [];
  try {
    for (const size of sizes) {
      const server = await serve("members", { data: filledFolder(size) });
      sites.push({ size, server, lookup: [], page: [], join: [], confirm: [], ...await findAddresses(server) });
    }
    for (let round = 0; round < rounds; round++)
      for (const site of sites) await measurePages(site, { seconds });
    for (let round = 0; round < rounds; round++)
      for (const site of sites) await measureJoins(site, { joins });
  } finally {
    await Promise.all(sites.map(({ server }) => server.cleanUp()));
  }
  const name = (n) => n.toLocaleString("en");
  const range = `10 to ${name(members)} members`;
  const row = (text, what, most, from = 0) => ({ what: `${text}`, ratio: growth(sites, what, from, 2), most });
  return {
    rows: [
      row(`${range}: a member's page, CPU`, "lookup", 2.5),
      row(`${range}: join, 32 clients, time`, "join", 3),
      row(`${range}: confirmation, 32 clients, time`, "confirm", 3),
      row(`${name(sizes[1])} to ${name(members)} members: directory page, CPU`, "page", 1.5, 1),
    ],
    figures: sites.map((site) => `${name(site.size)} members: ${median(site.lookup).toFixed(2)} ms of CPU a member's page, ${median(site.page).toFixed(2)} ms a directory page; ${Math.round(1000 / median(site.join))} joins and ${Math.round(1000 / median(site.confirm))} confirmations a second`),
  };
}
