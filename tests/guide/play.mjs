// A new administrator with the guide in hand: a county from the template, in a
// server that runs, and from each page of the guide a change that is right and
// a mistake. What is right is live, a mistake changes nothing for visitors and
// stands on the operators' page, and mending it is enough.
//
//   node tests/guide/play.mjs build/release/anslut
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

process.env.ANSLUT = resolve(process.argv[2] ?? "build/release/anslut");
const { eventually, run, startServer, temporaryFolder } = await import("../http/server.mjs");
const { request } = await import("../http/visitor.mjs");
const { apply, examples, guide, sound } = await import("./examples.mjs");

const folder = temporaryFolder();
const counties = join(folder, "counties");
const county = join(counties, "minlan");
const start = join(folder, "start");

const results = { passed: 0, failed: 0 };
async function attempt(name, work) {
  try {
    await work();
    results.passed++;
    console.log(`ok ${name}`);
  } catch (error) {
    results.failed++;
    console.log(`not ok ${name}\n  ${error.message}`);
  }
}

/** From each page the first example without faults and the last one with. */
function chosen(name) {
  const all = examples(readFileSync(join(guide, name), "utf8")).filter((one) => one.parts.length);
  const right = all.find((one) => (one.printed?.code ?? sound) === sound);
  const wrong = all.findLast((one) => one.printed && one.printed.code !== sound);
  return [right && { ...right, faulty: false }, wrong && { ...wrong, faulty: true }].filter(Boolean);
}

mkdirSync(counties);
const made = await run(["new", "minlan", "--counties", counties]);
if (made.code !== 0) throw new Error(made.err);
const server = await startServer({ counties });
cpSync(county, start, { recursive: true });
const state = async () => JSON.parse((await request(`${server.origin}/drift.json`)).text).counties[0];
const pages = async () => Promise.all(["", "strategi", "anslut"].map(async (page) => (await request(`${server.origin}/minlan/${page}`)).text));

const content = (site) => site.version.match(/\((\w+)\)/)[1];
const first = content(await state());

async function goBack() {
  const known = readdirSync(start, { recursive: true });
  for (const path of readdirSync(county, { recursive: true })) if (!known.includes(path)) rmSync(join(county, path));
  cpSync(start, county, { recursive: true, force: true });
  await eventually(async () => {
    const now = await state();
    return now.state === "ok" && content(now) === first;
  }, 10000);
}

async function play(example) {
  const before = await state();
  const shown = await pages();
  for (const part of example.parts) apply(folder, part);
  // A file that is half written when it is read is read again.
  let after = before;
  await eventually(async () => {
    after = await state();
    return after.state === (example.faulty ? "older" : "ok") && (after.state !== before.state || after.version !== before.version);
  }, 10000).catch(() => {
    throw new Error(`it is ${after.state}: ${after.faults[0]?.text}`);
  });
  if (!example.faulty) return;
  const told = after.faults.map((fault) => `${fault.code}: ${fault.text}`);
  const missing = told.filter((text) => !example.printed.code.includes(text));
  if (missing.length) throw new Error(`the guide does not tell of ${missing.join("; ")}`);
  if ((await pages()).join() !== shown.join()) throw new Error("visitors see something else");
}

for (const name of readdirSync(guide).filter((one) => one.endsWith(".md")).sort())
  for (const example of chosen(name)) {
    await attempt(`${name}:${example.line} ${example.faulty ? "is refused, and nothing changes" : "is live"}`, () => play(example));
    await attempt(`${name}:${example.line} is undone`, goBack);
  }

// "Undo a mistake", by its own commands, in their order.
const commands = [...readFileSync(join(guide, "angra.md"), "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .map(([, code]) => code.trim().match(/"[^"]*"|\S+/g).slice(1).map((word) => ({ data: server.data, counties })[word] ?? word.replaceAll('"', "")));
const versions = async () => JSON.parse((await run(["versions", "minlan", "--data", server.data, "--json"])).out);
const carryOut = async (command) => {
  const done = await run(command);
  if (done.code !== 0) throw new Error(`${command.join(" ")}: ${done.err}`);
  return done.out;
};
for (const command of commands)
  await attempt(`angra.md: anslut ${command.slice(0, 3).join(" ")}`, async () => {
    const before = await versions();
    const [what, , number] = command;
    if (what === "rollback") writeFileSync(join(county, "county.lua"), "county {");
    const out = await carryOut(command);
    const after = await versions();
    const wanted = after.find((one) => one.number === Number(number));
    if (what === "rollback") {
      if (after.length !== before.length + 1 || after.at(-1).content !== wanted.content) throw new Error(out);
      if (!existsSync(out.match(/finns kvar i (.+)\.\n/)[1])) throw new Error(`what never was a version is gone: ${out}`);
      await eventually(async () => (await state()).state === "ok" && content(await state()) === wanted.content.slice(0, 12), 10000);
    } else if (Number(number)) {
      if (wanted.note !== command.at(-1)) throw new Error(out);
    } else if (!before.every((one) => out.includes(`  ${one.number}  `))) throw new Error(out);
  });
await attempt("angra.md: a folder that has disappeared is back", async () => {
  rmSync(county, { recursive: true });
  await eventually(async () => (await request(`${server.origin}/minlan/`)).status === 404, 10000);
  await carryOut(["rollback", "minlan", String((await versions()).length), "--counties", counties, "--data", server.data]);
  await eventually(async () => (await request(`${server.origin}/minlan/`)).status === 200, 10000);
});
await server.cleanUp();
rmSync(folder, { recursive: true });
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed ? 1 : 0;
