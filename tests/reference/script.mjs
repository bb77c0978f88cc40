// Just enough of Lua to take a county script apart and put it together again:
// words with their ids and bodies, and in a body its fields and further words.

/** Where the bracket that opens at `at` is closed; texts and comments aside. */
function closing(text, at) {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (c === '"') i = stringEnd(text, i);
    else if (text.startsWith("--", i)) i = text.indexOf("\n", i);
    else if (c === "{" || c === "(") depth++;
    else if ((c === "}" || c === ")") && --depth === 0) return i;
  }
  throw new Error(`nothing closes: ${text.slice(at, at + 60)}`);
}

function stringEnd(text, at) {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i;
  }
  throw new Error(`a text without end: ${text.slice(at, at + 60)}`);
}

const plain = (text) => text.replace(/^(\s|--[^\n]*\n)+/, "").trim();

/** The parts of a body, between its commas. */
function elements(body) {
  const parts = [];
  let begins = 0;
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '"') i = stringEnd(body, i);
    else if (body.startsWith("--", i)) i = Math.max(i, body.indexOf("\n", i));
    else if (body[i] === "{" || body[i] === "(") i = closing(body, i);
    else if (body[i] === ",") {
      parts.push(body.slice(begins, i));
      begins = i + 1;
    }
  }
  return [...parts, body.slice(begins)].map(plain).filter(Boolean).map(element);
}

/** `name = value`, or a word. */
function element(code) {
  const field = code.match(/^([\w]+)\s*=(?!=)\s*([\s\S]*)$/);
  return field ? { field: field[1], value: field[2] } : word(code);
}

/** word "id" { body }, or whatever else stands there, as it is. */
export function word(code) {
  const said = code.match(/^([\w.]+)\s*(?:"((?:[^"\\]|\\.)*)"\s*)?\{/);
  if (!said || closing(code, said[0].length - 1) !== code.length - 1) {
    const [, name, id] = code.match(/^([\w.]+)?(?:\s*"((?:[^"\\]|\\.)*)")?/);
    return { word: name, id, code };
  }
  return { word: said[1], id: said[2], body: elements(code.slice(said[0].length, -1)) };
}

/** A word with a body: of `word "id" "text"` the text becomes the field `name`. */
export function opened(node, name) {
  const [, text] = node.code?.match(/^[\w.]+\s*"[^"]*"\s*(".*")$/) ?? [];
  return node.body ? node : { word: node.word, id: node.id, body: text ? [{ field: name, value: text }] : [] };
}

/** The words at the top of a file; the rest, such as local functions, before. */
export function read(text) {
  const tops = [];
  let rest = "";
  let at = 0;
  for (const said of text.matchAll(/^([a-z_.]+)(?: "[^"]*")? \{/gm)) {
    const end = closing(text, said.index + said[0].length - 1) + 1;
    rest += text.slice(at, said.index);
    tops.push(word(text.slice(said.index, end)));
    at = end;
  }
  return { rest: rest + text.slice(at), tops };
}

export function write(node) {
  if (node.field) return `${node.field} = ${node.value}`;
  if (node.code) return node.code;
  const id = node.id === undefined ? "" : ` "${node.id}"`;
  return `${node.word}${id} {\n${node.body.map((part) => `${write(part)},\n`).join("")}}`;
}
