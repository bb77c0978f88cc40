// One county's scripts are hostile. While they are loaded, edited and asked, the
// other counties' pages are the same, byte for byte, and come in time.
import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { open, send } from "./form.mjs";
import { countyFolder, eventually, root, startServer } from "./server.mjs";
import { request } from "./visitor.mjs";

// Much longer than a page takes, much shorter than a script that is let run:
// the tests share their cores with others.
const IN_TIME = 3000;
const PATIENCE = 60000;

const pages = ["/", "/strategi", "/anslutna", "/anslutna.json", "/anslut", "/sidor/radet", "/en/strategi"];
const scripts = join(root, "tests/script/hostile");

/** The scripts of a group: [name, text]. */
function group(file) {
  return readFileSync(join(scripts, file), "utf8").split(/^--- /m).slice(1).map((entry) => {
    const end = entry.indexOf("\n");
    return [entry.slice(0, entry.indexOf(":")), entry.slice(end + 1)];
  });
}

// What hurts by its number, its size or its form, and not by what it does alone.
const more = {
  floods: {
    words: 'for i = 1, 1e7 do page("p" .. i) { title = "x" } end',
    texts: 'local t = {} for i = 1, 1e7 do t[i] = "x" end county(t)',
    faults: "x1.y()\n".repeat(20000),
    unfinished: 'for i = 1, 1e6 do page("p" .. i) end',
    nested: `page "x" ${"{ page \"y\" ".repeat(5000)}${"}".repeat(5000)}`,
  },
  forms: {
    compiled: "\x1bLua not text",
    bytes: Buffer.from([0xff, 0xfe, 0x00, 0x41]),
    nul: "local a = 1\0",
    large: `-- ${"x".repeat(300 * 1024)}`,
    deep: "(".repeat(100000),
    braces: "x = ".concat("{".repeat(100000)),
    jumps: "do goto a ::a:: end ".repeat(4000),
  },
};

let counties, server;
const expected = new Map();

const get = (slug, page) => request(`${server.origin}/${slug}${page}`);
const text = (slug, file) => readFileSync(join(counties, slug, file), "utf8");
const drift = async () => JSON.parse((await request(`${server.origin}/drift.json`)).text);
const hostile = async () => (await drift()).counties.find((one) => one.slug === "elak");

function addCounty(slug) {
  cpSync(join(root, "tests/counties/mittlan"), join(counties, slug), { recursive: true });
  writeFileSync(join(counties, slug, "county.lua"), text(slug, "county.lua")
    .replace('county "mittlan"', `county "${slug}"`).replace("jamstallt.mittlan.example", `${slug}.example`));
}

/** Read the others' pages until `done`, each the same and in time. Every round
 * asks for one that cannot be kept, too. Gives how many were read. */
async function watch(done) {
  let read = 0;
  const end = Date.now() + PATIENCE;
  do {
    for (const page of pages) {
      const start = Date.now();
      const answer = await get("lugn", page);
      assert.ok(Date.now() - start < IN_TIME, `${page} took ${Date.now() - start} ms`);
      assert.equal(answer.status, 200);
      assert.ok(answer.bytes.equals(expected.get(page)), `${page} has changed`);
      read++;
    }
    const start = Date.now();
    assert.equal((await get("lugn", `/anslutna?q=abc${read}`)).status, 200);
    assert.ok(Date.now() - start < IN_TIME, `a search took ${Date.now() - start} ms`);
    assert.ok(Date.now() < end, "waited in vain");
  } while (!(await done()));
  return read;
}

/** Put the files into the hostile county, wait until they have been read and
 * found wanting, and take them away again. */
async function load(files) {
  const names = Object.keys(files).map((name) => `x-${name.replaceAll("_", "-")}.lua`);
  Object.values(files).forEach((one, i) => writeFileSync(join(counties, "elak", names[i]), one));
  await watch(async () => (await hostile()).faults.some((fault) => fault.file.startsWith("x-")));
  const told = (await hostile()).faults;
  for (const name of names) rmSync(join(counties, "elak", name));
  await watch(async () => (await hostile()).faults.length === 0);
  return told;
}

describe("a hostile county", { timeout: 300000 }, () => {
  before(async () => {
    counties = countyFolder();
    addCounty("lugn");
    addCounty("elak");
    rmSync(join(counties, "mittlan"), { recursive: true });
    server = await startServer({ counties });
    for (const page of pages) {
      const answer = await get("lugn", page);
      assert.equal(answer.status, 200, page);
      expected.set(page, answer.bytes);
    }
  });
  after(async () => {
    await server.cleanUp();
    rmSync(counties, { recursive: true, force: true });
  });

  for (const file of readdirSync(scripts).sort())
    it(`loads ${file.replace(".lua", "")}, and others do not notice`, async () => {
      const entries = group(file);
      assert.ok(entries.length > 10);
      const told = await load(Object.fromEntries(entries));
      assert.ok(told.length > 0);
      assert.equal((await get("elak", "/strategi")).status, 200); // as it was last sound
    });

  for (const [name, files] of Object.entries(more))
    it(`loads ${name}, and others do not notice`, async () => {
      const told = await load(files);
      assert.ok(told.length > 0);
    });

  it("may ask for ever, and others do not notice", async () => {
    const join_lua = text("elak", "join.lua");
    const rule = `function(member)
      if member.name == "Evigheten" then while true do end end
      if member.name == "Minnet" then local t = {} while true do t[#t + 1] = string.rep("x", 1000) end end
      if member.name == "Fangsten" then while true do pcall(function() while true do end end) end end
      if member.name == "Felet" then error({}) end
      if member.name == "Svaret" then return { member } end
      return true
    end`;
    writeFileSync(join(counties, "elak", "join.lua"), join_lua.replace(
      'question.web_address "web" { label = "Webbplats", required = false }',
      `question.web_address "web" { label = "Om vi får", required = false, shown_when = ${rule} }`));
    await watch(async () => (await open(server, "/elak/anslut/ny")).text.includes("Om vi får"));
    const start = await open(server, "/elak/anslut/ny");
    assert.equal(start.status, 200);

    const names = ["Evigheten", "Minnet", "Fangsten", "Felet", "Svaret"];
    let left = 0;
    for (let i = 0; i < 40; i++) {
      left++;
      send(server, start, { name: names[i % names.length], kind: "association", municipality: "9901", email: "a@example.org" })
        .then((answer) => assert.ok([200, 303, 422, 503].includes(answer.status), `${answer.status}`))
        .finally(() => left--);
    }
    const read = await watch(() => left === 0);
    assert.ok(read >= pages.length);
    await eventually(() => server.log.includes("it takes too long")); // it was asked, and stopped

    // Whom the rule says yes to is still asked, and goes on.
    const sane = await send(server, start, { name: "Lugna IK", kind: "association", municipality: "9901", email: "a@example.org" });
    assert.equal(sane.status, 303);
    writeFileSync(join(counties, "elak", "join.lua"), join_lua);
  });

  it("has cost the service nothing that lasts", async () => {
    await eventually(async () => (await hostile()).faults.length === 0);
    await watch(() => true);
    const ready = await request(`${server.origin}/readyz`);
    assert.equal(ready.status, 200);
    assert.equal(server.child.exitCode, null);
  });
});
