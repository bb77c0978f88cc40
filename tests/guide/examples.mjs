// The guide's examples, and how each is put into a county as its first line
// says (tests/guide/check.mjs tells the forms).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const guide = join(root, "docs/guide");

/** What check prints about an example that has no faults. */
export const sound = "Inga fel i 1 län.\n";

const head = /^(?:--|<!--) (i|också i) ([\w./-]+?)(?:, (sist i|i stället för) (.+?))?(?: -->)?$/;
const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
const indent = (line) => line.match(/^ */)[0];

/** The first and last line of what begins with `start`, which only one does. */
function find(lines, start, where) {
  const begins = (line) => line.trim().startsWith(start) && !/^[\w.]/.test(line.trim().slice(start.length));
  const found = lines.flatMap((line, i) => (begins(line) ? [i] : []));
  if (found.length !== 1) throw new Error(`«${start}» begins ${found.length} lines of ${where}`);
  const [first] = found;
  if (!/\{(?: *--.*)?$/.test(lines[first])) return [first, first];
  const closes = (line, i) => i > first && line.startsWith(`${indent(lines[first])}}`);
  return [first, lines.findIndex(closes)];
}

function place(text, how, start, snippet, where) {
  const lines = text.trimEnd().split("\n");
  if (!how) return [...(text ? [...lines, ""] : []), ...snippet, ""].join("\n");
  const [first, last] = find(lines, start, where);
  if (how === "sist i" && first === last) throw new Error(`«${start}» in ${where} is no block`);
  const pad = indent(lines[first]) + (how === "sist i" ? "  " : "");
  const put = snippet.map((line) => (line ? pad + line : line));
  lines.splice(...(how === "sist i" ? [last, 0] : [first, last - first + 1]), ...put);
  return [...lines, ""].join("\n");
}

/** Put an example into `folder`/counties/minlan. */
export function apply(folder, code) {
  const [first, ...snippet] = code.trimEnd().split("\n");
  const said = first.match(head);
  if (!said) throw new Error(`the first line does not say where: ${first}`);
  const [, , path, how, start] = said;
  const file = join(folder, "counties/minlan", path);
  const whole = path.endsWith(".md");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  writeFileSync(file, whole ? `${snippet.join("\n")}\n` : place(before, how, start, snippet, path));
}

/** Examples of a page: each with those beside it and what check should print. */
export function examples(page) {
  const found = [];
  for (const { 1: language, 2: code, index } of page.matchAll(fence)) {
    const line = page.slice(0, index).split("\n").length;
    const last = found.at(-1);
    if (language === "text" && last && !last.printed) last.printed = { code, index };
    else if (language === "console") {
      if (!last) found.push({ line, parts: [], printed: null, commands: [] });
      found.at(-1).commands.push({ code, index, line });
    } else if (["lua", "markdown"].includes(language)) {
      if (/^-- också i /.test(code)) last.parts.push(code);
      else found.push({ line, parts: [code], printed: null, commands: [] });
    }
  }
  return found;
}
