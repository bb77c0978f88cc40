// Pages that no link of the portal leads to: those behind mailed links where two
// sign, where joining is closed, by invitation, on paper, and where a member
// renews; a register of two counties, and a member looked for among many.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mailedLink, orgNumber, press } from "../http/join.mjs";
import { COUNTY, at, file, operate, send, sorts, start } from "../http/nordland.mjs";
import { countyFolder, eventually, root, run, startServer } from "../http/server.mjs";
import { fillIn, post, readForm, request } from "../http/visitor.mjs";

const spring = "@2026-05-02 10:00:00";
const summer = "@2026-07-01 10:00:00";
const later = "@2027-02-01 10:00:00";
const municipality = sorts.municipality;
const association = { ...sorts.association, focus: ["makt", "halsa"], contribution: "Vi simmar tillsammans." };

/** Go through a form that is begun, changing an answer, and send it. */
async function sendOn(server, form, changed) {
  let path = form;
  for (let i = 0; i < 5; i++) {
    const page = await request(server.origin + path);
    const { action, fields } = readForm(page.text);
    const ticks = [...page.text.matchAll(/name="(expects\.[^"]+)"/g)].map(([, name]) => [name, "yes"]);
    const mine = Object.entries(changed).filter(([name]) => page.text.includes(`name="${name}"`));
    const answer = await post(server.origin + action, [...fields.filter(([name]) => !mine.some(([one]) => one === name)), ...mine, ...ticks, ["_next", "1"]]);
    const check = path.endsWith("/kontrollera");
    path = answer.headers.location ?? action;
    if (check) return path;
  }
  throw new Error(`the form does not end: ${path}`);
}

/** Two sign, one of them on paper; then both renew. */
async function signing(look) {
  let server = await start({ time: spring });
  const { path: first } = await send(server, municipality);
  await press(server, first);
  const { path: second } = await mailedLink(server, municipality.second_email, "underteckna");
  await press(server, (await send(server, association)).path);
  const paper = file("papper.json", JSON.stringify({ date: "2023-05-03", answers: { ...association, name: "Älvstads orienterare", email: "kansli@alvstadok.example", municipality: "9702" } }));
  await operate(server, ["register", COUNTY, paper, "--document", file("brev.pdf", "%PDF-1.4\n%%EOF\n")], { time: spring });
  const { path: welcome } = await mailedLink(server, "kansli@alvstadok.example", "valkommen");
  await look(server.origin, { waiting: first, sign: second, paper: `${welcome}/atagande` });
  await press(server, second);
  await look(server.origin, { signed: second });

  server = await at(server, later);
  await operate(server, ["renew", COUNTY], { time: later });
  const { path: renew } = await mailedLink(server, municipality.email, "fornya");
  const form = (await press(server, renew)).headers.location;
  const waits = await sendOn(server, form, { focus: "vald" });
  const again = await eventually(async () => {
    const { path } = await mailedLink(server, municipality.second_email, "underteckna");
    return path === second ? null : path;
  });
  const { path: other } = await mailedLink(server, association.email, "fornya");
  await look(server.origin, { renew: other, "renew-waiting": renew, "renewal-waits": waits, "renewal-sign": again });
  await server.cleanUp();
}

/** Joining by invitation, and a time when it is closed. */
async function asking(look) {
  const counties = countyFolder(`tests/counties/${COUNTY}`);
  const script = join(counties, COUNTY, "join.lua");
  writeFileSync(script, readFileSync(script, "utf8").replace("  may_join {", '  by_invitation = true,\n  uninvited = "I år bjuder vi in föreningar vid kusten.",\n\n  may_join {'));
  const begin = (time, data) => startServer({ counties, env: { TZ: "UTC" }, time, ...(data ? { data } : {}) }).then((one) => Object.assign(one, { counties }));
  let server = await begin(spring);
  await operate(server, ["invite", COUNTY, file("lista.csv", "email;name\nrodd@kustby.example;Kustby roddarlag\n")], { time: spring });
  const { path: invited } = await mailedLink(server, "rodd@kustby.example", "inbjudan");
  await look(server.origin, { uninvited: `/${COUNTY}/anslut`, invited, "invited-unknown": invited.replace(/[^/]*$/, "A".repeat(32)) });
  await server.stop();
  server = await begin(summer, server.data);
  const done = (await press(server, `/${COUNTY}/anslut`, { name: "Älvstads körförbund", email: "kor@alvstad.example" })).headers.location;
  const { path: leave } = await mailedLink(server, "kor@alvstad.example", "vantelista");
  await look(server.origin, { closed: `/${COUNTY}/anslut`, "waiting-done": done, "waiting-leave": leave });
  await server.cleanUp();
}

/** Counties that share a portal, and a member to be a part of, among many. */
async function registers(look) {
  const counties = join(root, "tests/counties");
  const server = await startServer({ counties });
  const register = (county, text) => run(["register", county, file("papper.csv", text), "--quiet", "--data", server.data, "--counties", counties]);
  const rows = Array.from({ length: 60 }, (_, i) => `2024-01-02;Havsö myndighet nr ${i + 1};state;${orgNumber(700 + i)};9801;a@example.org;farjan`);
  await register("havso", `date;name;kind;org_number;municipality;email;focus\n${rows.join("\n")}\n`);
  await register("norrsoder", "date;name;kind;place;email;focus\n2024-05-02;Norrviks kommun;municipality;9701;a@example.org;politik\n2024-05-02;Södervik IF;association;9601;b@example.org;bat\n2024-05-02;Älvkarleö IF;association;9703;c@example.org;bat\n");
  const first = await request(`${server.origin}/havso/anslut/ny`);
  const page = first.headers.location ? await request(server.origin + first.headers.location) : first;
  const { action, fields } = readForm(page.text);
  const answers = { name: "Fyrens verkstad", kind: "state", org_number: orgNumber(1), municipality: "9801", email: "fyr@example.org", focus: "farjan" };
  const shown = readForm((await post(server.origin + action, [...fillIn(fields, answers), ["_next", "1"]])).text);
  await post(server.origin + shown.action, [...shown.fields.filter(([name]) => name !== "within.search"), ["within.search", "myndighet"], ["_find", "within"]]);
  await look(server.origin, { "member-search": shown.action, "two-counties": "/norrsoder/anslutna?lan=97&sort=association", "two-counties-en": "/norrsoder/en/anslutna" });
  await server.cleanUp();
}

/** Calls look(origin, { name: path }) while the pages can be had. */
export async function ways(look) {
  for (const part of [signing, asking, registers]) await part(look);
}
