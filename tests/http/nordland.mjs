// The county that has all ways to join, for the tests that walk them.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { checkFields, mailedLink } from "./join.mjs";
import { countyFolder, otherTime, run, sql, startServer, temporaryFolder } from "./server.mjs";
import { post, request, walkForm } from "./visitor.mjs";

export const COUNTY = "nordland";
export const counties = countyFolder("tests/counties/nordland");
export const sorts = {
  municipality: {
    name: "Älvstads kommun", kind: "municipality", municipality: "9702", email: "kansli@alvstad.example",
    second_email: "ordforande@alvstad.example", focus: ["makt", "halsa"], contribution: "Vi räknar vem som får ordet.",
  },
  association: {
    name: "Kustby simsällskap", kind: "association", municipality: "9703", email: "styrelsen@kustbysim.example", focus: ["halsa"],
  },
  state: { name: "Nordlands fyrmyndighet", kind: "state", email: "fyr@fyrmyndigheten.example", focus: ["makt"] },
};

export const start = (options = {}) => startServer({ counties, env: { TZ: "UTC" }, ...options });
export const ask = (server, text) => sql(server.database(COUNTY), text);
export const page = (server, path) => request(server.origin + path);
export const json = async (server, path) => JSON.parse((await page(server, `/${COUNTY}/${path}`)).text);
export const sent = (server, purpose) => ask(server, `SELECT count(*) FROM mail WHERE purpose = '${purpose}'`).then(Number);

/** Run a command on a server's data, as an operator beside it would. */
export const operate = (server, args, { time } = {}) =>
  run([...args, ...(args.includes("--lang") ? [] : ["--lang", "en"]), "--data", server.data, "--counties", server.counties ?? counties], { env: { TZ: "UTC", ...(time ? otherTime(time) : {}) } });

/** A file of an operator's own. */
export function file(name, text) {
  const path = joinPath(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** The same server another day. */
export async function at(server, time) {
  await server.stop();
  return start({ data: server.data, time });
}

export async function fill(server, answers) {
  const { path, page: last } = await walkForm(server, COUNTY, answers);
  return { path, text: last.text };
}

/** Fill in, send, and follow the link of the mail that comes. */
export async function send(server, answers) {
  const { path } = await fill(server, answers);
  const answer = await post(server.origin + path, await checkFields(server, path));
  assert.equal(answer.status, 303);
  return mailedLink(server, answers.email, `${COUNTY}/bekrafta`);
}
