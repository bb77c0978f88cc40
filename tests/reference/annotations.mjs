// The annotation files, lua/annotations/*.lua, are what a Lua language server
// (LuaLS) reads: every tag is one that it knows and is written as its grammar
// has it, every type that is named exists, and what stands above a function tells
// of that function. Every word of the vocabulary is there with its fields. Says
// nothing when all is well.
//
//   node tests/reference/annotations.mjs build/release/anslut
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "lua/annotations");
const anslut = resolve(process.argv[2] ?? join(root, "build/release/anslut"));

const BUILT_IN = ["nil", "any", "boolean", "string", "number", "integer", "function", "table", "thread", "userdata", "lightuserdata", "unknown"];
const NAME = /^[A-Za-z_][\w]*(?:\.[A-Za-z_*][\w]*)*/;

class Wrong extends Error {}

const WORD = /^[A-Za-z_]\w*/;
const LITERAL = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|true\b|false\b)/;

/** Types, from left to right: what is left to read, and the names referred to. */
class Reader {
  names = [];
  constructor(text) { this.rest = text; }
  fail(what) { throw new Wrong(`${what} at "${this.rest.slice(0, 30)}"`); }
  space() { this.rest = this.rest.trimStart(); }
  /** A sign, or what fits a pattern; gives it, or "". */
  take(sign) {
    const found = typeof sign === "string" ? this.rest.startsWith(sign) && sign : this.rest.match(sign)?.[0];
    this.rest = this.rest.slice(found?.length ?? 0);
    return found || "";
  }
  expect(sign, what = `${sign} is missing`) {
    this.space();
    return this.take(sign) || this.fail(what);
  }
  /** Items between commas, up to `end`. */
  list(end, item) {
    this.space();
    if (this.take(end)) return;
    do { this.space(); item(); this.space(); } while (this.take(","));
    this.expect(end);
  }
  field() {
    if (this.take("[")) { this.union(); this.expect("]"); }
    else { this.expect(WORD, "a field's name is missing"); this.take("?"); }
    this.expect(":");
    this.union();
  }
  parameter() {
    if (!this.take("...")) { this.expect(WORD, "a parameter's name is missing"); this.take("?"); }
    if (this.take(":")) this.union();
  }
  results() {
    do {
      this.space();
      this.take(/^[A-Za-z_]\w*\s*:\s*/);
      this.union();
      this.take("...");
    } while (this.rest.startsWith(", ") && this.take(","));
  }
  signature() {
    if (!this.take("(")) return;
    this.list(")", () => this.parameter());
    if (/^\s*:/.test(this.rest)) { this.expect(":"); this.results(); }
  }
  named() {
    this.names.push(this.expect(NAME, "a type is missing"));
    if (this.take("<")) this.list(">", () => this.union());
  }
  one() {
    if (this.take(LITERAL)) { /* itself */ }
    else if (this.take("(")) { this.union(); this.expect(")"); }
    else if (this.take("{")) this.list("}", () => this.field());
    else if (this.take("[")) this.list("]", () => this.union());
    else if (this.take(/^fun\b/)) this.signature();
    else this.named();
    while (this.take("[]") || this.take("?"));
  }
  union() {
    do { this.space(); this.one(); } while (/^\s*\|/.test(this.rest) && this.expect("|"));
  }
}

/** A type at the beginning of `text`; gives the names it refers to and what
 * stands after it. */
function readType(text) {
  const reader = new Reader(text);
  reader.union();
  return reader;
}

/** A type that ends, or is parted from what follows by a space. */
function typeOf(text) {
  const { names, rest } = readType(text);
  if (rest && !/^\s/.test(rest)) throw new Wrong(`"${rest.slice(0, 30)}" does not belong to the type`);
  return { names, rest: rest.trim() };
}

const TAGS = {
  meta: (text) => { if (!/^$|^[\w.]+$/.test(text)) throw new Wrong("a meta file has at most a name"); },
  class(text, block) {
    const found = text.match(/^(?:\((exact|partial)\)\s*)?([\w.]+)\s*(?::\s*(.+))?$/);
    if (!found || !NAME.test(found[2]) || found[2].match(NAME)[0] !== found[2]) throw new Wrong("a class has a name, and after a colon what it is");
    block.class = { name: found[2], fields: new Map() };
    for (const parent of found[3]?.split(/\s*,\s*/) ?? []) block.names.push(...typeOf(parent).names);
    block.defines.push(found[2]);
    block.classes.push(block.class);
  },
  field(text, block) {
    if (!block.class) throw new Wrong("a field belongs to the class above it");
    let rest = text.replace(/^(public|private|protected|package)\s+/, "");
    let name;
    if (rest.startsWith("[")) {
      const key = readType(rest.slice(1));
      if (!key.rest.startsWith("]")) throw new Wrong("] is missing");
      block.names.push(...key.names);
      name = rest.slice(0, rest.length - key.rest.length + 1);
      rest = key.rest.slice(1);
    } else {
      const found = rest.match(/^([A-Za-z_]\w*)(\??)(?=\s)/);
      if (!found) throw new Wrong("a field has a name and a type");
      [, name] = found;
      rest = rest.slice(found[0].length);
      block.class.fields.set(name, { optional: found[2] === "?" });
    }
    if (!/^\s+\S/.test(rest)) throw new Wrong("a field has a type");
    const key = name.replace(/\s/g, "");
    if (block.class.seen?.has(key)) throw new Wrong(`${name} stands twice in ${block.class.name}`);
    (block.class.seen ??= new Set()).add(key);
    block.names.push(...typeOf(rest.trim()).names);
  },
  alias(text, block) {
    const found = text.match(/^([\w.]+)\s+(.+)$/);
    if (!found) throw new Wrong("an alias has a name and a type");
    block.defines.push(found[1]);
    block.names.push(...typeOf(found[2]).names);
  },
  param(text, block) {
    const found = text.match(/^(\.\.\.|[A-Za-z_]\w*)(\??)\s+(.+)$/);
    if (!found) throw new Wrong("a parameter has a name and a type");
    block.params.push(found[1]);
    block.names.push(...typeOf(found[3]).names);
  },
  return(text, block) {
    block.returns++;
    let rest = text;
    for (;;) {
      const read = readType(rest);
      block.names.push(...read.names);
      if (read.rest.startsWith(",")) {
        rest = read.rest.slice(1).trim();
        continue;
      }
      if (read.rest && !/^\s+(\.\.\.|[A-Za-z_#]\S*)(\s.*)?$/.test(read.rest)) throw new Wrong("after a result stands its name, or # and what it is");
      return;
    }
  },
  generic(text, block) {
    for (const part of text.split(",")) {
      const found = part.trim().match(/^([A-Za-z_]\w*)(?:\s*:\s*(.+))?$/);
      if (!found) throw new Wrong("a generic has a name, and after a colon what it is");
      block.generics.push(found[1]);
      if (found[2]) block.names.push(...typeOf(found[2]).names);
    }
  },
  overload(text, block) {
    if (!text.startsWith("fun(")) throw new Wrong("an overload is a fun(...)");
    block.overloads++;
    block.names.push(...typeOf(text).names);
  },
  type: (text, block) => block.names.push(...typeOf(text).names),
  deprecated: () => {},
  nodiscard: () => {},
  see: () => {},
};

const newBlock = () => ({ names: [], defines: [], classes: [], params: [], generics: [], returns: 0, overloads: 0, class: null });

/** A file as what it defines, or its faults. */
function readFile(name, text) {
  const out = { faults: [], defines: new Map(), named: [], functions: new Map(), classes: new Map() };
  const lines = text.split("\n");
  const wrong = (at, what) => out.faults.push(`${name}:${at + 1}: ${what}`);
  let block = newBlock();
  let code = false;
  const close = (at, used) => {
    if (!used && (block.params.length || block.returns || block.overloads || block.generics.length)) wrong(at, "what stands above belongs to no function");
    for (const one of block.defines) {
      if (out.defines.has(one)) wrong(at, `${one} is defined twice`);
      out.defines.set(one, at);
    }
    for (const one of block.classes) out.classes.set(one.name, one.fields);
    for (const one of block.names) if (!block.generics.includes(one)) out.named.push([one, at]);
    block = newBlock();
  };
  if (lines[0] !== "---@meta") wrong(0, "a file of annotations begins with ---@meta");
  if (lines.at(-1) !== "") wrong(lines.length - 1, "the last line does not end");
  lines.slice(0, -1).forEach((line, at) => {
    if (line.startsWith("---")) {
      if (/^---```/.test(line)) code = !code;
      const tag = !code && line.match(/^---@(\S*)\s*(.*)$/);
      if (!code && /^---\s+@\w/.test(line)) wrong(at, "a tag follows --- without a space");
      if (!tag) return;
      try {
        if (!TAGS[tag[1]]) throw new Wrong(`@${tag[1]} is no annotation`);
        TAGS[tag[1]](tag[2].trim(), block);
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
        wrong(at, error.message);
      }
      return;
    }
    if (code) wrong(at, "code in a comment is not closed");
    code = false;
    const found = line.match(/^function ([A-Za-z_][\w.]*)\(([^)]*)\) end$/);
    if (found) {
      const params = found[2].split(/\s*,\s*/).filter(Boolean);
      if (params.join() !== block.params.join()) wrong(at, `${found[1]} takes (${params.join(", ")}), and @param tells of (${block.params.join(", ")})`);
      if (out.functions.has(found[1])) wrong(at, `${found[1]} is told of twice`);
      out.functions.set(found[1], at);
    } else if (line && !/^--(?!-)/.test(line) && !/^[A-Za-z_][\w.]* = \{\}$/.test(line)) wrong(at, "this is neither a comment nor a function nor an empty table");
    close(at, Boolean(found));
  });
  close(lines.length - 1, false);
  return out;
}

/** What is wrong with files of annotations, by their names. A word that stands
 * for two things is told of twice. */
function readAll(files, twice = []) {
  const read = Object.entries(files).map(([name, text]) => ({ name, ...readFile(name, text) }));
  const faults = read.flatMap((file) => file.faults);
  const known = new Set(BUILT_IN);
  const functions = new Map();
  for (const file of read) {
    for (const one of file.defines.keys()) {
      if (known.has(one)) faults.push(`${file.name}: ${one} is defined in another file, too`);
      known.add(one);
    }
    for (const one of file.functions.keys()) {
      if (functions.has(one) && !twice.includes(one)) faults.push(`${file.name}: ${one} is told of in ${functions.get(one)}, too`);
      functions.set(one, file.name);
    }
  }
  for (const file of read) for (const [one, at] of file.named) if (!known.has(one)) faults.push(`${file.name}:${at + 1}: no type is called ${one}`);
  return { faults, functions, classes: new Map(read.flatMap((file) => [...file.classes])) };
}

function judge(name, faults) {
  if (faults.length === 0) return;
  console.log(`not ok ${name}${faults.map((one) => `\n  ${one}`).join("")}`);
  process.exitCode = 1;
}

// The reader itself: each of these is broken, and the last ones are not.
const around = (lines) => `---@meta\n\n${lines}\n`;
const broken = [
  "---@clas anslut.x", "---@class", "---@class an slut", "---@class a: b", "---@field x string", "---@class a\n---@field x", "---@class a\n---@field x? ",
  "---@class a\n---@field x string|", "---@class a\n---@field x strng", "---@class a\n---@field x string[", "---@class a\n---@field x { a: string",
  '---@class a\n---@field x "a', "---@class a\n---@field x string\n---@field x? number", "---@class a\n\n---@class a", "---@alias a", "---@alias a b",
  "---@param x string\nfunction f(y) end", "---@param x string\n---@param y string\nfunction f(y, x) end", "function f(x) end", "---@param x string\nfunction f() end",
  "---@param x string", "---@param x\nfunction f(x) end", "---@return\nfunction f() end", "---@return fun(a string)\nfunction f() end", "---@return fun(a: string\nfunction f() end",
  "---@return string)\nfunction f() end", "---@overload string\nfunction f() end", "---@generic\nfunction f() end", "---@param x T\nfunction f(x) end", "local x = 1", "--- @class a",
  "---```lua\nfunction f() end", "function f() end\n\nfunction f() end", "---@alias a table<string, >", "---@alias a (string"
].map((lines) => [lines, around(lines)]);
broken.push(["no ---@meta", "---@class a\n"], ["no end", "---@meta"]);
const whole = [
  '---@class a: b\n---@field x? "p"|"q" Något. / Something.\n---@field [integer] a|b[]\n---@field y { from?: string, [string]: (a|b)[] }\n\n---@class b\n\n---@alias c fun(x: a, ...: string): boolean, b?',
  "---@generic K, V\n---@param t table<K, V>\n---@param n? integer\n---@param ... any\n---@return fun(t: table<K, V>, key?: K): K, V\nfunction a.b(t, n, ...) end",
  "---@return integer? # hur många\nfunction f() end", "---@return any, any\nfunction f() end", "---@param s string\n---@return integer ...\n---@overload fun(): nil\nfunction f(s) end",
];
judge("what is broken is seen to be", broken.filter(([, text]) => readAll({ "x.lua": text }).faults.length === 0).map(([lines]) => `${JSON.stringify(lines)} passes`));
judge("what is whole is not", whole.flatMap((lines) => readAll({ "x.lua": around(lines) }).faults.map((one) => `${JSON.stringify(lines)}: ${one}`)));

const { words } = JSON.parse(execFileSync(anslut, ["vocabulary", "--json"], { encoding: "utf8", maxBuffer: 1 << 26 }));
const names = words.map((word) => word.name);
const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
const read = readAll(files, names.filter((name, i) => names.indexOf(name) !== i));
judge("lua/annotations is what a language server reads", read.faults);

const bodies = (word) => [...read.classes].filter(([name]) => name === `anslut.${word.name}.body` || (name.startsWith(`anslut.${word.name}.`) && name.endsWith(".body"))).map(([, fields]) => fields);
const lacking = (word) => {
  if (!read.functions.has(word.name)) return [`there is no function ${word.name}`];
  if (word.form === "list" || !word.fields.length) return [];
  const holds = (body) => word.fields.every((field) => body.has(field.name));
  if (!bodies(word).some(holds)) return [`no class of ${word.name} has its fields ${word.fields.map((field) => field.name).join(", ")}`];
  const body = bodies(word).find(holds);
  return word.fields.filter((field) => field.required && body.get(field.name).optional).map((field) => `${word.name}.${field.name} is required, and may be left out`);
};
judge("every word and field of the vocabulary is there", words.flatMap(lacking));

// What .luarc.json may say, of all that LuaLS knows (its setting/schema.json).
const SETTINGS = ["$schema", "runtime.version", "runtime.path", "workspace.library", "workspace.ignoreDir", "workspace.checkThirdParty", "diagnostics.globals"];
const settings = JSON.parse(readFileSync(join(root, ".luarc.json"), "utf8"));
judge(".luarc.json leads a language server to them", [
  ...Object.keys(settings).filter((key) => !SETTINGS.includes(key)).map((key) => `${key} is no setting that we know`),
  ...(settings["workspace.library"] ?? []).filter((path) => !existsSync(join(root, path))).map((path) => `there is no ${path}`),
  ...((settings["workspace.library"] ?? []).some((path) => basename(path) === "annotations") ? [] : ["the annotations are not in workspace.library"]),
  ...(settings["runtime.version"] === "Lua 5.4" ? [] : ["scripts are Lua 5.4"]),
]);
