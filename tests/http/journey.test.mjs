// The whole way of an organisation, in each of the four counties: form, mail,
// confirmation, welcome package, commitment, register.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, checkFields, fillForm, join, mailedLink, orgNumber, press, sendForm } from "./join.mjs";
import { eventually, mails, run, startServer } from "./server.mjs";
import { post, readForm, request } from "./visitor.mjs";

const json = async (server, path) => JSON.parse((await request(`${server.origin}${path}.json`)).text);
const links = (html) => [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, href]) => href.replace(/&amp;/g, "&"));

const counties = {
  vastmanland: { brand: "Ett jämställt Västmanland", letter: "Viljeyttring", slug: "aby-idrottsforening", sticker: "klistermarke", offers: ["natverk", "nyhetsbrev"], kind: "Förening", place: "Västerås", shown: ["makt", "halsa"] },
  varmland: { brand: "Ett jämställt Värmland", letter: "Anslutning", slug: "sunne-kommun", sticker: "marke", diploma: "diplom", offers: ["utbildning", "utbyte", "statistik", "nyhetsbrev"], kind: "Kommun", place: "Sunne", shown: ["makt", "frihet"] },
  jonkoping: { brand: "Ett jämställt Jönköpings län", letter: "Ställningstagande", slug: "gnosjo-plast-ab", review: true, offers: ["natverk"], kind: "Företag", place: "Gnosjö", shown: ["makt-och-delaktighet", "vald-och-normer"] },
  stockholm: { brand: "Jämställt Stockholm", letter: "Avsiktsförklaring", slug: "taby-angbatsforening", offers: ["nyhetsbrev"], kind: "Förening", place: "Täby", shown: ["makt"] },
};

for (const [county, expected] of Object.entries(counties))
  describe(`in ${county}`, () => {
    let server, check, confirm, welcome, items;
    const mine = answers[county];
    before(async () => { server = await startServer(); });
    after(() => server.cleanUp());

    it("home, strategy and the form's first page open without JavaScript", async () => {
      for (const path of ["/", "/strategi", "/anslutna", "/anslut"]) {
        const { status, text } = await request(`${server.origin}/${county}${path}`);
        assert.equal(status, 200, path);
        assert.match(text, new RegExp(`<title>[^<]*${expected.brand}`));
      }
    });

    it("the form leads to a page with every answer, the letter and a button", async () => {
      check = await fillForm(server, county);
      const { text } = await request(server.origin + check);
      assert.ok(text.includes(mine.name));
      assert.ok(text.includes(expected.letter));
      assert.match(text, /name="_next"[^>]*>Skicka in</);
      for (const href of links(text).filter((href) => href.includes("andra=1")))
        assert.equal((await request(server.origin + href)).status, 200, href);
    });

    it("ticks that are asked for are missed when they are not made", async () => {
      const fields = (await checkFields(server, check)).filter(([name]) => !name.startsWith("expects."));
      const ticks = (await checkFields(server, check)).length - fields.length;
      if (!ticks) return;
      const { status, text } = await post(server.origin + check, fields);
      assert.equal(status, 422);
      assert.match(text, /<title>Fel: /);
      assert.ok(text.includes("Kryssa i rutan om ni vill ansluta er"));
    });

    it("sending it is answered by a page that is the same for all", async () => {
      const answer = await post(server.origin + check, await checkFields(server, check));
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.location, `/${county}/anslut/klart`);
      const sent = await request(server.origin + answer.headers.location);
      assert.equal(sent.status, 200);
      assert.ok(!sent.text.includes(mine.name));
    });

    it("a mail asks to confirm, in Swedish and in the county's name", async () => {
      const { mail, href, path } = await mailedLink(server, mine.email, "bekrafta");
      confirm = path;
      assert.ok(href.startsWith(`${server.origin}/${county}/bekrafta/`));
      assert.equal(mail.subject, `Bekräfta att ${mine.name} ansluter sig till ${expected.brand}`);
      assert.match(mail.headers.from, new RegExp(`^"?${expected.brand}"? <`));
      assert.equal(mail.headers["content-language"], "sv");
      assert.ok(mail.html.includes(href));
    });

    it("nothing is public before the button has been pressed", async () => {
      const page = await request(server.origin + confirm);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes("Bekräfta anslutningen"));
      assert.equal((await json(server, `/${county}/anslutna`)).total, 0);
      assert.equal((await request(`${server.origin}/${county}/anslutna/${expected.slug}`)).status, 404);
    });

    it("the button leads to the welcome page, and a mail keeps the way there", async () => {
      const answer = await press(server, confirm);
      assert.equal(answer.status, 303);
      welcome = answer.headers.location;
      const page = await request(server.origin + welcome);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(mine.name));
      assert.equal((await mailedLink(server, mine.email, "valkommen")).path, welcome);
    });

    it("every item of the package tells what it is and why it is there", async () => {
      ({ items } = await json(server, welcome));
      const { text } = await request(server.origin + welcome);
      assert.ok(items.length >= 4);
      for (const item of items) {
        assert.ok(item.title && item.because, item.id);
        assert.ok(!`${item.title}${item.text}${item.because}`.includes("{"), `${item.id} has a placeholder left`);
        assert.ok(text.includes(`id="${item.id}"`), item.id);
      }
      assert.deepEqual(items.filter((item) => item.state === "offered").map((item) => item.id), expected.offers);
    });

    it("every link of the welcome page that leads here leads somewhere", async () => {
      const { text } = await request(server.origin + welcome);
      const found = new Set(links(text));
      assert.ok(found.size > 8);
      for (const href of found) {
        const { status } = await request(server.origin + href);
        assert.equal(status, 200, href);
      }
    });

    if (expected.sticker)
      it("the sticker is a drawing with the member's name, and a PNG", async () => {
        const item = items.find((one) => one.id === expected.sticker);
        assert.ok(item.licence);
        const svg = await request(server.origin + item.svg_href);
        assert.match(svg.headers["content-type"], /^image\/svg\+xml/);
        assert.ok(svg.text.includes("<svg"));
        for (const word of mine.name.split(" ")) assert.ok(svg.text.includes(word), word);
        assert.ok(!/<script|https?:\/\/(?!www\.w3\.org)/.test(svg.text));
        const png = await request(server.origin + item.png_href);
        assert.equal(png.headers["content-type"], "image/png");
        assert.equal(png.bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
        assert.ok(png.bytes.readUInt32BE(16) >= 500, "wide enough for print");
      });

    if (expected.diploma)
      it("the diploma has its number and the member's name, to print", async () => {
        const item = items.find((one) => one.id === expected.diploma);
        assert.equal(item.title, "Diplom nr 1");
        const { text } = await request(server.origin + item.diploma_href);
        assert.ok(text.includes(mine.name) && /\b[Nn]r 1\b/.test(text) && text.includes("Skriv ut sidan"));
      });

    it("an offer is accepted, changed to declined, and back", async () => {
      const state = async () => (await json(server, welcome)).items.find((one) => one.id === expected.offers[0]).state;
      for (const [answer, becomes] of [["accept", "accepted"], ["decline", "declined"], ["accept", "accepted"]]) {
        const { action, stamp } = (await json(server, welcome)).items.find((one) => one.id === expected.offers[0]);
        const { status, headers } = await post(server.origin + action, { _stamp: stamp, answer });
        assert.equal(status, 303);
        assert.equal(headers.location, `${welcome}#${expected.offers[0]}`);
        assert.equal(await state(), becomes);
      }
    });

    it("an offer is answered by its own form only, and only if it is one", async () => {
      const offer = (await json(server, welcome)).items.find((one) => one.id === expected.offers[0]);
      const given = items.find((one) => one.state === "given");
      const send = (path, fields) => post(server.origin + path, fields);
      assert.equal((await send(offer.action, { _stamp: "x", answer: "decline" })).status, 303);
      assert.equal((await send(offer.action, { _stamp: offer.stamp, answer: "perhaps" })).status, 303);
      assert.equal((await json(server, welcome)).items.find((one) => one.id === offer.id).state, "accepted");
      assert.equal((await send(`${welcome}/erbjudande/${given.id}`, { _stamp: offer.stamp, answer: "accept" })).status, 404);
      assert.equal((await send(`${welcome}/erbjudande/inget`, { _stamp: offer.stamp, answer: "accept" })).status, 404);
    });

    it("the sealed commitment is a page, and a document with its hash", async () => {
      const page = await request(`${server.origin}${welcome}/atagande`);
      assert.equal(page.status, 200);
      for (const words of [expected.letter, mine.name, "Kontrollsumma"]) assert.ok(page.text.includes(words), words);
      const data = await json(server, `${welcome}/atagande`);
      const file = await request(`${server.origin}${data.document_href}`);
      assert.match(file.headers["content-disposition"], /^attachment/);
      assert.equal(JSON.parse(file.text).form, "anslut commitment 1");
      assert.ok(page.text.includes(data.hash));
      const { out } = await run(["-l", "256"], { command: "b2sum", input: file.bytes });
      assert.equal(out.split(" ")[0], data.hash, "anybody can recompute it");
      const labels = JSON.parse(file.text).answers.map((answer) => answer.label);
      assert.ok(labels.length > 4);
      if (county === "jonkoping") assert.ok(labels.includes("Beskriv ert företag"), "a company was asked as one");
    });

    it("verify finds its hash right, beside the running server", async () => {
      const { code, out } = await run(["verify", county, "--lang", "en", "--data", server.data]);
      assert.deepEqual([code, out], [0, `${county}: 1 commitments, 0 wrong\n${county}: 1 versions, 0 wrong\n`]);
    });

    if (expected.review)
      it("the county looks first: nothing is public until it has approved", async () => {
        assert.equal((await json(server, welcome)).review, true);
        assert.equal((await json(server, `/${county}/anslutna`)).total, 0);
        const { mail, path } = await mailedLink(server, `${county}@lansstyrelsen.se`, "granska");
        assert.equal(mail.subject, `Att granska: ${mine.name} vill ansluta sig till ${expected.brand}`);
        const shown = await request(server.origin + path);
        assert.ok(shown.text.includes(mine.description) && shown.text.includes("Godkänn och visa"));
        assert.equal((await json(server, `/${county}/anslutna`)).total, 0, "opening the link decides nothing");
        const done = await press(server, path, { decision: "approve" });
        assert.ok([200, 303].includes(done.status));
        const told = await eventually(() => mails(server).find((one) => one.to.includes(mine.email) && one.subject.startsWith("Nu visas")));
        assert.ok(told.plain.includes(`/${county}/anslutna/${expected.slug}`));
      });

    it("the register has its entry, as page, JSON and CSV", async () => {
      const page = await request(`${server.origin}/${county}/anslutna`);
      assert.ok(page.text.includes(`href="/${county}/anslutna/${expected.slug}"`));
      const register = await json(server, `/${county}/anslutna`);
      assert.equal(register.total, 1);
      const [member] = register.members;
      assert.deepEqual([member.name, member.number, member.kind, member.kind_label, member.municipality_label],
        [mine.name, 1, mine.kind, expected.kind, expected.place]);
      assert.deepEqual(member.areas.map((area) => area.id), expected.shown);
      const csv = await request(`${server.origin}/${county}/anslutna.csv`);
      assert.match(csv.headers["content-type"], /^text\/csv/);
      assert.match(csv.headers["content-disposition"], new RegExp(`anslutna-${county}\\.csv`));
      assert.ok(csv.text.includes(mine.name) && csv.text.includes(expected.place));
    });

    it("the profile shows what is public, under the county's labels, and nothing else", async () => {
      const { status, text } = await request(`${server.origin}/${county}/anslutna/${expected.slug}`);
      assert.equal(status, 200);
      const profile = await json(server, `/${county}/anslutna/${expected.slug}`);
      assert.equal(profile.name, mine.name);
      for (const field of profile.fields) assert.ok(text.includes(field.label), field.label);
      const hidden = [mine.org_number, mine.org_number.replace("-", ""), ...(county === "jonkoping" ? [] : [mine.email]), mine.phone, mine.decided_by].filter(Boolean);
      for (const one of hidden) {
        assert.ok(!text.includes(one), `${one} on the page`);
        assert.ok(!JSON.stringify(profile).includes(one), `${one} in the JSON`);
      }
      const shown = { varmland: [mine.contribution, mine["goals.1.text"]], jonkoping: [mine.description, mine.contribution, mine.email, "gnosjoplast.example/policy"], stockholm: [mine["goals.1.text"]] }[county] ?? [];
      for (const one of shown) assert.ok(text.includes(one), one);
    });

    it("the county's home page counts it", async () => {
      assert.equal((await json(server, `/${county}/`)).facts.members, 1);
      assert.equal((await json(server, "/")).counties.find((one) => one.href.includes(county)).members, 1);
    });
  });

describe("a review that ends in a no", () => {
  it("shows the organisation nowhere, tells it, and can be made once", async () => {
    const server = await startServer();
    const { welcome } = await join(server, "jonkoping", { name: "Aneby Bio", org_number: orgNumber(1) });
    const { path } = await mailedLink(server, "jonkoping@lansstyrelsen.se", "granska");
    await press(server, path, { decision: "perhaps" });
    assert.ok((await request(server.origin + path)).text.includes("Visa inte"), "neither yes nor no decides nothing");
    const kept = readForm((await request(server.origin + path)).text);
    await press(server, path, { decision: "decline" });
    const told = await eventually(() => mails(server).find((mail) => mail.subject.startsWith("Om er anslutning")));
    assert.ok(told.plain.includes("jonkoping@lansstyrelsen.se"), "the mail says whom to ask");
    const shown = await request(server.origin + path);
    assert.ok(shown.text.includes("Aneby Bio visas inte"));
    await post(server.origin + kept.action, [...kept.fields, ["decision", "approve"]]);
    assert.equal((await json(server, "/jonkoping/anslutna")).total, 0, "decided is decided");
    assert.equal((await request(server.origin + welcome)).status, 404, "what was given to members is theirs");
    assert.equal((await request(`${server.origin}/jonkoping/granska/okant`)).status, 404);
    await server.cleanUp();
  });
});

describe("a county's own host", () => {
  const host = { headers: { Host: "jamstalltstockholm.se" } };
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("serves the county at / with links that stay there", async () => {
    const { status, text } = await request(`${server.origin}/`, host);
    assert.equal(status, 200);
    assert.match(text, /<title>[^<]*Jämställt Stockholm/);
    const found = new Set(links(text));
    assert.ok(found.has("/strategi") && found.has("/anslut"));
    for (const href of found) {
      assert.ok(!href.startsWith("/stockholm"), href);
      assert.equal((await request(server.origin + href, host)).status, 200, href);
    }
  });

  it("is the same county as the one below its name", async () => {
    await join(server, "stockholm");
    const own = JSON.parse((await request(`${server.origin}/anslutna.json`, host)).text);
    assert.equal(own.total, 1);
    assert.equal(own.members[0].href, "/anslutna/taby-angbatsforening");
    assert.equal((await request(`${server.origin}/anslutna/taby-angbatsforening`, host)).status, 200);
  });

  it("has no other county, and no front page of counties", async () => {
    for (const path of ["/vastmanland/", "/vastmanland/anslutna", "/stockholm/"])
      assert.equal((await request(server.origin + path, host)).status, 404, path);
  });

  it("takes a form from the start to the mail", async () => {
    let page = await request(`${server.origin}/anslut/ny`, host);
    page = await request(server.origin + page.headers.location, host);
    const { action, fields } = readForm(page.text);
    assert.equal(action, "/anslut/ny/organisation");
    const mine = { name: "Nacka Kör", kind: "association", org_number: orgNumber(2), municipality: "0182" };
    const next = await post(server.origin + action, [...fields.filter(([name]) => !(name in mine)), ...Object.entries(mine), ["_next", "1"]], host);
    assert.equal(next.status, 303);
    assert.match(next.headers.location, /^\/anslut\/[\w-]+\/beslut$/);
  });

  it("is written into mails when the service is reached by a public name", async () => {
    const open = await startServer({ flags: ["--public-url", "https://anslut.example"] });
    await sendForm(open, "stockholm");
    await sendForm(open, "varmland");
    assert.match((await mailedLink(open, answers.stockholm.email, "bekrafta")).href, /^https:\/\/jamstalltstockholm\.se\/bekrafta\//);
    assert.match((await mailedLink(open, answers.varmland.email, "bekrafta")).href, /^https:\/\/anslut\.example\/varmland\/bekrafta\//);
    await open.cleanUp();
  });
});

describe("Västmanland in English", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  it("has each page under /en, which lead to one another and to the Swedish ones", async () => {
    for (const path of ["/", "/strategi", "/anslutna", "/anslut"]) {
      const { status, text } = await request(`${server.origin}/vastmanland/en${path}`);
      assert.equal(status, 200, path);
      assert.match(text, /<html lang="en">/);
      assert.ok(text.includes(`href="/vastmanland${path}" hreflang="sv"`) || new RegExp(`href="/vastmanland${path}"[^>]*lang="sv"`).test(text), path);
      for (const href of new Set(links(text)))
        assert.equal((await request(server.origin + href)).status, href.endsWith("/anslut/ny") ? 302 : 200, href);
    }
  });

  it("takes a form in English, and its mails and welcome page are English", async () => {
    const { form, confirm, welcome } = await join(server, "vastmanland/en", { ...answers.vastmanland });
    for (const path of [form, confirm, welcome]) assert.ok(path.startsWith("/vastmanland/en/"), path);
    const { mail } = await mailedLink(server, answers.vastmanland.email, "bekrafta");
    assert.equal(mail.headers["content-language"], "en");
    assert.match(mail.subject, /^Confirm /);
    assert.match((await request(server.origin + welcome)).text, /Digital sticker/);
  });

  it("is not a language of the other counties", async () => {
    assert.equal((await request(`${server.origin}/varmland/en/`)).status, 404);
  });
});
