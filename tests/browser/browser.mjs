// Debian's Chromium, driven by playwright-core, without its habit of calling
// home: whatever leaves the host in a test was asked for by a page.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const args = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };
export const SMALL = { width: 320, height: 640 };

export async function openBrowser() {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install Debian's chromium, or set CHROMIUM`);
  return chromium.launch({ executablePath, args });
}

/** A page of its own, and what it did that no page should: { page, context, strayed, said }. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: PHONE, locale: "sv-SE", reducedMotion: "no-preference", ...options });
  const page = await context.newPage();
  const visitor = { context, page, strayed: [], said: [], document: null };
  page.on("request", (request) => {
    if (!/^http:\/\/127\.0\.0\.1:\d+\//.test(request.url())) visitor.strayed.push(request.url());
  });
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) visitor.document = response;
  });
  page.on("console", (message) => {
    // A page that is an error by its status is no fault of its own.
    if (["error", "warning"].includes(message.type()) && !/status of (404|410|422|503)/.test(message.text()))
      visitor.said.push(message.text());
  });
  page.on("pageerror", (error) => visitor.said.push(String(error)));
  return visitor;
}

/** Run `work` on every item, `lanes` at a time; results in the order of the items. */
export async function inParallel(items, lanes, work) {
  const results = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i], i);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
