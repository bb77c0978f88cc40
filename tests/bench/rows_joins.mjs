// Rows of joining: against the bare group commit, and beside readers.
import { join } from "node:path";
import { post } from "../http/visitor.mjs";
import { county, prepareJoins, settle } from "./joins.mjs";
import { freshFolder, load, median, program, send, serve, sleep } from "./tools.mjs";

const database = (server) => join(server.data, "counties", `${county.slug}.db`);

/** A database with a join whose mail still waits: what the control writes
 * again. */
async function makeSample() {
  const server = await serve("sample", { flags: ["--smtp", "smtp://127.0.0.1:1", "--smtp-tls", "possible"] });
  const [line] = await prepareJoins(server, 1);
  const [path, body] = line.split("\t");
  const answer = await post(server.origin + path, body);
  await server.stop();
  if (answer.status !== 303) throw new Error(`the sample was not accepted: ${answer.status}`);
  return database(server);
}

const controls = { bare: "bench_bare_commit", store: "bench_store_join" };
const names = { ours: "the service", bare: "the bare group commit", store: "the service's own store and join, without HTTP, form and letter" };

export async function durableJoin({ rounds, joins }) {
  const sample = await makeSample();
  const server = await serve("joins");
  const work = freshFolder("commits");
  const taken = { ours: [], bare: [], store: [] };
  try {
    await send(server, await prepareJoins(server, 200));
    for (let round = 0; round < rounds; round++) {
      const forms = await prepareJoins(server, joins);
      await settle(server);
      taken.ours.push(await send(server, forms));
      await settle(server);
      for (const who of ["bare", "store"])
        taken[who].push(...await program(controls[who], [sample, join(work, `${who}.db`), String(joins * 4), "32"]));
    }
  } finally {
    await server.cleanUp();
  }
  const each = (who, what) => median(taken[who].map(what));
  return {
    rows: [
      { what: "durable join, 32 clients: of the bare group commit's rate", ratio: median(taken.ours.map((run, i) => run.rate / taken.bare[i].rate)), least: 0.75 },
      { what: "durable join, slowest 1 %: of the bare group commit's", ratio: median(taken.ours.map((run, i) => run.p99_us / taken.bare[i].p99_us)), most: 2.5 },
    ],
    figures: ["durable joins, 32 clients:",
      ...Object.keys(taken).map((who) => `  ${names[who]}: ${Math.round(each(who, (run) => run.rate))} a second, median ${(each(who, (run) => run.p50_us) / 1000).toFixed(2)} ms, slowest 1 % ${(each(who, (run) => run.p99_us) / 1000).toFixed(2)} ms`),
      `  the service: ${each("ours", (run) => run.perRequest).toFixed(2)} ms of CPU a join (the mail's file included)`],
  };
}

export async function readsBesideJoins({ rounds, seconds, joins }) {
  const server = await serve("reads");
  const path = "/vastmanland/";
  const options = { seconds, connections: 64 };
  const taken = { alone: [], beside: [], joins: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      const forms = await prepareJoins(server, joins);
      await settle(server);
      taken.alone.push((await load(server, path, options)).rate);
      const sending = send(server, forms, { seconds: seconds + 1 });
      await sleep(500);
      taken.beside.push((await load(server, path, options)).rate);
      const sent = await sending;
      if (sent.accepted === joins) throw new Error("the forms did not last");
      taken.joins.push(sent.rate);
      await settle(server);
    }
  } finally {
    await server.cleanUp();
  }
  return {
    rows: [{ what: "page reads while 32 clients join: of their rate alone", ratio: median(taken.beside.map((rate, i) => rate / taken.alone[i])), least: 0.6 }],
    figures: ["reads of a cached page and joins at once, load and server sharing all cores:",
      `  alone: ${Math.round(median(taken.alone))} pages a second`,
      `  beside joins: ${Math.round(median(taken.beside))} pages and ${Math.round(median(taken.joins))} joins a second`],
  };
}
