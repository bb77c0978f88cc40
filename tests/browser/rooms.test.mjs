// The counties of tests/counties/, which are as unlike the four as counties can
// be: what a visitor can reach by links, the first step of the form, and what is
// behind mailed links.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate, esmResolver } from "html-validate";
import { faultsOf } from "./checks.mjs";
import { inParallel, openBrowser, openPage } from "./browser.mjs";
import { ways } from "./ways.mjs";
import { root, startServer } from "../http/server.mjs";
import { request } from "../http/visitor.mjs";

const MOST = 14; // pages of a county
const WAYS = "the ways to join";

const folder = join(root, "tests/counties");
const counties = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const server = await startServer({ counties: folder });
const browser = await openBrowser();

/** Pages that links lead to from a county's first, those nearest to it first. */
async function reachable(county) {
  const found = [`/${county}/`];
  for (let at = 0; at < found.length && found.length < MOST; at++) {
    const { status, headers, text } = await request(server.origin + found[at]);
    if (status !== 200 || !headers["content-type"].startsWith("text/html")) continue;
    for (const [, href] of text.matchAll(/href="([^"#?]+)/g))
      if (href.startsWith(`/${county}/`) && !/\.(svg|css|pdf|json|csv)$/.test(href) && !found.includes(href) && found.length < MOST) found.push(href);
  }
  const first = await request(`${server.origin}/${county}/anslut/ny`);
  if (first.headers.location) found.push(first.headers.location);
  return found;
}

async function look({ county, path, origin = server.origin }) {
  const visitor = await openPage(browser);
  const result = { county, path, faults: [], html: "" };
  try {
    await visitor.page.goto(origin + path);
    result.html = await visitor.document.text();
    result.faults = await faultsOf(visitor);
  } catch (error) {
    result.faults = [`could not be opened: ${error.message}`];
  }
  await visitor.context.close();
  return result;
}

const pages = [];
for (const county of counties) for (const path of await reachable(county)) pages.push({ county, path });
const results = await inParallel(pages, 3, look);
await ways(async (origin, named) => {
  const mine = Object.values(named).map((path) => ({ county: WAYS, path, origin }));
  results.push(...await inParallel(mine, 3, look));
});

after(async () => {
  await browser.close();
  await server.cleanUp();
});

// A form tells each of its questions in a hidden field of the same name.
const isAsked = ({ ruleId, message }) => ruleId === "form-dup-name" && message.endsWith('"_asked"');

for (const county of [...counties, WAYS])
  describe(`the pages of ${county}`, () => {
    const mine = results.filter((result) => result.county === county);
    test("give axe and the eye nothing to say", () => {
      assert.ok(mine.length >= 5, `there are only ${mine.length} pages`);
      const said = mine.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)).join("\n");
      assert.ok(said === "", `\n${said}`);
    });
    test("are HTML as it should be", async () => {
      const checker = new HtmlValidate(new FileSystemConfigLoader([esmResolver()]));
      const said = [];
      for (const { path, html } of mine) {
        const report = await checker.validateString(html, join(root, "tests/browser/room.html"));
        for (const { messages } of report.results)
          for (const message of messages) if (!isAsked(message)) said.push(`${path}:${message.line}: ${message.ruleId}: ${message.message}`);
      }
      assert.ok(!said.length, `\n${said.join("\n")}`);
    });
  });
