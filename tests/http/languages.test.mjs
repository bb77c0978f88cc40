// A county of five languages: each page in each, what stands in for what is not
// translated, and a letter that is signed in Finnish with the Swedish one beside.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkFields, mailedLink, press } from "./join.mjs";
import { mails, root, run, startServer } from "./server.mjs";
import { post, request, unescape, walkForm } from "./visitor.mjs";

const counties = joinPath(root, "tests/counties");
const languages = ["sv", "fi", "fit", "se", "en"];
const names = { sv: "Svenska", fi: "Suomi", fit: "Meänkieli", se: "Davvisámegiella", en: "English" };
const base = (lang) => (lang === "sv" ? "/norrskog" : `/norrskog/${lang}`);
const paths = ["/", "/strategi", "/sidor/om", "/anslutna", "/anslut", "/anslut/ny/organisation", "/finns-inte"];
const answers = {
  name: "Jokikylän Ääni", kind: "association", municipality: "9601", email: "info@jokikyla.example",
  focus: ["makt", "vald"], "employees.women": "2", "employees.men": "1",
};

/** Every piece of text with the language that it is said to be in. */
function spoken(html) {
  const found = [];
  const stack = [];
  for (const [, close, tag, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      const words = unescape(text).trim();
      const inside = stack.at(-1);
      if (words && !["script", "style", "title"].includes(inside?.tag)) found.push({ words, lang: inside?.lang });
    } else if (close) {
      while (stack.length && stack.pop().tag !== tag);
    } else if (!["br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"].includes(tag)) {
      stack.push({ tag, lang: attributes.match(/\slang="([^"]*)"/)?.[1] ?? stack.at(-1)?.lang });
    }
  }
  return found;
}

describe("a county of five languages", () => {
  let server, texts;
  before(async () => {
    server = await startServer({ counties });
    const { out } = await run(["texts", "norrskog", "--counties", counties, "--lua", joinPath(root, "lua"), "--json"]);
    texts = JSON.parse(out);
  });
  after(() => server.cleanUp());

  const page = async (lang, path) => (await request(server.origin + base(lang) + path)).text;

  for (const lang of languages) {
    it(`shows each page in ${names[lang]}, says so, and leads to the others`, async () => {
      for (const path of paths) {
        const { status, text } = await request(server.origin + base(lang) + path);
        assert.equal(status, path === "/finns-inte" ? 404 : 200, `${lang} ${path}: ${status}`);
        assert.match(text, new RegExp(`<html lang="${lang}">`));
        if (path.startsWith("/anslut/")) continue; // one thing is done there: no menu
        for (const other of languages.filter((one) => one !== lang))
          assert.match(text, new RegExp(`href="${base(other)}${path}" hreflang="${other}" lang="${other}" rel="alternate">${names[other]}<`), path);
      }
    });

    it(`marks what ${names[lang]} lacks with the language that stands in for it`, async () => {
      // What the portal says itself, by the command that tells where it comes from.
      const said = new Map(texts.filter((one) => one.texts[lang]).map(({ texts: { [lang]: found } }) => [unescape(found.text), found.lang]));
      let foreign = 0;
      for (const path of paths)
        for (const { words, lang: spokenIn } of spoken(await page(lang, path))) {
          assert.doesNotMatch(words, /[\x00-\x08\x0e-\x1f]/, `${lang} ${path}`);
          if (!said.has(words) || /^\W*$/.test(words)) continue;
          assert.equal(spokenIn, said.get(words), `${lang} ${path}: ${words}`);
          if (spokenIn !== lang) foreign++;
        }
      if (lang === "se" || lang === "fit") assert.ok(foreign > 20, `${foreign}`);
      if (lang === "sv" || lang === "fi" || lang === "en") assert.equal(foreign, 0);
    });
  }

  it("falls back by the county's chain, for its own texts too", async () => {
    const words = async (lang) => spoken(await page(lang, "/"));
    const find = (list, text) => list.find((one) => one.words === text)?.lang;
    const [fit, se, en] = [await words("fit"), await words("se"), await words("en")];
    assert.equal(find(fit, "Yhdessä kohti tasa-arvoista Norrskogia"), "fi"); // Meänkieli: Finnish first
    assert.equal(find(fit, "Lue strategia"), "fi");
    assert.equal(find(se, "Tillsammans för ett jämställt Norrskog"), "sv"); // North Sámi: Swedish
    assert.equal(find(se, "Vihtta giela"), "se");
    assert.equal(find(en, "Together for an equal Norrskog"), "en");
    assert.equal(find(en, "Mötet den 6 februari är flyttat"), "sv");
  });

  it("tells search engines where the page is in each language", async () => {
    const html = await page("fi", "/strategi");
    const found = Object.fromEntries([...html.matchAll(/<link href="([^"]*)" hreflang="([^"]*)" rel="alternate">/g)].map(([, href, lang]) => [lang, new URL(href).pathname]));
    assert.deepEqual(found, Object.fromEntries(languages.map((lang) => [lang, `${base(lang)}/strategi`])));
  });

  it("says what the county has put in the place of the portal's texts", async () => {
    assert.match(await page("sv", "/anslut/ny/organisation"), />Vidare<\/button>/);
    assert.match(await page("fi", "/anslut/ny/organisation"), />Eteenpäin<\/button>/);
    assert.match(await page("en", "/anslut/ny/organisation"), />Continue<\/button>/);
    assert.match(await page("sv", "/finns-inte"), /<h1>Den sidan finns inte i Norrskogs län<\/h1>/);
    assert.match(await page("fi", "/anslutna.csv"), /Kuka/);
    const form = texts.find((one) => one.key === "form.next").texts;
    assert.deepEqual([form.sv.file, form.sv.own, form.fit.lang, form.fit.file], ["texts.lua", true, "fit", "lua/texts/fit.lua"]);
    for (const { key, texts: { sv } } of texts.filter((one) => one.texts.sv?.file.startsWith("lua/")))
      assert.ok(readFileSync(new URL(`../../${sv.file}`, import.meta.url), "utf8").split("\n")[sv.line - 1].includes(`["${key}"]`), `${key} at ${sv.file}:${sv.line}`);
  });

  it("lists municipalities in the order of the page's language, by their names there", async () => {
    const label = (one) => one.label.text ?? one.label;
    const places = async (lang) => JSON.parse(await page(lang, "/anslutna.json")).filters.municipality.map(label);
    assert.deepEqual(await places("sv"), ["Gransele", "Åfors", "Älvby"]);
    assert.deepEqual(await places("fi"), ["Jokikylä", "Koskela", "Kuusisuanto"]);
    assert.deepEqual(await places("en"), ["Åfors", "Älvby", "Gransele"]); // English: å and ä as a
  });

  describe("an organisation that joins in Finnish", () => {
    let check, mail, welcome;
    before(async () => {
      const walked = await walkForm(server, "norrskog/fi", answers);
      assert.ok(walked.path.endsWith("/kontrollera"), `${walked.path}: ${walked.page.status}`);
      check = walked.page.text;
      const sent = await post(server.origin + walked.path, await checkFields(server, walked.path));
      assert.equal(sent.status, 303);
      const mailed = await mailedLink(server, answers.email, "norrskog/fi/bekrafta");
      mail = mailed.mail;
      welcome = (await press(server, mailed.path)).headers.location;
    });

    it("reads the letter in Finnish with the Swedish one beside it", () => {
      const words = spoken(check);
      const in_ = (lang) => words.filter((one) => one.lang === lang).map((one) => one.words).join(" ");
      assert.match(in_("fi"), /Tahdonilmaus .*Jokikylän Ääni liittyy portaaliin Tasa-arvoinen Norrskog/);
      assert.match(in_("fi"), /Valta ja vaikuttaminen, Väkivallaton elämä/);
      assert.match(in_("sv"), /Viljeyttring Jokikylän Ääni ansluter sig till Jämställt Norrskog/);
      assert.match(in_("sv"), /Makt och inflytande, Frihet från våld/);
      assert.match(check, /Tämän tekstin lähetätte/);
      assert.match(check, /Sama teksti ruotsiksi/);
    });

    it("gets its mail in Finnish, with the county's words", () => {
      assert.equal(mail.headers["content-language"], "fi");
      assert.equal(mail.subject, "Vahvistakaa, että Jokikylän Ääni liittyy portaaliin Tasa-arvoinen Norrskog");
      assert.match(mail.plain, /^Vielä yksi askel\n/);
      assert.match(mail.html, /<html lang="fi">/);
      assert.match(mail.plain, /Linkki on voimassa 7 päivää/);
    });

    it("has both texts sealed, and which of them was signed", async () => {
      const { text } = await request(`${server.origin}${welcome}/atagande/dokument`);
      const sealed = JSON.parse(text);
      assert.equal(sealed.lang, "fi");
      assert.equal(sealed.letter.lang, "fi");
      assert.match(sealed.letter.text, /^Jokikylän Ääni liittyy portaaliin/);
      assert.equal(sealed.beside.lang, "sv");
      assert.equal(sealed.beside.title, "Viljeyttring");
      assert.match(sealed.beside.text, /^Jokikylän Ääni ansluter sig till Jämställt Norrskog den \d+ \S+ \d{4}\./);
      assert.deepEqual(sealed.beside.expectations.map((one) => one.text), ["Ledningen har fattat beslutet."]);
      assert.deepEqual(sealed.expectations.map((one) => one.text), ["Johto on tehnyt päätöksen."]);
      const employed = sealed.answers.find((one) => one.question === "employees");
      assert.equal(employed.text, "2 naista ja 1 mies");
    });

    it("sees both on the commitment's page, each in its language", async () => {
      const { text } = await request(`${server.origin}${welcome}/atagande`);
      const words = spoken(text);
      assert.equal(words.find((one) => one.words.startsWith("Jokikylän Ääni liittyy")).lang, "fi");
      assert.equal(words.find((one) => one.words.startsWith("Jokikylän Ääni ansluter sig")).lang, "sv");
    });

    it("finds its package in Finnish, and what is not translated marked", async () => {
      const words = spoken((await request(server.origin + welcome)).text);
      assert.equal(words.find((one) => one.words === "Digitaalinen tarra").lang, "fi");
      assert.equal(words.find((one) => one.words === "Jämställt nytt, två gånger om året").lang, "sv");
      assert.equal(words.find((one) => one.words === "Kaikki mukaan liittyvät saavat tämän.").lang, "fi");
    });

    it("counts as one in the forms of each language", async () => {
      const count = async (lang) => unescape((await page(lang, "/anslutna")).match(/<title>([^<]*?) – /)[1]);
      assert.equal(await count("sv"), "1 organisation är med");
      assert.equal(await count("fi"), "1 organisaatio on mukana");
      assert.equal(await count("se"), "1 organisašuvdna lea mielde");
    });
  });

  it("signs in Swedish without a second text, and in a language without a letter the one that stands in", async () => {
    const swedish = await walkForm(server, "norrskog", { ...answers, name: "Forsens vänner", email: "a@forsen.example" });
    assert.doesNotMatch(swedish.page.text, /class="letters"/);
    const sami = await walkForm(server, "norrskog/se", { ...answers, name: "Searvi", email: "b@searvi.example" });
    assert.doesNotMatch(sami.page.text, /class="letters"/); // it is the Swedish letter
    assert.match(sami.page.text, /<div class="prose" lang="sv">/);
    const fit = await walkForm(server, "norrskog/fit", { ...answers, name: "Seura", email: "c@seura.example" });
    assert.match(fit.page.text, /class="letters"/); // Finnish stands in, and Swedish beside it
    assert.ok(mails(server).length >= 1);
  });
});
