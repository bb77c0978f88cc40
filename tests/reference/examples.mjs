// Every example of the vocabulary is sound: each is put into the county that
// has one of everything, tests/counties/mittlan, and that county is checked.
//
//   node tests/reference/examples.mjs build/release/anslut
//
// The example of a word gives its fields to the first such word of the county;
// if there is none it is added where the word may stand. The example of a field
// is given to such a word.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { opened, read, word, write } from "./script.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const base = join(root, "tests/counties/mittlan");
const anslut = resolve(process.argv[2] ?? join(root, "build/release/anslut"));
const said = (args) => JSON.parse(execFileSync(anslut, args, { encoding: "utf8", maxBuffer: 1 << 26 }));

const vocabulary = said(["vocabulary", "--json"]);
const named = (name) => vocabulary.words.filter((w) => w.name === name);

/** The county as words in words, by file. Every kind may join it, so that an
 * example may be of any; and it has no host name, since there are many of it. */
function county() {
  const names = readdirSync(base).filter((name) => name.endsWith(".lua"));
  const files = names.map((name) => ({ name, ...read(readFileSync(join(base, name), "utf8")) }));
  const without = (word, gone) => {
    const node = files.flatMap((file) => file.tops).find((one) => one.word === word);
    node.body = node.body.filter((part) => part.word !== gone && part.field !== gone);
  };
  without("join", "may_join");
  without("county", "hosts");
  return files;
}

// What the words at the top of a file stand in, as the vocabulary has it.
const topOf = (file) => (file.name === "tests.lua" ? file.name : "");

/** The first word of the row in the county, where it may do most: in the first
 * of its places. With it the body that it stands in. */
function find(files, row) {
  const look = (body, parent) => {
    for (const node of body) {
      if (node.word === row.name && row.places[0].in === parent) return { node, body };
      const below = node.body && look(node.body, node.word);
      if (below) return below;
    }
    return null;
  };
  for (const file of files) {
    const found = look(file.tops, topOf(file));
    if (found) return found;
  }
  return null;
}

/** One more, in a word that it may stand in: the example when nothing is said. */
function add(files, row, node = word(row.example)) {
  const tops = row.places.map((place) => place.in);
  if (tops.includes("") || tops.includes("tests.lua")) {
    const name = tops.includes("") ? "example.lua" : "tests.lua";
    const file = files.find((one) => one.name === name) ?? files[files.push({ name, rest: "", tops: [] }) - 1];
    file.tops.push(node);
    return { node, body: file.tops };
  }
  const parent = named(tops[0])[0];
  const { node: holder } = find(files, parent) ?? add(files, parent);
  holder.body = [...holder.body.filter((part) => !same(part, node)), node]; // its example may hold one
  return { node, body: holder.body };
}

const same = (a, b) => (a.field ? a.field === b.field : !b.field && a.word === b.word && a.id === b.id);

function giveWord(files, row) {
  const found = find(files, row);
  if (!found) return void add(files, row);
  const given = word(row.example);
  if (!given.body || !found.node.body || row.form === "list") {
    found.body[found.body.indexOf(found.node)] = { ...given, field: undefined };
    return;
  }
  const gone = (part) => excluded(given.body, part) || given.body.some((other) => same(other, part));
  const kept = found.node.body.filter((part) => !gone(part));
  found.node.body = [...given.body, ...kept];
}

// What excludes another field of the same word.
const instead = { until_further_notice: ["to"], to: ["until_further_notice"] };
const excluded = (fields, part) => fields.some((one) => instead[one.field]?.includes(part.field));

/** What a field asks for: a reason, or the other end of a span. */
function withIt(row, name) {
  const ends = { from: "to", to: "from" };
  const other = row.fields.find((one) => one.name === ends[name]);
  if (name === "personal")
    return [{ field: "purpose", value: '"Vi behöver veta."' }, { field: "keep", value: '"with membership"' }];
  return other ? [{ field: other.name, value: other.example }] : [];
}

// Where the county's own word will not do: the first e-mail question is always
// asked, only a text with a number has forms, and no strategy replaces itself.
const counted = (forms) => `wording "fact.joined" { ${forms.map(([form, langs]) => `${form} = { ${langs} }`).join(", ")} }`;
const n = (...langs) => langs.map((lang) => `${lang} = "{count}"`).join(", ");
const swedish = counted([["one", n("sv")], ["other", n("sv")]]);
const polish = counted([["one", n("sv", "pl")], ["few", n("pl")], ["many", n("pl")], ["other", n("sv")]]);
const arabic = counted([
  ["one", n("sv", "ar")],
  ...["zero", "two", "few", "many"].map((form) => [form, n("ar")]),
  ["other", n("sv", "ar")],
]);
const others = {
  "question.email.shown_when": 'question.email "email_2" { label = "E-post", purpose = "Vi svarar.", keep = "with membership" }',
  "strategy.replaced_by": 'strategy "2020" { title = "Det första steget", period = { from = "2020", to = "2023" }, area "makt" { national = "power" } }',
  "wording.one": swedish,
  "wording.other": swedish,
  "wording.few": polish,
  "wording.many": polish,
  "wording.two": arabic,
  "wording.zero": arabic,
};

function giveField(files, row, field) {
  const other = others[`${row.name}.${field.name}`];
  const { node, body } = (!other && find(files, row)) || add(files, row, other && word(other));
  if (row.form === "list") {
    body[body.indexOf(node)] = { word: row.name, code: `${row.name} ${field.example}` };
    return;
  }
  Object.assign(node, opened(node, row.text), { code: undefined });
  const given = [{ field: field.name, value: field.example }, ...withIt(row, field.name)];
  const gone = (part) => excluded(given, part) || given.some((other) => same(other, part));
  node.body = [...node.body.filter((part) => !gone(part)), ...given];
}

/** What the row's examples refer to is there. */
function addReferred(files, row) {
  const all = (body) => body.flatMap((node) => [node, ...all(node.body ?? [])]);
  for (const field of row.fields.filter((one) => one.kind === "reference")) {
    const [referred] = named(field.refers);
    const id = JSON.parse(field.example);
    if (field.refers === "national_goal") continue; // the same for every county
    if (!files.some((file) => all(file.tops).some((node) => node.word === referred.name && node.id === id)))
      add(files, referred, { ...structuredClone(find(files, referred)?.node ?? word(referred.example)), id });
  }
}

/** The languages of the example are the county's. */
function addLanguages(files, code) {
  const known = named("county")[0].fields.find((field) => field.name === "languages").choices;
  const there = (lang) => new RegExp(`\\b${lang} = ["{]|"${lang}"`).test(code);
  const languages = known.filter((lang) => ["sv", "en"].includes(lang) || there(lang));
  const county = files.flatMap((file) => file.tops).find((node) => node.word === "county");
  county.body.find((part) => part.field === "languages").value = `{ ${languages.map((lang) => `"${lang}"`).join(", ")} }`;
}

/** A word that stands where a value does, by what it is. */
function giveValue(files, row) {
  const [holder, field] = {
    condition: ["question.yes_no", "shown_when"],
    path: ["join", "intro"],
    variants: ["question.yes_no", "label"],
  }[row.form];
  giveField(files, named(holder)[0], { name: field, example: row.example });
}

/** Files that an example names are there. */
function addFiles(folder, code) {
  for (const [, path] of code.matchAll(/"((?:files|texts)\/[^"\s]+)"/g)) {
    const file = join(folder, path);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, extname(file) === ".svg" ? readFileSync(join(base, "files/symbol.svg")) : "En text.\n");
  }
}

const counties = mkdtempSync(join(tmpdir(), "anslut-reference-"));
const tried = [];

function attempt(what, code, change, row) {
  const slug = `lan${tried.length}`;
  const folder = join(counties, slug);
  const files = county();
  addReferred(files, row);
  addLanguages(files, code);
  change(files);
  cpSync(base, folder, { recursive: true, filter: (path) => !path.endsWith("tests.lua") });
  for (const file of files) {
    if (file.name === "tests.lua" && row.group !== "tests") continue; // it is of the county as it was
    const text = `${file.rest}\n${file.tops.map(write).join("\n\n")}\n`;
    writeFileSync(join(folder, file.name), text.replace(/^county "[^"]*"/m, `county "${slug}"`));
  }
  addFiles(folder, code);
  tried.push({ what, code, slug });
}

for (const row of vocabulary.words) {
  if (row.name === "national_goal") continue; // stands in lua/national.lua alone, which every county is loaded with
  const value = row.places.length === 0;
  attempt(row.name, row.example, (files) => (value ? giveValue : giveWord)(files, row), row);
  for (const field of row.fields)
    attempt(`${row.name}.${field.name}`, field.example, (files) => giveField(files, row, field), row);
}

function check() {
  try {
    return said(["check", "--json", "--lang", "en", "--counties", counties, "--lua", join(root, "lua")]);
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
}

const faults = new Map(check().map((one) => [one.county, one.faults]));
let failed = 0;
for (const { what, code, slug } of tried) {
  // Of a test it is enough that it can be run: what it expects is an example.
  const found = faults.get(slug).filter((fault) => fault.code !== "test-failed" && !fault.advice);
  if (found.length === 0) continue;
  failed++;
  console.log(`not ok the example of ${what}: ${code}`);
  for (const fault of found.slice(0, 3)) console.log(`  ${fault.text}`);
}
if (process.argv.includes("--keep")) console.log(counties);
else rmSync(counties, { recursive: true });
console.log(`${tried.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
