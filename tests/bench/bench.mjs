// The table "Speed to hold": measures each row beside its control, in turns,
// and prints what it found. Asserts nothing.
//
//   tests/bench/run.sh [--quick] [--members N] [ROW...]
//
// Rows: cached joins reads rules uncached counties members.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cpus, loadavg } from "node:os";
import { folder, program, root } from "./tools.mjs";
import { cachedPage, uncachedPage } from "./rows_pages.mjs";
import { durableJoin, readsBesideJoins } from "./rows_joins.mjs";
import { manyCounties, manyMembers } from "./rows_scale.mjs";

async function rules() {
  const measured = await program("bench_rules", [join(root, "tests/bench/rules.lua")]);
  return {
    rows: [{ what: "a county's rules, sandboxed: of the same call without budgets (the worst)", ratio: Math.max(...measured.map((rule) => rule.ratio)), most: 1.5 }],
    figures: ["rules on the answers of a form with 50 goals:",
      ...measured.map((rule) => `  ${rule.rule}: ${(rule.boxed_ns / 1000).toFixed(1)} µs, ${(rule.plain_ns / 1000).toFixed(1)} µs without (${rule.ratio.toFixed(2)})`)],
  };
}

const all = { cached: cachedPage, joins: durableJoin, reads: readsBesideJoins, rules,
  uncached: uncachedPage, counties: manyCounties, members: manyMembers };

const plans = {
  usual: {
    cached: { rounds: 7, seconds: 2 }, joins: { rounds: 5, joins: 1500 },
    reads: { rounds: 3, seconds: 2, joins: 30000 }, uncached: { rounds: 3, seconds: 1 },
    counties: { rounds: 5, seconds: 2 }, members: { rounds: 3, seconds: 2, joins: 400, members: 1_000_000 },
  },
  quick: {
    cached: { rounds: 3, seconds: 1 }, joins: { rounds: 3, joins: 500 },
    reads: { rounds: 1, seconds: 1, joins: 20000 }, uncached: { rounds: 1, seconds: 1 },
    counties: { rounds: 3, seconds: 1 }, members: { rounds: 1, seconds: 1, joins: 200, members: 10_000 },
  },
};

function readArguments(list) {
  const chosen = { plan: plans.usual, rows: [], members: 0 };
  for (let i = 0; i < list.length; i++) {
    if (list[i] === "--quick") chosen.plan = plans.quick;
    else if (list[i] === "--members" && Number(list[i + 1]) >= 1000) chosen.members = Number(list[++i]);
    else if (all[list[i]]) chosen.rows.push(list[i]);
    else {
      console.error(`usage: tests/bench/run.sh [--quick] [--members N] [${Object.keys(all).join("|")}]...`);
      process.exit(2);
    }
  }
  if (chosen.members) chosen.plan.members.members = chosen.members;
  if (!chosen.rows.length) chosen.rows = Object.keys(all);
  return chosen;
}

function show(row) {
  const holds = row.most === undefined ? row.ratio >= row.least : row.ratio <= row.most;
  const unit = row.unit ?? " x";
  const digits = row.ratio >= 100 ? 0 : 2;
  const limit = row.most === undefined ? `at least ${row.least}` : `at most ${row.most}`;
  return `| ${row.what} | ${row.ratio.toFixed(digits)}${unit} | ${limit}${unit} | ${holds ? "holds" : "falls short"} |`;
}

const { plan, rows, members } = readArguments(process.argv.slice(2));
if (members) plan.members.members = members;
mkdirSync(folder, { recursive: true });
const table = [];
const figures = [];
const began = Date.now();
for (const name of rows) {
  console.error(`measuring: ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
  try {
    const found = await all[name](plan[name] ?? {});
    table.push(...found.rows.map(show));
    figures.push(...found.figures);
  } catch (error) {
    table.push(`| ${name} | not measured | | |`);
    figures.push(`${name}: ${error.message}`);
  }
}
const failed = table.some((row) => row.includes("| not measured |"));
console.log("\n| what | measured | to hold | |\n|---|---|---|---|");
console.log(table.join("\n"));
console.log(`\n${figures.join("\n")}`);
console.log(`\n${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round((Date.now() - began) / 1000)} s, load ${loadavg()[0].toFixed(1)} at the end`);
process.exitCode = failed ? 1 : 0;
