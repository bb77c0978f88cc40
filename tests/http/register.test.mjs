// The public register: filters, search, order, pages, numbers, files.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join, orgNumber } from "./join.mjs";
import { startServer } from "./server.mjs";
import { request, unescape } from "./visitor.mjs";

const swedish = new Intl.Collator("sv", { numeric: true });
const kinds = ["association", "company", "municipality"];
const places = ["1980", "1981", "1984"];
const areas = ["makt", "ekonomi", "utbildning", "omsorg", "halsa", "vald"];
const firsts = ["Åby", "Älvsbo", "Öster", "Abborr", "Zeta", "Ärla", "Bergs", "Öland", "aktiv", "Österby", "W-huset", "Vägen", "Étoile"];

// What is put in; the register must agree with it in every way of asking.
const members = Array.from({ length: 130 }, (_, i) => ({
  name: `${firsts[i % firsts.length]} ${["förening", "bygg", "skola", "kör"][i % 4]} ${i}`,
  kind: kinds[i % 3], municipality: places[i % 2 + (i % 5 === 0 ? 1 : 0)], org_number: orgNumber(100 + i),
  focus: [areas[i % 6], areas[(i * 5 + 1) % 6]].filter((one, at, all) => all.indexOf(one) === at), email: `m${i}@exempel.se`,
}));
members.push({ name: "=SUM(1+1)*cmd|' /C calc'!A0", kind: "company", municipality: "1960", org_number: orgNumber(300), focus: ["vald"], email: "f@exempel.se" });

const fits = ({ omrade, kommun, sort }) => (m) =>
  (!omrade || m.focus.includes(omrade)) && (!kommun || m.municipality === kommun) && (!sort || m.kind === sort);

describe("a register of 131 members", () => {
  let server;
  before(async () => {
    server = await startServer();
    const left = [...members];
    await Promise.all(Array.from({ length: 6 }, async () => {
      for (let m = left.shift(); m; m = left.shift()) await join(server, "vastmanland", m);
    }));
  });
  after(() => server.cleanUp());

  const path = (query = {}, end = "") => `/vastmanland/anslutna${end}?${new URLSearchParams(query)}`;
  const page = async (href) => {
    const { status, text } = await request(server.origin + href);
    assert.equal(status, 200, href);
    return text;
  };
  const json = async (query) => JSON.parse(await page(path(query, ".json")));
  const names = (html) => [...html.matchAll(/class="member__name"><a[^>]*>([^<]*)/g)].map(([, name]) => unescape(name));
  const linkOf = (html, rel) => unescape(html.match(new RegExp(`href="([^"]*)"[^>]*rel="${rel}"`))?.[1] ?? "");
  const all = async (query, take = async (href) => page(href)) => {
    const found = [];
    for (let href = path(query); href; ) {
      const html = await take(href);
      found.push(names(html));
      href = linkOf(html, "next");
    }
    return found;
  };

  it("lists everybody once, in Swedish order, over its pages", async () => {
    const pages = await all({});
    const listed = pages.flat();
    assert.ok(pages.length >= 3 && pages.slice(0, -1).every((one) => one.length === pages[0].length));
    assert.deepEqual([...listed].sort(), members.map((m) => m.name).sort());
    for (let i = 1; i < listed.length; i++)
      assert.ok(swedish.compare(listed[i - 1], listed[i]) <= 0, `${listed[i - 1]} stands before ${listed[i]}`);
    const letters = listed.map((name) => name[0].toUpperCase()).filter((c) => "ABWVZÅÄÖ".includes(c));
    assert.deepEqual([...new Set(letters)].slice(-4), ["Z", "Å", "Ä", "Ö"]);
  });

  it("goes back by the same pages, and to the first", async () => {
    const forward = [];
    let last = "";
    await all({}, async (href) => { last = await page(href); forward.push(names(last)); return last; });
    const back = [names(last)];
    for (let href = linkOf(last, "prev"); href; ) {
      const html = await page(href);
      back.unshift(names(html));
      href = linkOf(html, "prev");
    }
    assert.deepEqual(back.flat(), forward.flat());
    const first = unescape(last.match(/class="more" href="([^"]*)"/)[1]);
    assert.deepEqual(names(await page(first)), forward[0]);
  });

  const queries = [
    { omrade: "makt" }, { kommun: "1981" }, { sort: "company" }, { omrade: "vald", kommun: "1980" }, { omrade: "halsa", sort: "association" },
    { kommun: "1984", sort: "municipality" }, { omrade: "ekonomi", kommun: "1981", sort: "company" }, { omrade: "utbildning", kommun: "1960" },
    { kommun: "1904" }, { sort: "university" },
  ];
  for (const query of queries)
    it(`finds with ${JSON.stringify(query)} exactly those, and counts them`, async () => {
      const expected = members.filter(fits(query)).map((m) => m.name);
      assert.deepEqual((await all(query)).flat().sort(), [...expected].sort());
      const data = await json(query);
      assert.deepEqual([data.total, data.found], [members.length, expected.length]);
      assert.equal(data.chosen.length, Object.keys(query).length);
    });

  it("says beside each choice how many it would leave, with the other filters kept", async () => {
    const dimensions = { area: "omrade", municipality: "kommun", kind: "sort" };
    for (const query of [{}, { omrade: "makt" }, { kommun: "1981", sort: "company" }]) {
      const { filters } = await json(query);
      for (const [dimension, name] of Object.entries(dimensions))
        for (const { value, count, chosen } of filters[dimension]) {
          assert.equal(count, members.filter(fits({ ...query, [name]: value })).length, `${name}=${value} in ${JSON.stringify(query)}`);
          assert.equal(chosen, query[name] === value);
        }
    }
    const { filters } = await json({});
    assert.equal(filters.municipality.length, 10, "every municipality of the county");
  });

  it("takes each filter away by its own link", async () => {
    const { chosen } = await json({ omrade: "makt", kommun: "1981", sort: "company" });
    const left = chosen.map(({ without_href }) => [...new URL(without_href, server.origin).searchParams.keys()].sort().join());
    assert.deepEqual(left, ["kommun,sort", "omrade,sort", "kommun,omrade"]);
  });

  const searches = [
    ["Åby", (m) => m.name.startsWith("Åby")], ["åby", (m) => m.name.startsWith("Åby")], ["ÅBY", (m) => m.name.startsWith("Åby")],
    ["aby", () => false], ["älvs", (m) => m.name.startsWith("Älvsbo")], ["kör", (m) => m.name.includes("kör")],
    ["öst", (m) => /^Öster/.test(m.name)], ["Åby förening", (m) => m.name.startsWith("Åby förening")], ["förening åby", (m) => m.name.startsWith("Åby förening")], ["Åby för", (m) => m.name.startsWith("Åby förening")],
    ["finnsinte", () => false],
  ];
  for (const [sok, found] of searches)
    it(`a search for ${sok} finds what begins so, in whatever order and case`, async () => {
      const expected = members.filter(found).map((m) => m.name).sort();
      assert.deepEqual((await all({ sok })).flat().sort(), expected);
      assert.equal((await json({ sok })).found, expected.length);
    });

  it("search and filters combine, and the pages keep both", async () => {
    const query = { sok: "för", sort: "association", omrade: "makt" };
    const expected = members.filter((m) => m.name.includes("förening") && fits(query)(m)).map((m) => m.name).sort();
    assert.ok(expected.length);
    assert.deepEqual((await all(query)).flat().sort(), expected);
  });

  const odd = ["\"", "*", "AND OR NOT", "name:x", "(((", "Åby*", "^åby", "Åby\" OR \"Zeta", "-- ;", "'", "NEAR(åby zeta)", "å".repeat(300)];
  for (const sok of odd)
    it(`a search for ${sok.slice(0, 12)} is no query language and no fault`, async () => {
      const { status } = await request(server.origin + path({ sok }));
      assert.equal(status, 200);
      const data = await json({ sok });
      assert.ok(data.members.every((m) => members.some((one) => one.name === m.name)));
    });

  it("a search too short is told of on the page, which lists nothing wrong", async () => {
    for (const sok of ["å", "ab", "  "]) {
      const html = await page(path({ sok }));
      assert.equal(html.includes("Skriv minst ett ord med tre bokstäver."), sok.trim() !== "", sok);
      assert.ok(html.includes(`value="${sok.trim()}"`));
    }
  });

  const unknown = ["omrade=magi", "kommun=0180", "sort=kingdom", "omrade=%27", "kommun=1980x"];
  for (const query of unknown)
    it(`${query} has never been a page`, async () => {
      for (const end of ["", ".json", ".csv"])
        assert.equal((await request(`${server.origin}/vastmanland/anslutna${end}?${query}`)).status, 404, end);
    });

  it("a place in the list that was made up is refused, or taken as none", async () => {
    for (const cursor of ["x", "AAAA", "a".repeat(400), "-1", "'", "%C3%A5"])
      for (const name of ["efter", "fore"]) {
        const { status } = await request(`${server.origin}/vastmanland/anslutna?${name}=${cursor}`);
        assert.ok([200, 400, 404].includes(status), `${name}=${cursor}: ${status}`);
      }
  });

  it("as JSON has the shape that its description promises, and nothing personal", async () => {
    const data = await json({});
    assert.deepEqual(Object.keys(data).sort(), ["chosen", "csv_href", "filters", "found", "json_href", "listed", "members", "next_href", "search", "total"]);
    for (const m of data.members) {
      assert.deepEqual(Object.keys(m).sort(), ["areas", "href", "joined", "kind", "kind_label", "municipality", "municipality_label", "name", "number"]);
      assert.match(m.joined.iso, /^\d{4}-\d\d-\d\d$/);
      assert.equal((await request(server.origin + m.href)).status, 200);
    }
    assert.ok(!JSON.stringify(data).includes("@") && !JSON.stringify(data).includes("80300"));
    const next = JSON.parse(await page(data.next_href));
    assert.ok(next.previous_href && next.first_href);
    assert.notEqual(next.members[0].name, data.members[0].name);
  });

  const cells = (csv) => csv.replace(/^\ufeff/, "").split("\r\n").filter(Boolean)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"')));

  it("as CSV opens in a spreadsheet: mark, semicolons, CR LF, every member", async () => {
    const csv = await page(path({}, ".csv"));
    assert.ok(csv.startsWith('\ufeff"Nummer";"Organisation";"Slag";"Kommun";"Ansluten";"Områden"'));
    const rows = cells(csv).slice(1);
    assert.equal(rows.length, members.length);
    assert.ok(!csv.includes("@exempel.se") && !csv.includes(orgNumber(100)));
    for (const row of rows) {
      const m = members.find((one) => one.name === row[1].replace(/^'/, ""));
      assert.ok(m, row[1]);
      assert.equal(row[2], { association: "Förening", company: "Företag", municipality: "Kommun" }[m.kind]);
    }
  });

  it("as CSV defuses what a spreadsheet would take for a formula", async () => {
    const row = cells(await page(path({ kommun: "1960" }, ".csv")))[1];
    assert.equal(row[1], "'=SUM(1+1)*cmd|' /C calc'!A0");
  });

  it("as CSV holds what the page lists, with filters and with a search", async () => {
    for (const query of [{ omrade: "makt", sort: "company" }, { sok: "åby" }, { sok: "för", kommun: "1981" }, { sok: "å" }]) {
      const { csv_href } = await json(query);
      assert.deepEqual(cells(await page(csv_href)).slice(1).map((row) => row[1]).sort(), (await all(query)).flat().sort(), JSON.stringify(query));
    }
  });

  it("has a page for each member, and none for names that were never one", async () => {
    const [first] = (await json({})).members;
    assert.ok((await page(first.href)).includes("<h1"));
    for (const slug of ["ingen", "1", "aby-forening-0%20", "x".repeat(300)])
      assert.equal((await request(`${server.origin}/vastmanland/anslutna/${slug}`)).status, 404);
  });

  it("numbers its members without a gap, each once", async () => {
    const rows = cells(await page(path({}, ".csv"))).slice(1);
    assert.deepEqual(rows.map((row) => Number(row[0])).sort((a, b) => a - b), members.map((_, i) => i + 1));
  });
});

describe("members whose names look alike", () => {
  it("each have their own page", async () => {
    const server = await startServer();
    for (let i = 0; i < 3; i++) await join(server, "vastmanland", { name: i ? "Åby IF" : "ÅBY if!", org_number: orgNumber(i), email: `s${i}@exempel.se` });
    const { members: listed } = JSON.parse((await request(`${server.origin}/vastmanland/anslutna.json`)).text);
    assert.deepEqual(listed.map((m) => m.href.split("/").pop()).sort(), ["aby-if", "aby-if-2", "aby-if-3"]);
    await server.cleanUp();
  });
});

describe("a register without members", () => {
  it("is a good page too, as JSON and CSV as well", async () => {
    const server = await startServer();
    const html = (await request(`${server.origin}/varmland/anslutna`)).text;
    assert.ok(html.includes("Ingen organisation har anslutit sig ännu") && html.includes('href="/varmland/anslut"'));
    const data = JSON.parse((await request(`${server.origin}/varmland/anslutna.json`)).text);
    assert.deepEqual([data.total, data.found, data.members], [0, 0, []]);
    assert.equal((await request(`${server.origin}/varmland/anslutna.csv`)).text.trim().split("\r\n").length, 1);
    assert.equal((await request(`${server.origin}/varmland/anslutna?sok=kommun&omrade=makt`)).status, 200);
    await server.cleanUp();
  });
});
