// Every page of every county, in all its states, as a browser, axe, html-validate
// and the W3C's checker see it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate, esmResolver } from "html-validate";
import { faultsOf } from "./checks.mjs";
import { inParallel, openBrowser, openPage } from "./browser.mjs";
import { allPages, counties, openPortal, visit } from "./portal.mjs";
import { root } from "../http/server.mjs";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "anslut-pages-"));
const portal = await openPortal();
const browser = await openBrowser();

const title = (one) => `${one.county}: ${one.name}`;
const file = (one) => `${title(one).replace(/[^a-z0-9]+/gi, "-")}.html`;

async function look(one) {
  const visitor = await openPage(browser);
  const result = { one, faults: [], html: "", status: 0 };
  try {
    await visit(visitor, one);
    result.status = visitor.document.status();
    result.html = await visitor.document.text();
    result.title = await visitor.page.title();
    result.lang = await visitor.page.getAttribute("html", "lang");
    result.faults = await faultsOf(visitor);
  } catch (error) {
    result.faults = [`could not be opened: ${error.message}`];
  }
  await visitor.context.close();
  writeFileSync(join(folder, file(one)), result.html);
  return result;
}

const pages = await allPages(portal);
// Those that change what others show come last.
const results = [
  ...await inParallel(pages.filter((one) => !one.last), 3, look),
  ...await inParallel(pages.filter((one) => one.last), 3, look),
];

after(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

const listed = (lists) => lists.flatMap(({ one, faults }) => faults.map((fault) => `${title(one)}: ${fault}`)).join("\n");
const nothing = (text) => assert.ok(text === "", `\n${text}`);
const none = (lists) => nothing(listed(lists));

const places = ["portal", ...counties, "vastmanland/en"];

for (const place of places) {
  describe(`the pages of ${place}`, () => {
    const mine = () => results.filter(({ one }) => one.county === place);
    const holds = (sentence, pattern) => test(sentence, () => none(mine().map(({ one, faults }) =>
      ({ one, faults: faults.filter((fault) => pattern.test(fault)) }))));

    test("can be opened, all of them, with the status they should have", () => {
      assert.ok(mine().length >= (place === "portal" ? 3 : 35), `there are only ${mine().length} pages`);
      none(mine().map(({ one, status, faults }) => ({ one, faults: [
        ...faults.filter((fault) => fault.startsWith("could not")),
        ...(status === one.status ? [] : [`status ${status}`])] })));
    });
    holds("give axe nothing to say, in light and dark, on a phone and on a desk", /^axe/);
    holds("never scroll sideways, down to 320 px", /^(320|390|1280) px: (.*sideways|\d+ px wide)/);
    holds("cut no text off at 320 px", /^320 px: text is cut/);
    holds("hold no text smaller than 14 px", /^390 px: text of/);
    holds("can be read with text twice as large", /^text at 200 %/);
    holds("have targets of 44 px", /to press/);
    holds("show where the keyboard is", /^keyboard/);
    holds("lead to what they hold", /^anchors/);
    holds("stand still for those who ask for it", /^reduced motion/);
    holds("keep their controls in forced colours", /^forced colours/);
    holds("ask nobody but the host for anything", /^request/);
    holds("set no cookie", /^cookie/);
    holds("leave the console silent", /^console/);
    test("say what they are in their titles and in which language", () => {
      none(mine().map(({ one, title: said, lang }) => ({ one, faults: [
        ...(/^\S.* – \S|^\S/.test(said ?? "") ? [] : ["no title"]),
        ...(lang === (/\/en$/.test(place) || / en$/.test(one.name) ? "en" : "sv") ? [] : [`lang is ${lang}`]),
        ...(/with errors|unticked/.test(one.name) && !/^(Fel|Error): /.test(said) ? [`the title is ${said}`] : [])] })));
    });
  });
}

// A form tells each of its questions in a hidden field of the same name; the
// checker knows no way to allow that.
const isAsked = ({ ruleId, message }) => ruleId === "form-dup-name" && message.endsWith('"_asked"');

test("html-validate finds nothing on any page", async () => {
  const checker = new HtmlValidate(new FileSystemConfigLoader([esmResolver()]));
  const lists = await Promise.all(results.map(async ({ one, html }) => {
    const report = await checker.validateString(html, join(root, "tests/browser", file(one)));
    return { one, faults: report.results.flatMap(({ messages }) => messages.filter((message) => !isAsked(message)).map((m) => `${m.line}: ${m.ruleId}: ${m.message}`)) };
  }));
  none(lists);
});

function vnu(args) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  return new Promise((done, fail) => {
    execFile("java", ["-Xss2m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--stdout", ...args], { maxBuffer: 1 << 26 },
      (error, out) => (out ? done(JSON.parse(out).messages) : fail(error ?? new Error("vnu said nothing"))));
  });
}

const sentences = (messages) => messages.map(({ url, lastLine, message, extract }) => `${url?.split("/").pop()}:${lastLine}: ${message} ${extract ?? ""}`).join("\n");

test("the W3C's checker finds nothing on any page", async () => {
  nothing(sentences(await vnu([folder])));
});

test("the W3C's checker finds nothing in the styles", async () => {
  const themes = [...new Set(results.map(({ html }) => html.match(/href="([^"]*\/tema\/[^"]*\.css)"/)?.[1]).filter(Boolean))];
  assert.equal(themes.length, counties.length);
  const styles = [join(folder, "app.css")];
  writeFileSync(styles[0], readFileSync(join(root, "build/web/app.css")));
  for (const [i, path] of themes.entries()) {
    styles.push(join(folder, `theme${i}.css`));
    writeFileSync(styles.at(-1), await (await fetch(portal.now.origin + path)).text());
  }
  nothing(sentences(await vnu(["--css", ...styles])));
});

async function printed(path) {
  const visitor = await openPage(browser);
  await visitor.page.goto(portal.now.origin + path);
  const pdf = await visitor.page.pdf({ preferCSSPageSize: true, format: "A4", printBackground: true });
  const hidden = await visitor.page.emulateMedia({ media: "print" }).then(() =>
    visitor.page.locator(".top, .footer, .menu, .skip-link, .no-print").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).length));
  await visitor.context.close();
  return { pages: [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length, hidden };
}

test("a diploma is one page of paper, and nothing else is printed", async () => {
  const [diploma] = portal.states.varmland.diplomas;
  assert.deepEqual(await printed(diploma), { pages: 1, hidden: 0 });
});

test("a commitment is printed without what is only for the screen", async () => {
  for (const county of counties) {
    const { pages, hidden } = await printed(`${portal.states[county].welcome.welcome}/atagande`);
    assert.ok(pages >= 1 && pages <= 3, `${county}: ${pages} pages`);
    assert.equal(hidden, 0, county);
  }
});
