// Every link of docs/reference/ leads to a file, and to a heading in it. Says
// nothing when all do.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../docs/reference/", import.meta.url));
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".md"));

/** As GitHub makes them of headings, and those that are written out. */
function anchors(page) {
  const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-"));
  return new Set([...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)]);
}

const prose = (page) => page.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[\[\]()]/g, ""));

for (const name of pages) {
  const file = join(folder, name);
  for (const [, target] of prose(readFileSync(file, "utf8")).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
    const [path, anchor] = target.split("#");
    const to = path ? resolve(dirname(file), path) : file;
    if (!existsSync(to)) console.log(`${name}: ${target} leads nowhere`);
    else if (anchor && !anchors(readFileSync(to, "utf8")).has(anchor)) console.log(`${name}: ${relative(folder, to)} has no ${anchor}`);
  }
}
