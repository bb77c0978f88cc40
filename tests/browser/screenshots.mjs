// Pictures of all pages, on a phone and on a desk, in light and dark:
//
//     node tests/browser/screenshots.mjs FOLDER [COUNTY...] [--only TEXT] [--small]
//
// A picture's name is <county>-<page>-<width>[-dark].png. --only takes the pages
// whose name holds TEXT; --small adds pictures of 320 px. "ways" stands for the
// pages behind mailed links (ways.mjs).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DESKTOP, PHONE, SMALL, inParallel, openBrowser, openPage } from "./browser.mjs";
import { allPages, openPortal, visit } from "./portal.mjs";
import { ways } from "./ways.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, small: { type: "boolean" } },
});
const [folder, ...wanted] = positionals;
if (!folder) {
  console.error("usage: node tests/browser/screenshots.mjs FOLDER [COUNTY...] [--only TEXT] [--small]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const sizes = values.small ? [PHONE, DESKTOP, SMALL] : [PHONE, DESKTOP];

async function shoot(browser, one) {
  const visitor = await openPage(browser);
  const { page } = visitor;
  if (one.url) await page.goto(one.url);
  else await visit(visitor, one);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      const name = `${one.county} ${one.name} ${size.width}${scheme === "dark" ? " dark" : ""}`;
      await page.screenshot({ path: join(folder, `${name.replace(/[^a-z0-9]+/gi, "-")}.png`), fullPage: true });
    }
  }
  await visitor.context.close();
}

const portal = await openPortal();
const browser = await openBrowser();
try {
  const pages = (await allPages(portal))
    .filter((one) => !wanted.length || wanted.includes(one.county))
    .filter((one) => !values.only || one.name.includes(values.only));
  await inParallel(pages, 2, async (one) => {
    try {
      await shoot(browser, one);
    } catch (error) {
      console.error(`${one.county} ${one.name}: ${error.message}`);
      process.exitCode = 1;
    }
  });
  if (!wanted.length || wanted.includes("ways"))
    await ways(async (origin, named) => {
      for (const [name, path] of Object.entries(named))
        if (!values.only || name.includes(values.only)) await shoot(browser, { county: "ways", name, url: origin + path });
    });
  console.log(`${pages.length} pages in ${folder}`);
} finally {
  await browser.close();
  await portal.stop();
}
