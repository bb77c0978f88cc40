// anslut check and anslut vocabulary, as a person and as a program read them.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, run, temporaryFolder } from "./server.mjs";

const mistakes = {
  "county.lua": ['brand = "Ett', 'barnd = "Ett'],
  "join.lua": ['kind_is("region", "state")', 'kind_is("regoin", "state")'],
};

let folder;

const anslut = (...args) => run(args);
const check = (...args) => anslut("check", ...args, "--counties", folder, "--lua", join(root, "lua"));

function spoil(slug, path, [from, to]) {
  const file = join(folder, slug, path);
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from), `${path} holds ${from}`);
  writeFileSync(file, text.replace(from, to));
}

function make(slug) {
  cpSync(join(root, "counties/_template"), join(folder, slug), { recursive: true });
  spoil(slug, "county.lua", ['county "exempellan"', `county "${slug}"`]);
}

before(() => {
  folder = temporaryFolder();
  make("helt");
  make("trasigt");
  for (const [path, change] of Object.entries(mistakes)) spoil("trasigt", path, change);
});

after(() => rmSync(folder, { recursive: true }));

test("a sound county ends with 0, a faulty one with 1, wrong use with 2", async () => {
  assert.deepEqual(await check("helt"), { code: 0, out: "Inga fel i 1 län.\n", err: "" });
  assert.equal((await check("trasigt")).code, 1);
  assert.equal((await check()).code, 1);
  assert.equal((await check("helt", "--nonesuch")).code, 2);
  assert.equal((await check("helt", "--lang", "de")).code, 2);
  const unknown = await check("hlet");
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /holds no county hlet \(did you mean helt\?\)/);
});

test("a day and a kind are told as they were meant, and nothing is lost by being said twice", async () => {
  make("menat");
  for (const [path, change] of [
    ["county.lua", ['name = "', 'name = "Fel",\n  name = "']],
    ["join.lua", ['kind_is("region", "state")', 'kind_is("Kommun", "university college", "företg", "regoin")']],
  ]) spoil("menat", path, change);
  writeFileSync(join(folder, "menat/larm.lua"), 'alert "x" { grade = "notice", title = "X", from = "2026-05-12 08:00", to = "2026-05-11" }\n');
  const { out } = await check("menat");
  rmSync(join(folder, "menat"), { recursive: true });
  assert.match(out, /larm\.lua:1: dates-order: «from» \(2026-05-12 08:00\) ligger efter «to» \(2026-05-11\)\./);
  assert.match(out, /«Kommun», som inte finns\. Menade du «municipality»\?/);
  assert.match(out, /«företg», som inte finns\. Menade du «company»\?/);
  assert.match(out, /«regoin», som inte finns\. Menade du «region»\?/);
  assert.match(out, /county\.lua:\d+: duplicate-field: «name» står två gånger i samma tabell/);
});

test("each fault is file:line: code: what is wrong, with the nearest word, in both languages", async () => {
  const lines = async (lang) => (await check("trasigt", "--lang", lang)).out.trimEnd().split("\n");
  const swedish = await lines("sv");
  const english = await lines("en");
  assert.equal(swedish.pop(), `${swedish.length} fel i 1 län.`);
  assert.equal(english.pop(), `${english.length} faults in 1 county.`);
  assert.equal(swedish.length, english.length);
  for (const line of [...swedish, ...english]) assert.match(line, /^\S+\/trasigt\/[a-z]+\.lua:\d+: [a-z-]+: \S.*[.?]$/u);
  assert.ok(swedish.some((line) => /county\.lua:\d+: unknown-word: .*Menade du «brand»\?$/.test(line)));
  assert.ok(english.some((line) => /county\.lua:\d+: unknown-word: .*Did you mean "brand"\?$/.test(line)));
  assert.ok(swedish.some((line) => /join\.lua:\d+: unknown-reference: .*Menade du «region»\?$/.test(line)));
  assert.ok(english.some((line) => /join\.lua:\d+: unknown-reference: .*Did you mean "region"\?$/.test(line)));
});

test("as JSON every county is there, and every fault has its code, place, sentence and page", async () => {
  const { code, out } = await check("--json", "--lang", "en");
  assert.equal(code, 1);
  const counties = JSON.parse(out);
  assert.deepEqual(
    counties.map((one) => [one.county, one.faults.length > 0]),
    [
      ["helt", false],
      ["trasigt", true],
    ],
  );
  for (const fault of counties[1].faults) {
    assert.deepEqual(Object.keys(fault), ["code", "file", "line", "advice", "text", "message", "help"]);
    assert.equal(fault.text, `${folder}/trasigt/${fault.file}:${fault.line}: ${fault.code}: ${fault.message}`);
    assert.equal(fault.help, `docs/reference/en/faults/${fault.code}.md`);
    assert.ok(existsSync(join(root, fault.help)), fault.help);
  }
});

test("a folder that cannot be read is one county's fault, and the others are checked", async () => {
  mkdirSync(join(folder, "lankat"));
  symlinkSync("/etc/hostname", join(folder, "lankat/county.lua"));
  const { code, out } = await check("--lang", "en");
  rmSync(join(folder, "lankat"), { recursive: true });
  assert.equal(code, 1);
  assert.match(out, /lankat: folder: .*county\.lua is a link/);
  assert.match(out, / in 3 counties\.\n$/);
});

test("a host name that two counties take is a fault of the second", async () => {
  make("andra");
  for (const slug of ["andra", "helt"]) spoil(slug, "county.lua", ['languages = { "sv" },', 'languages = { "sv" },\n  hosts = { "portal.example" },']);
  const { code, out } = await check("andra", "helt");
  spoil("helt", "county.lua", ['\n  hosts = { "portal.example" },', ""]);
  rmSync(join(folder, "andra"), { recursive: true });
  assert.equal(code, 1);
  assert.match(out, /helt\/county\.lua:\d+: host-taken: .*andra/);
});

test("vocabulary lists words, tells of one or of a fault, and knows when it is asked wrongly", async () => {
  assert.match((await anslut("vocabulary", "--lang", "en")).out, /^ {2}question\.text +a text question$/m);
  assert.match((await anslut("vocabulary", "alert")).out, /^## alert\n\n\*\*ett larm\.\*\*/);
  assert.match((await anslut("vocabulary", "unknown-word", "--lang", "en")).out, /^# unknown-word\n/);
  const unknown = await anslut("vocabulary", "alrt");
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /did you mean alert\?/);
  assert.equal((await anslut("vocabulary", "--lang", "de")).code, 2);
  const { words, kinds, faults, format } = JSON.parse((await anslut("vocabulary", "--json")).out);
  assert.equal(format, 1);
  const kindNames = new Set(kinds.map((kind) => kind.name));
  for (const word of words) {
    assert.ok(word.help.sv && word.help.en && word.example, word.name);
    for (const field of word.fields) assert.ok(kindNames.has(field.kind), `${word.name}.${field.name}`);
  }
  for (const fault of faults) assert.ok(fault.help.sv && fault.help.en && fault.sentences.length, fault.code);
});
