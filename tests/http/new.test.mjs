// A new county from the template: sound at once, live at once.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { eventually, root, run, startServer, temporaryFolder } from "./server.mjs";
import { request } from "./visitor.mjs";

describe("anslut new", () => {
  const folder = temporaryFolder();
  after(() => rmSync(folder, { recursive: true }));
  const make = (...args) => run(["new", "--counties", folder, ...args]);
  const file = (slug, name) => readFileSync(join(folder, slug, name), "utf8");
  const all = (slug) => readdirSync(join(folder, slug), { recursive: true }).map(String).sort();

  it("makes a county that check finds no fault in, and says what to do next", async () => {
    const { code, out, err } = await make("mittlan");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /mittlan är klar[^]*1\. [^]*county\.lua[^]*anslut check mittlan[^]*docs\/guide\/nytt-lan\.md/);
    assert.ok(existsSync(join(root, "docs/guide/nytt-lan.md")));
    assert.match((await run(["check", "mittlan", "--counties", folder])).out, /^Inga fel i 1 län\.$/m);
    assert.deepEqual(all("mittlan"), readdirSync(join(root, "counties/_template"), { recursive: true }).map(String).sort());
    assert.match(file("mittlan", "county.lua"), /^county "mittlan" \{/m);
    assert.ok(!file("mittlan", "county.lua").includes("exempellan"));
  });

  const names = [
    ["Mittläns län", "Mittläns läns", "Ett jämställt Mittlän"],
    ["Åkerbo län", "Åkerbo läns", "Ett jämställt Åkerbo"],
    ["Norra Ås kommun", "Norra Ås kommuns", "Ett jämställt Norra Ås kommun"],
    ["Ängsnäs", "Ängsnäs", "Ett jämställt Ängsnäs"],
  ];
  names.forEach(([name, genitive, brand], i) =>
    it(`puts ${name} in every place where the template says its own`, async () => {
      const slug = `namn-${i}`;
      assert.equal((await make(slug, "--name", name)).code, 0);
      const county = file(slug, "county.lua");
      for (const [field, value] of Object.entries({ name, genitive, brand })) assert.match(county, new RegExp(`^  ${field} = "${value}",`, "m"));
      for (const path of all(slug).filter((one) => /\.(lua|md)$/.test(one))) assert.doesNotMatch(file(slug, path), /[Ee]xempell/, path);
      assert.match((await run(["check", slug, "--counties", folder])).out, /^Inga fel/m);
    }));

  it("speaks English, too", async () => {
    const { out } = await make("english", "--lang", "en");
    assert.match(out, /is made, and it works[^]*anslut check english/);
  });

  const wrong = [
    [["Västerås Norra"], /Pröva vasteras-norra\n/],
    [["2lan"], /kan inte vara namnet/],
    [["../ute"], /kan inte vara namnet/],
    [["_mall"], /kan inte vara namnet/],
    [["drift"], /tjänstens egna adresser\n/],
    [["a".repeat(41)], /högst 40/],
    [["Åland", "--lang", "en"], /cannot be the name[^]*Try aland\n/],
    [[], /anslut new mittlan/],
    [["ett", "tva"], /anslut new mittlan/],
    [["bra", "--name", 'Länet "x"'], /--name är länets namn/],
    [["bra", "--name", "Län\nlän"], /--name är länets namn/],
    [["bra", "--name", "x".repeat(81)], /--name är länets namn/],
  ];
  for (const [args, message] of wrong)
    it(`${JSON.stringify(args)} is a wrong use, and nothing is made`, async () => {
      const before = readdirSync(folder);
      const { code, out, err } = await make(...args);
      assert.match(err, message);
      assert.deepEqual([code, out], [2, ""]);
      assert.deepEqual(readdirSync(folder), before);
    });

  it("never touches what stands there, and leaves nothing half made", async () => {
    mkdirSync(join(folder, "tom"));
    symlinkSync("/nowhere", join(folder, "lank"));
    writeFileSync(join(folder, "fil"), "x");
    const before = readdirSync(folder);
    for (const slug of ["mittlan", "tom", "lank", "fil"]) {
      const { code, err } = await make(slug);
      assert.equal(code, 1, slug);
      assert.match(err, /is there already/);
    }
    assert.deepEqual(readdirSync(folder), before);
    assert.deepEqual(readdirSync(join(folder, "tom")), []);
    for (const name of ["tom", "lank", "fil"]) rmSync(join(folder, name), { recursive: true });
  });

  it("does not begin with a county that has faults or is none", async () => {
    const from = temporaryFolder();
    const before = readdirSync(folder);
    const none = await make("fran", "--from", from);
    assert.deepEqual([none.code, /holds no county/.test(none.err)], [1, true], none.err);
    writeFileSync(join(from, "county.lua"), '\ncounty "x" { nam = "X" }\n');
    const faulty = await make("fran", "--from", from);
    assert.equal(faulty.code, 1);
    assert.match((await make("fran", "--from", "/nowhere")).err, /cannot read the folder \/nowhere/);
    assert.deepEqual(readdirSync(folder), before);
    rmSync(from, { recursive: true });
  });

  it("can begin with any sound county", async () => {
    const from = join(root, "tests/counties/mittlan");
    const { code, err } = await make("kopia", "--from", from, "--name", "Storläns län");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(file("kopia", "county.lua"), /^county "kopia"/m);
    assert.match(file("kopia", "county.lua"), /Storläns län/);
  });

  it("says so when the folder of counties cannot be written", async () => {
    const { code, err } = await run(["new", "mittlan", "--counties", "/proc/nowhere"]);
    assert.equal(code, 1);
    assert.match(err, /cannot make the folder \/proc\/nowhere/);
  });

  it("is live in a server that runs, without a restart", async () => {
    const server = await startServer({ counties: folder });
    assert.equal((await request(`${server.origin}/ny/`)).status, 404);
    assert.equal((await make("ny", "--name", "Nyläns län")).code, 0);
    const page = await eventually(async () => {
      const answer = await request(`${server.origin}/ny/`);
      return answer.status !== 404 && answer;
    }, 8000);
    assert.equal(page.status, 200, "never seen half");
    assert.match(page.text, /Nylän/);
    await server.cleanUp();
  });
});
