// The guide for county web administrators says what is true: every example is
// put into a copy of the template, as its first line says, and checked.
//
//   node tests/guide/check.mjs build/release/anslut          # test
//   node tests/guide/check.mjs build/release/anslut --write  # paste what check prints
//
// The first line of an example:
//   -- i join.lua                               at the end of the file, which may be new
//   -- i join.lua, sist i step "kontakt"        last in the block that begins so
//   -- i county.lua, i stället för brand        instead of the line or block
//   -- också i welcome.lua, ...                 beside the example before it
//   <!-- i texts/viljeyttring.md -->            the whole text file
// A block of `text` after an example is what check prints; without one the
// example has no faults. A block of `console` begins with a command,
// "$ anslut test minlan", and goes on with what it prints after the example.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { apply, examples, guide, root, sound } from "./examples.mjs";

const anslut = resolve(process.argv[2] ?? join(root, "build/release/anslut"));
const writes = process.argv.includes("--write");

/** A new county, made as the guide says. */
function newCounty() {
  const folder = mkdtempSync(join(tmpdir(), "anslut-guide-"));
  mkdirSync(join(folder, "counties"));
  execFileSync(anslut, ["new", "minlan", "--counties", "counties", "--from", join(root, "counties/_template"), "--lua", join(root, "lua")], { cwd: folder });
  return folder;
}

/** An example without a block of what is printed is sound; advice it may get. */
const withoutAdvice = (prints) => prints.split("\n").filter((line) => !/: \(råd\) |^\d+ råd\.$/.test(line)).join("\n");

/** What a command on the county prints. */
function run(folder, args) {
  try {
    return execFileSync(anslut, [...args, "--counties", "counties", "--lua", join(root, "lua")], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
}

const check = (folder) => run(folder, ["check", "minlan"]);

/** "$ anslut simulate minlan \"en kommun\"" as arguments. */
const words = (line) => [...line.replace("$ anslut ", "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

const results = { passed: 0, failed: 0 };
function result(name, problem) {
  results[problem ? "failed" : "passed"]++;
  console.log(problem ? `not ok ${name}\n${problem}` : `ok ${name}`);
}

function tryExample(example) {
  const folder = newCounty();
  try {
    for (const part of example.parts) apply(folder, part);
    const said = example.commands.map(({ code }) => {
      const [command] = code.split("\n");
      return `${command}\n${run(folder, words(command))}`;
    });
    return { prints: check(folder), said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkPage(name) {
  const path = join(guide, name);
  let page = readFileSync(path, "utf8");
  for (const example of examples(page).reverse()) {
    const title = `${name}:${example.line}`;
    try {
      const { prints, said } = tryExample(example);
      const paste = (at, old, now) => (page = page.slice(0, at) + now + page.slice(at + old.length));
      for (const [i, { code, index, line }] of [...example.commands.entries()].reverse()) {
        if (writes) paste(index + "```console\n".length, code, said[i]);
        else result(`${name}:${line}`, said[i] === code ? null : `the command prints\n${said[i]}and the guide says\n${code}`);
      }
      const wanted = example.printed?.code ?? sound;
      if (writes && example.printed) paste(example.printed.index + "```text\n".length, wanted, prints);
      else result(title, (example.printed ? prints : withoutAdvice(prints)) === wanted ? null : `check prints\n${prints}and the guide says\n${wanted}`);
    } catch (error) {
      result(title, error.message);
    }
  }
  if (writes) writeFileSync(path, page);
  const targets = [...page.matchAll(/\]\((?!https?:|\/)([^)#]+)/g)].map(([, target]) => target);
  const broken = targets.filter((target) => !existsSync(join(guide, target)));
  result(`${name}: links`, broken.length ? `lead nowhere: ${broken.join(", ")}` : null);
}

const pages = readdirSync(guide).filter((name) => name.endsWith(".md"));
pages.forEach(checkPage);
const start = readFileSync(join(guide, "README.md"), "utf8");
const lost = pages.filter((name) => name !== "README.md" && !start.includes(`(${name})`));
result("README.md leads to every page", lost.length ? `not to ${lost.join(", ")}` : null);
const folder = newCounty();
result("a county from the template", check(folder) === sound ? null : check(folder));
rmSync(folder, { recursive: true });
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed ? 1 : 0;
