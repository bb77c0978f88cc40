// What a visitor's first page weighs, and what is loaded for it.
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { after, test } from "node:test";
import { startServer } from "../http/server.mjs";
import { join } from "../http/join.mjs";
import { openBrowser, openPage } from "./browser.mjs";
import { counties } from "./portal.mjs";

const KB = 1024;
const server = await startServer();
const browser = await openBrowser();

after(async () => {
  await browser.close();
  await server.stop();
});

/** Everything that a page loads: [{ path, type, length, body, cached }]. */
async function load(path) {
  const { page, context } = await openPage(browser);
  const loaded = [];
  page.on("response", (response) => { if (response.ok()) loaded.push(response); });
  await page.goto(server.origin + path, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  const files = await Promise.all(loaded.map(async (response) => ({
    path: new URL(response.url()).pathname,
    type: response.request().resourceType(),
    encoding: response.headers()["content-encoding"],
    cached: response.headers()["cache-control"] ?? "",
    body: await response.body(),
  })));
  await context.close();
  return files;
}

const weight = (files, type) => files.filter((file) => file.type === type).reduce((sum, { body }) => sum + gzipSync(body).length, 0);

const paths = ["/", ...counties.flatMap((county) => ["", "strategi", "anslut", "anslut/ny", "anslutna"].map((page) => `/${county}/${page}`))];

for (const path of paths) {
  test(`${path} has less than 20 KB of styles and 15 KB of scripts`, async () => {
    const files = await load(path);
    const [styles, scripts] = [weight(files, "stylesheet"), weight(files, "script")];
    assert.ok(styles > 0 && styles < 20 * KB, `${styles} bytes of styles`);
    assert.ok(scripts > 0 && scripts < 15 * KB, `${scripts} bytes of scripts`);
    for (const { path: file, encoding, type } of files.filter(({ type, body }) => /document|stylesheet|script/.test(type) && body.length > KB))
      assert.match(encoding ?? "", /^(gzip|br)$/, `${type} ${file} is sent whole`);
    for (const { path: file, cached } of files.filter(({ path: one }) => one.startsWith("/web/")))
      assert.match(cached, /immutable/, file);
  });
}

const fonts = (files) => files.filter(({ type }) => type === "font").map(({ path }) => path.split("/").pop().split(".")[0]);

test("Swedish loads one typeface, of less than 40 KB", async () => {
  for (const county of counties) {
    const files = await load(`/${county}/`);
    assert.deepEqual(fonts(files), ["atkinson-latin"], county);
    assert.ok(files.find(({ type }) => type === "font").body.length < 40 * KB);
  }
});

test("letters of other languages load the rest of the typeface, where they stand", async () => {
  await join(server, "vastmanland", { name: "Łódź vänförening", email: "lodz@vastmanland.example" });
  assert.deepEqual(fonts(await load("/vastmanland/anslutna")).sort(), ["atkinson-latin", "atkinson-latin-ext"]);
  assert.deepEqual(fonts(await load("/vastmanland/strategi")), ["atkinson-latin"]);
});

test("a whole home page is less than 150 KB", async () => {
  for (const county of counties) {
    const files = await load(`/${county}/`);
    const sum = files.reduce((all, { body, encoding }) => all + (encoding ? gzipSync(body).length : body.length), 0);
    assert.ok(sum < 150 * KB, `${county}: ${sum} bytes`);
  }
});
