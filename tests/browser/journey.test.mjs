// The whole way of an organisation, from a county's home page to its place in the
// register: by the keyboard alone, without JavaScript, and with it.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { answers, fillForm, mailedLink, orgNumber } from "../http/join.mjs";
import { eventually, mails, startServer } from "../http/server.mjs";
import { DESKTOP, PHONE, openBrowser, openPage } from "./browser.mjs";

const server = await startServer();
const browser = await openBrowser();

after(async () => {
  await browser.close();
  await server.stop();
});

async function visitor(options) {
  const { page, said, strayed, context } = await openPage(browser, options);
  return { page, done: async () => {
    assert.deepEqual(said, []);
    assert.deepEqual(strayed, []);
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  } };
}

const goesTo = (page, pattern) => page.waitForURL(pattern);
const heading = (page) => page.locator("main h1").innerText();

describe("with the keyboard alone, through Västmanland", () => {
  /** Tab until what has the focus answers to `wanted`: its words, name or value. */
  async function tabTo(page, wanted, key = "Tab") {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press(key);
      const { words, name } = await page.evaluate(() => {
        const here = document.activeElement;
        return { words: (here.labels?.[0]?.textContent ?? here.textContent ?? "").replace(/\s+/g, " ").trim(), name: here.name ?? "" };
      });
      if (words.startsWith(wanted) || name === wanted) return;
    }
    assert.fail(`the keyboard never reaches "${wanted}" on ${page.url()}`);
  }

  const press = async (page, words, pattern) => {
    await tabTo(page, words);
    await Promise.all([goesTo(page, pattern), page.keyboard.press("Enter")]);
  };

  /** Radio buttons are one stop; arrows walk within it. */
  async function choose(page, name, value) {
    await tabTo(page, name);
    for (let i = 0; i < 40; i++) {
      const here = await page.evaluate(() => ({ value: document.activeElement.value, checked: document.activeElement.checked }));
      if (here.value === value && here.checked) return;
      await page.keyboard.press(here.checked ? "ArrowDown" : "Space");
    }
    assert.fail(`the arrows never reach ${value} of ${name}`);
  }

  test("an organisation joins and finds itself in the register", async () => {
    const mine = answers.vastmanland;
    const { page, done } = await visitor({ viewport: DESKTOP });
    await page.goto(`${server.origin}/vastmanland/`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#innehall", "the first stop is the link past the menu");
    await press(page, "Anslut er organisation", /\/anslut$/);
    await press(page, "Börja fylla i", /\/anslut\/ny/);

    await tabTo(page, "name");
    await page.keyboard.type(mine.name);
    await choose(page, "kind", mine.kind);
    await tabTo(page, "org_number");
    await page.keyboard.type(mine.org_number);
    await choose(page, "municipality", mine.municipality);
    await press(page, "Fortsätt", /\/inriktning$/);
    for (const area of mine.focus) {
      await tabTo(page, "focus");
      while (await page.evaluate(() => document.activeElement.value) !== area) await tabTo(page, "focus");
      await page.keyboard.press("Space");
    }
    await press(page, "Fortsätt", /\/kontakt$/);
    await tabTo(page, "email");
    await page.keyboard.type(mine.email);
    await Promise.all([goesTo(page, /\/kontrollera$/), page.keyboard.press("Enter")]); // Enter in a field goes on

    await press(page, "Ändra Vad heter", /\/organisation\?andra=1/);
    assert.equal(await page.evaluate(() => location.hash), "#f-name");
    await tabTo(page, "Spara ändringen");
    await Promise.all([goesTo(page, /\/kontrollera$/), page.keyboard.press("Enter")]);
    await press(page, "Skicka in", /\/anslut\/klart$/);

    const { href } = await mailedLink(server, mine.email, "bekrafta");
    await page.goto(href);
    await press(page, "Bekräfta anslutningen", /\/valkommen\//);
    await tabTo(page, "Ja tack");
    await page.keyboard.press("Enter");
    await page.getByText("Ni har tackat ja.").waitFor();
    await press(page, "Er sida bland de anslutna", /\/anslutna\//);
    assert.equal(await heading(page), mine.name);

    await press(page, "Alla anslutna", /\/anslutna$/);
    await tabTo(page, "sok");
    await page.keyboard.type("idrotts");
    await Promise.all([goesTo(page, /sok=idrotts/), page.keyboard.press("Enter")]);
    await press(page, mine.name, /\/anslutna\/\w/);
    await done();
  });
});

describe("without JavaScript, on a phone, through Värmland", () => {
  const mine = answers.varmland;
  const phone = { viewport: PHONE, javaScriptEnabled: false, hasTouch: true, isMobile: true };
  const button = (page, words) => page.locator("main").getByRole("button", { name: words, exact: true });
  const tap = async (page, words, pattern) => Promise.all([page.waitForURL(pattern), button(page, words).tap()]);
  const tapHere = async (page, words) => Promise.all([page.waitForNavigation(), button(page, words).tap()]);

  test("an organisation joins: mistakes are told of, nothing is lost, and the rest waits for another day", async () => {
    const { page, done } = await visitor(phone);
    await page.goto(`${server.origin}/varmland/`);
    await page.locator("main").getByRole("link", { name: "Anslut er till Ett jämställt Värmland" }).first().tap();
    await page.getByRole("link", { name: "Börja fylla i" }).first().tap();

    await page.fill("#f-name", mine.name);
    await page.fill("#f-org_number", "212000-1844");
    await tapHere(page, "Fortsätt");
    assert.match(await page.title(), /^Fel: /);
    assert.match(await page.locator(".govuk-error-summary").innerText(), /Något behöver rättas/);
    assert.equal(await page.inputValue("#f-name"), mine.name, "what was typed is kept");
    assert.equal(await page.inputValue("#f-org_number"), "212000-1844");
    await page.fill("#f-org_number", mine.org_number);
    await page.check(`input[name=kind][value=${mine.kind}]`);
    await page.selectOption("select[name=municipality]", mine.municipality).catch(() => page.check(`input[name=municipality][value="${mine.municipality}"]`));
    await tap(page, "Fortsätt", /\/bidrag$/);

    await page.fill("#f-contribution", mine.contribution);
    for (const area of mine.focus) await page.check(`input[name=focus][value=${area}]`);
    await page.fill("[name='goals.1.text']", mine["goals.1.text"]);
    await tapHere(page, "Lägg till en till");
    await page.fill("[name='goals.2.text']", "Ett mål som vi ångrar");
    await Promise.all([page.waitForNavigation(), page.locator("button[value='goals.2']").tap()]);
    assert.equal(await page.locator("[name='goals.2.text']").count(), 0, "a row can be taken away");
    assert.equal(await page.inputValue("[name='goals.1.text']"), mine["goals.1.text"]);

    await tap(page, "Tillbaka", /\/organisation$/);
    assert.equal(await page.inputValue("#f-name"), mine.name);
    await tap(page, "Fortsätt", /\/bidrag$/);
    assert.equal(await page.inputValue("#f-contribution"), mine.contribution, "back and forth loses nothing");

    await tap(page, "Spara och fortsätt senare", /\/spara$/);
    await page.fill("#f-email", "sen@sunne.example");
    await tapHere(page, "Mejla länken");
    assert.equal(await heading(page), "Länken är på väg");
    const resume = await eventually(() => mails(server).find((mail) => mail.to.includes("sen@sunne.example")));
    await page.goto(resume.plain.match(/https?:\/\/\S*\/anslut\/\S+/)[0]);
    while (!/\/manniskor$/.test(new URL(page.url()).pathname)) {
      await tapHere(page, "Fortsätt");
      assert.equal(await page.locator(".govuk-error-summary").count(), 0, page.url());
    }
    await page.fill("[name='employees.women']", mine["employees.women"]);
    await page.fill("[name='employees.men']", mine["employees.men"]);
    await page.fill("#f-email", mine.email);
    await tap(page, "Fortsätt", /\/kontrollera$/);
    assert.match(await page.locator("main").innerText(), /812 kvinnor och 204 män/);
    await tap(page, "Skicka in", /\/klart$/);

    const { href } = await mailedLink(server, mine.email, "bekrafta");
    await page.goto(href);
    await tap(page, "Bekräfta anslutningen", /\/valkommen\//);
    await page.getByRole("link", { name: "Öppna diplomet och skriv ut det" }).tap();
    assert.match(await page.locator(".diploma").innerText(), /Sunne kommun/);
    await page.goto(`${server.origin}/varmland/anslutna`);
    await page.getByRole("link", { name: mine.name }).tap();
    assert.equal(await heading(page), mine.name);
    await done();
  });

  test("a link to a field leads to the field", async () => {
    const { page, done } = await visitor(phone);
    await page.goto(`${server.origin}/varmland/anslut/ny`);
    await Promise.all([page.waitForURL(/\/anslut\/ny\/\w+$/), button(page, "Fortsätt").tap()]);
    await page.locator(".govuk-error-summary a").last().tap();
    const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await target.waitFor();
    assert.ok(await target.evaluate((field) => field.matches("input, select, textarea")));
    await done();
  });
});

test("without JavaScript, what an answer brings up is asked before the form goes on, also when it may be left empty", async () => {
  const path = await fillForm(server, "jonkoping", { name: "Frågan kommer AB", org_number: orgNumber(7), email: "fragan@jonkoping.example" });
  const { page, done } = await visitor({ javaScriptEnabled: false });
  await page.goto(server.origin + path);
  const row = page.locator(".govuk-summary-list__row").filter({ hasText: "Hur många är chefer?" });
  assert.match(await row.innerText(), /3 kvinnor och 4 män/);
  await done();
});

describe("with JavaScript", () => {
  const fill = async (page, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`[name="${name}"]`);
      if (!await field.count()) continue;
      const kind = await field.first().evaluate((one) => `${one.tagName} ${one.type}`);
      if (/radio|checkbox/.test(kind))
        for (const one of [value].flat()) await page.check(`[name="${name}"][value="${one}"]`);
      else if (/SELECT/.test(kind)) await field.selectOption(value);
      else await field.fill(value);
    }
  };
  const button = (page, words) => page.locator("main").getByRole("button", { name: words, exact: true });
  const go = async (page, words = "Fortsätt") => Promise.all([page.waitForEvent("load"), button(page, words).click()]);

  /** Fill in every page up to "check your answers". */
  async function walk(page, mine) {
    for (let i = 0; i < 12 && !page.url().endsWith("/kontrollera"); i++) {
      await fill(page, mine);
      await go(page);
      assert.equal(await page.locator(".govuk-error-summary").count(), 0, await page.locator("main").innerText());
    }
  }

  test("in Jönköping the summary of mistakes has the focus, and leads on to the fields", async () => {
    const { page, done } = await visitor({ viewport: DESKTOP });
    await page.goto(`${server.origin}/jonkoping/anslut/ny`);
    await go(page);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".govuk-error-summary")));
    const first = page.locator(".govuk-error-summary a").first();
    const href = await first.getAttribute("href");
    await first.click();
    assert.equal(await page.evaluate(() => `#${document.activeElement.id}`), href);
    await done();
  });

  test("in Jönköping the characters are counted, and the county looks before it shows a member", async () => {
    const mine = answers.jonkoping;
    const { page, done } = await visitor({ viewport: DESKTOP });
    await page.goto(`${server.origin}/jonkoping/anslut/ny`);
    await fill(page, mine);
    await go(page);
    await page.locator("#f-description").pressSequentially("Vi gör lådor");
    const group = page.locator(".govuk-character-count").filter({ has: page.locator("#f-description") });
    await group.getByText(/^2.488 tecken kvar$/).first().waitFor();
    await page.fill("#f-description", "x".repeat(2503));
    await group.getByText("3 tecken för mycket").first().waitFor();
    await walk(page, mine);
    await page.locator('[name="expects.ledningen"]').check();
    await go(page, "Skicka in");
    const { href } = await mailedLink(server, mine.email, "bekrafta");
    await page.goto(href);
    await go(page, "Bekräfta anslutningen");
    await page.getByText("Vi tittar igenom uppgifterna").waitFor();
    await page.goto(`${server.origin}/jonkoping/anslutna`);
    assert.equal(await page.getByRole("link", { name: mine.name }).count(), 0);
    const toCounty = await eventually(() => mails(server).find((mail) => mail.plain.includes("/granska/")));
    await page.goto(toCounty.plain.match(/https?:\/\/\S*\/granska\/[\w-]+/)[0]);
    await go(page, "Godkänn och visa");
    await page.goto(`${server.origin}/jonkoping/anslutna`);
    await page.getByRole("link", { name: mine.name }).click();
    await page.waitForURL(/\/anslutna\/\w/);
    assert.equal(await heading(page), mine.name);
    await done();
  });

  test("in Stockholm the browser's own way back loses nothing, and two clicks send once", async () => {
    const mine = answers.stockholm;
    const { page, done } = await visitor({ viewport: DESKTOP });
    await page.goto(`${server.origin}/stockholm/anslut/ny`);
    await fill(page, mine);
    await go(page);
    await fill(page, mine);
    await go(page);
    await page.goBack();
    assert.equal(await page.inputValue("[name='decided_by']"), mine.decided_by);
    await page.goBack();
    assert.equal(await page.inputValue("#f-name"), mine.name);
    await page.fill("#f-name", `${mine.name} i Täby`);
    await walk(page, { ...mine, name: `${mine.name} i Täby` });
    assert.match(await page.locator("main").innerText(), /Täby Ångbåtsförening i Täby/);

    for (const tick of await page.locator('[name^="expects."]').all()) await tick.check();
    const sent = [];
    page.on("request", (request) => { if (request.method() === "POST") sent.push(request.url()); });
    await Promise.all([page.waitForURL(/\/klart$/), button(page, "Skicka in").dblclick()]);
    assert.equal(sent.length, 1);
    const { href } = await mailedLink(server, mine.email, "bekrafta");
    assert.equal(mails(server).filter((mail) => mail.to.includes(mine.email)).length, 1);
    await page.goto(href);
    await Promise.all([page.waitForURL(/\/valkommen\//), button(page, "Bekräfta anslutningen").dblclick()]);
    await page.goto(`${server.origin}/stockholm/anslutna`);
    assert.equal(await page.locator(".member").count(), 1);
    await done();
  });
});
