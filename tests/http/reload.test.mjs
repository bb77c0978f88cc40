// Counties change while the service runs: whatever way an editor saves, a sound
// change is live within a second, and a faulty one leaves the county as it was.
import assert from "node:assert/strict";
import { appendFileSync, chmodSync, closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { countyFolder, eventually, root, run, startServer, temporaryFolder } from "./server.mjs";
import { request } from "./visitor.mjs";

const SECOND = 1000;
// The tests share their cores with others: what has to happen within a second
// is waited for longer, and the time is told apart (see `within`).
const PATIENCE = 8 * SECOND;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A folder of counties made from one, each under a slug of its own. */
function counties(...slugs) {
  const folder = countyFolder();
  for (const slug of slugs) addCounty(folder, slug);
  rmSync(join(folder, "mittlan"), { recursive: true });
  return folder;
}

function addCounty(folder, slug) {
  cpSync(join(root, "tests/counties/mittlan"), join(folder, slug), { recursive: true });
  const file = join(folder, slug, "county.lua");
  writeFileSync(file, readFileSync(file, "utf8")
    .replace('county "mittlan"', `county "${slug}"`).replace("jamstallt.mittlan.example", `${slug}.example`));
}

const page = (server, slug) => request(`${server.origin}/${slug}/strategi`);
const drift = async (server) => JSON.parse((await request(`${server.origin}/drift.json`)).text);
const site = async (server, slug) => (await drift(server)).counties.find((one) => one.slug === slug);
const state = async (server, slug) => (await site(server, slug))?.state;
const strategy = (folder, slug) => join(folder, slug, "strategy.lua");
const title = (text) => text.match(/title = "([^"]*)"/)[1];

/** The strategy's file with another title. */
function titled(folder, slug, name) {
  const text = readFileSync(strategy(folder, slug), "utf8");
  return text.replace(`title = "${title(text)}"`, `title = "${name}"`);
}

/** Wait until the page shows `name`; gives the milliseconds. */
async function shows(server, slug, name) {
  const start = Date.now();
  await eventually(async () => (await page(server, slug)).text.includes(name), PATIENCE);
  return Date.now() - start;
}

/** Ways in which programs save a file. */
const editors = {
  "writes over the file": (file, text) => writeFileSync(file, text),
  "writes a temporary file beside it and renames": (file, text) => {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  },
  "writes a hidden file and renames": (file, text) => {
    const hidden = join(file, "..", ".new-1234");
    writeFileSync(hidden, text);
    renameSync(hidden, file);
  },
  "keeps the old one as a backup, then writes anew, as vim does": (file, text) => {
    const swap = join(file, "..", ".strategy.lua.swp");
    writeFileSync(swap, "swap");
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
    unlinkSync(`${file}~`);
    unlinkSync(swap);
  },
  "deletes it first": (file, text) => {
    unlinkSync(file);
    writeFileSync(file, text);
  },
  "empties it and fills it in small pieces": (file, text) => {
    const fd = openSync(file, "w");
    for (let i = 0; i < text.length; i += 100) writeSync(fd, text.slice(i, i + 100));
    closeSync(fd);
  },
  "cuts it to size after writing": (file, text) => {
    const fd = openSync(file, "r+");
    writeSync(fd, `${text}\n-- what was longer before`, 0);
    closeSync(fd);
    truncateSync(file, Buffer.byteLength(text));
  },
  "writes it in another folder and moves it here": (file, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "x"), text);
    cpSync(join(folder, "x"), file);
    rmSync(folder, { recursive: true });
  },
};

for (const how of ["events", "poll"])
  describe(`a change while serving, noticed by ${how}`, () => {
    const folder = counties("ett", "tva");
    let server;
    let number = 0;
    const times = [];
    before(async () => { server = await startServer({ counties: folder, flags: ["--watch", how] }); });
    after(async () => {
      await server.cleanUp();
      rmSync(folder, { recursive: true });
    });
    const next = () => `Strategi nummer ${++number}`;

    for (const [what, save] of Object.entries(editors))
      it(`is live when an editor ${what}`, async () => {
        const name = next();
        save(strategy(folder, "ett"), titled(folder, "ett", name));
        times.push(await shows(server, "ett", name));
        assert.equal(await state(server, "ett"), "ok");
      });

    it("is live within a second", (t) => {
      times.sort((a, b) => a - b);
      t.diagnostic(`milliseconds: ${times.join(" ")}`);
      assert.ok(times[Math.floor(times.length / 2)] < SECOND);
    });

    it("in a text, a picture or a new file counts as well", async () => {
      const text = join(folder, "ett", "texts", readdirSync(join(folder, "ett", "texts")).find((name) => name.endsWith(".md")));
      const version = (await site(server, "ett")).version;
      appendFileSync(text, "\n\nEtt nytt stycke.\n");
      await eventually(async () => (await site(server, "ett")).version !== version, PATIENCE);
    });

    it("with a fault leaves the county as it was, and is told once with file, line and code", async () => {
      const sound = readFileSync(strategy(folder, "ett"), "utf8");
      const shown = (await page(server, "ett")).text;
      const logged = server.log.length;
      writeFileSync(strategy(folder, "ett"), sound.replace("period =", "perod ="));
      const faulty = await eventually(async () => {
        const now = await site(server, "ett");
        return now.state === "older" && now;
      }, PATIENCE);
      const line = sound.split("\n").findIndex((one) => one.includes("period =")) + 1;
      const fault = faulty.faults.find((one) => one.code === "unknown-field" || one.code === "unknown-word");
      assert.deepEqual([fault.file, fault.line], ["strategy.lua", line]);
      assert.match(fault.text, /«perod».*«period»/);
      assert.equal((await page(server, "ett")).text, shown);

      const html = (await request(`${server.origin}/drift`)).text;
      assert.ok(html.includes(`ett/strategy.lua:${line}`) && html.includes(fault.code));
      const english = await request(`${server.origin}/drift/en`);
      assert.match(english.text, /<html lang="en"[^]*Did you mean/i);
      const ready = await request(`${server.origin}/readyz`);
      assert.equal(ready.status, 200);
      assert.match(ready.text, /^ett: faulty script, older one serves; version \d+ \([0-9a-f]{12}\), [1-9]\d* faults?, since 20/m);
      assert.match(ready.text, /^tva: ok; /m);

      appendFileSync(strategy(folder, "ett"), "\n"); // the same fault again
      server.child.kill("SIGHUP");
      await eventually(() => server.log.slice(logged).includes("loaded anew"), PATIENCE);
      assert.equal(server.log.slice(logged).split(`strategy.lua:${line}: ${fault.code}`).length - 1, 1);
      assert.equal((await site(server, "ett")).since.iso, faulty.since.iso);

      const name = next();
      writeFileSync(strategy(folder, "ett"), sound.replace(title(sound), name));
      await shows(server, "ett", name);
      assert.deepEqual((await site(server, "ett")).faults, []);
    });

    it("that is only half saved is not shown, and the whole one is", async () => {
      const before = title(readFileSync(strategy(folder, "ett"), "utf8"));
      const name = next();
      const text = titled(folder, "ett", name);
      const fd = openSync(strategy(folder, "ett"), "w");
      writeSync(fd, text.slice(0, text.length / 2));
      await pause(SECOND);
      assert.ok((await page(server, "ett")).text.includes(before));
      writeSync(fd, text.slice(text.length / 2));
      closeSync(fd);
      await shows(server, "ett", name);
    });

    it("of two hundred saves in a row ends with the last", async () => {
      let name;
      const versions = new Set();
      for (let i = 0; i < 200; i++) {
        name = next();
        writeFileSync(strategy(folder, i % 2 ? "ett" : "tva"), titled(folder, i % 2 ? "ett" : "tva", name));
        if (i % 20 === 0) versions.add((await site(server, "ett")).version);
      }
      await shows(server, "ett", name);
      await shows(server, "tva", `Strategi nummer ${number - 1}`);
      assert.ok(versions.size < 12, "a burst is few reloads");
    });

    it("of two counties at once, one of them faulty, touches each for itself", async () => {
      const sound = readFileSync(strategy(folder, "tva"), "utf8");
      const name = next();
      writeFileSync(strategy(folder, "tva"), "strategy {");
      writeFileSync(strategy(folder, "ett"), titled(folder, "ett", name));
      await shows(server, "ett", name);
      await eventually(async () => (await state(server, "tva")) === "older", PATIENCE);
      assert.equal(await state(server, "ett"), "ok");
      assert.ok((await page(server, "tva")).text.includes(title(sound)));
      writeFileSync(strategy(folder, "tva"), sound);
      await eventually(async () => (await state(server, "tva")) === "ok", PATIENCE);
    });

    it("by a folder that is put in the place of another is never a page that is not there", async () => {
      const name = next();
      cpSync(join(folder, "ett"), join(folder, "_ny"), { recursive: true });
      writeFileSync(strategy(folder, "_ny"), titled(folder, "_ny", name));
      let lost = 0;
      let going = true;
      const reading = (async () => { while (going) lost += (await page(server, "ett")).status !== 200; })();
      renameSync(join(folder, "ett"), join(folder, "_gammal"));
      await pause(50);
      renameSync(join(folder, "_ny"), join(folder, "ett"));
      await shows(server, "ett", name);
      going = false;
      await reading;
      assert.equal(lost, 0);
      rmSync(join(folder, "_gammal"), { recursive: true });
    });

    it("by a link is refused, and no file outside is read", async () => {
      const link = join(folder, "ett", "texts", "lank.md");
      symlinkSync("/etc/passwd", link);
      await eventually(async () => (await state(server, "ett")) === "older", PATIENCE);
      assert.match((await site(server, "ett")).faults[0].text, /lank\.md/);
      unlinkSync(link);
      await eventually(async () => (await state(server, "ett")) === "ok", PATIENCE);
    });

    it("that makes a county disappear answers 404, keeps its database, and it may return", async () => {
      const away = join(folder, "_borta");
      const status = (code) => eventually(async () => (await page(server, "tva")).status === code, PATIENCE);
      renameSync(join(folder, "tva"), away);
      await status(404);
      assert.equal((await page(server, "ett")).status, 200);
      assert.equal(await state(server, "tva"), undefined);
      assert.ok(statSync(server.database("tva")).size > 0);
      assert.match(server.log, /tva: its folder is gone; its database stays/);
      renameSync(away, join(folder, "tva"));
      await status(200);
      rmSync(join(folder, "tva"), { recursive: true });
      await status(404);
      addCounty(folder, "tva");
      await status(200);
    });

    it("by a new folder is a new county, and one by another name is another", async () => {
      const status = (slug, code) => eventually(async () => (await page(server, slug)).status === code, PATIENCE);
      addCounty(folder, "tre");
      await status("tre", 200);
      const file = join(folder, "tre", "county.lua");
      const text = readFileSync(file, "utf8").replace('county "tre"', 'county "fyra"');
      renameSync(join(folder, "tre"), join(folder, "fyra"));
      writeFileSync(join(folder, "fyra", "county.lua"), text);
      await status("fyra", 200);
      await status("tre", 404);
      rmSync(join(folder, "fyra"), { recursive: true });
      await status("fyra", 404);
    });

    it("by a new county with faults shows a plain page until they are mended", async () => {
      addCounty(folder, "fem");
      const file = join(folder, "fem", "county.lua");
      const text = readFileSync(file, "utf8");
      writeFileSync(file, "");
      const closed = await eventually(async () => {
        const answer = await request(`${server.origin}/fem/`);
        return answer.status === 503 && answer;
      }, PATIENCE);
      assert.match(closed.text, /Sidan är snart här/);
      assert.match(closed.headers["retry-after"], /^\d+$/);
      assert.equal(await state(server, "fem"), "unsound");
      assert.equal((await request(`${server.origin}/readyz`)).status, 503);
      assert.equal((await page(server, "ett")).status, 200);
      writeFileSync(file, text);
      await eventually(async () => (await page(server, "fem")).status === 200, PATIENCE);
      assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    });

    it("never leaves a request without its answer", async () => {
      let going = true;
      const statuses = {};
      const visitor = async () => {
        while (going)
          for (const path of ["/ett/", "/ett/strategi", "/tva/anslutna", "/", "/ett/anslut"]) {
            const { status } = await request(server.origin + path);
            statuses[status] = (statuses[status] ?? 0) + 1;
          }
      };
      const visitors = Array.from({ length: 8 }, visitor);
      let name;
      for (let i = 0; i < 12; i++) {
        name = next();
        writeFileSync(strategy(folder, "ett"), i % 3 === 1 ? "half {" : titledFrom(folder, name));
        await pause(200);
      }
      await shows(server, "ett", name);
      going = false;
      await Promise.all(visitors);
      assert.deepEqual(Object.keys(statuses), ["200"]);
      assert.ok(statuses[200] > 100);
    });

    /** The sound strategy of the other county, with this title. */
    const titledFrom = (where, name) => titled(where, "tva", name);
  });

describe("the page for operators", () => {
  it("is for the machine itself, and says how changes are noticed", async () => {
    const folder = counties("ett");
    mkdirSync(join(folder, "Ål"));
    const server = await startServer({ counties: folder, flags: ["--proxy", "127.0.0.1", "--watch", "never"] });
    const ask = (path, from) => request(server.origin + path, { headers: from ? { "X-Forwarded-For": from } : {} });
    for (const path of ["/drift", "/drift.json", "/drift/en", "/drift/en.json"])
      assert.equal((await ask(path, "203.0.113.7")).status, 404, path);
    await server.stop();
    const local = await startServer({ counties: folder, data: server.data, flags: ["--watch", "never"] });
    const now = await drift(local);
    assert.deepEqual([now.watching, now.count, now.faulty, now.folder], ["never", 1, 0, folder]);
    assert.deepEqual([now.faults[0].file, now.faults.length], ["Ål", 1]);
    const answer = await request(`${local.origin}/drift`);
    assert.equal(answer.headers["cache-control"], "no-store");
    assert.match(answer.text, /signalen SIGHUP/);
    writeFileSync(strategy(folder, "ett"), titled(folder, "ett", "En ny titel"));
    await pause(SECOND);
    assert.ok(!(await page(local, "ett")).text.includes("En ny titel"));
    local.child.kill("SIGHUP");
    await shows(local, "ett", "En ny titel");
    await local.cleanUp();
    rmSync(folder, { recursive: true });
  });

  it("a wrong way of watching is a wrong use", async () => {
    const { code, err } = await run(["serve", "--watch", "often", "--listen", "127.0.0.1:0", "--data", temporaryFolder()]);
    assert.match(err, /--watch is "events", "poll" or "never": often/);
    assert.equal(code, 2);
  });
});

describe("where the system has no room for watches", () => {
  it("the folders are looked at instead, and the log says so", async (t) => {
    // A namespace of users has limits of its own.
    const limit = ["unshare", "-Ur", "sh", "-c", 'echo 2 > /proc/sys/user/max_inotify_watches && exec "$@"', "sh"];
    const possible = await run([...limit.slice(1), "true"], { command: limit[0] });
    if (possible.code !== 0) return t.skip("no namespaces of users here");
    const folder = counties("ett");
    const server = await startServer({ counties: folder, wrap: limit });
    await eventually(async () => (await drift(server)).watching === "poll", PATIENCE);
    assert.match(server.log, /fs\.inotify\.max_user_watches; the folders are looked at several times a second instead/);
    writeFileSync(strategy(folder, "ett"), titled(folder, "ett", "En ny titel"));
    await shows(server, "ett", "En ny titel");
    await server.cleanUp();
    rmSync(folder, { recursive: true });
  });
});

describe("the folder of counties", () => {
  it("may go away and another come, and the service goes on meanwhile", async () => {
    const folder = counties("ett");
    const server = await startServer({ counties: folder });
    renameSync(folder, `${folder}-away`);
    await eventually(() => server.log.includes("county scripts not loaded: cannot"), PATIENCE);
    assert.equal((await page(server, "ett")).status, 200);
    cpSync(`${folder}-away`, folder, { recursive: true });
    writeFileSync(strategy(folder, "ett"), titled(folder, "ett", "En ny titel"));
    await shows(server, "ett", "En ny titel");
    assert.equal(server.log.split("not loaded").length, 2, "told once");
    await server.cleanUp();
    for (const one of [folder, `${folder}-away`]) rmSync(one, { recursive: true });
  });

  it("may be a link that is set to another folder", async () => {
    const [old, now] = [counties("ett"), counties("ett")];
    const link = join(temporaryFolder(), "current");
    symlinkSync(old, link);
    writeFileSync(strategy(now, "ett"), titled(now, "ett", "En ny titel"));
    const server = await startServer({ counties: link });
    symlinkSync(now, `${link}.new`);
    renameSync(`${link}.new`, link);
    await shows(server, "ett", "En ny titel");
    await server.cleanUp();
    for (const one of [old, now]) rmSync(one, { recursive: true });
  });
});

describe("a database that cannot be opened", () => {
  it("closes its own county, is told of, and opens again by a restore", async () => {
    const folder = counties("ett", "tva");
    const first = await startServer({ counties: folder });
    const kept = join(temporaryFolder(), "kept");
    assert.equal((await run(["backup", kept, "--data", first.data])).code, 0);
    await first.stop();
    const database = first.database("ett");
    writeFileSync(database, "noise".repeat(4000));

    const strict = await run(["serve", "--strict", "--listen", "127.0.0.1:0", "--data", first.data, "--counties", folder]);
    assert.equal(strict.code, 1);
    assert.match(strict.err, /ett\.db: .*damaged/);

    const server = await startServer({ counties: folder, data: first.data });
    for (const path of ["", "strategi", "anslutna", "anslut", "anslut/ny", "anslutna.csv", "filer/symbol.svg"]) {
      const answer = await request(`${server.origin}/ett/${path}`);
      assert.equal(answer.status, 503, path);
      assert.match(answer.text, /Portalen är stängd för tillfället/);
      assert.ok(!answer.text.includes(first.data), "visitors are not told of folders");
    }
    assert.equal((await page(server, "tva")).status, 200);
    assert.equal((await request(`${server.origin}/`)).status, 200);
    assert.equal((await request(`${server.origin}/metrics`)).status, 200);
    assert.equal(await state(server, "ett"), "closed");
    assert.match((await site(server, "ett")).problem, /ett\.db.*: filen är skadad/);
    assert.match(server.log, /ett: closed: .*ett\.db/);
    const ready = await request(`${server.origin}/readyz`);
    assert.equal(ready.status, 503);
    assert.match(ready.text, /^ett: its database cannot be opened; /m);
    assert.match(ready.text, /^tva: ok; /m);

    const restored = await run(["restore", kept, "--data", server.data]);
    assert.deepEqual([restored.code, restored.err], [0, ""]);
    assert.equal((await page(server, "ett")).status, 200);
    assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    const beside = readdirSync(join(server.data, "counties")).find((name) => /^ett\.db\.before-\d+$/.test(name));
    assert.equal(readFileSync(join(server.data, "counties", beside), "utf8"), "noise".repeat(4000));
    await server.cleanUp();
    rmSync(folder, { recursive: true });
  });

  it("is tried again when somebody asks", async () => {
    const folder = counties("ett");
    const data = temporaryFolder();
    mkdirSync(join(data, "counties", "ett.db"), { recursive: true });
    const server = await startServer({ counties: folder, data });
    assert.equal((await page(server, "ett")).status, 503);
    rmSync(join(data, "counties", "ett.db"), { recursive: true });
    server.child.kill("SIGHUP");
    await eventually(async () => (await page(server, "ett")).status === 200, PATIENCE);
    assert.match(server.log, /ett: its database is open again/);
    await server.cleanUp();
    rmSync(folder, { recursive: true });
  });

  it("restore without a server puts a backup in the place of a damaged one", async () => {
    const folder = counties("ett");
    const server = await startServer({ counties: folder });
    const kept = join(temporaryFolder(), "kept");
    assert.equal((await run(["backup", kept, "--data", server.data])).code, 0);
    await server.stop();
    writeFileSync(server.database("ett"), "noise".repeat(4000));
    const restored = await run(["restore", kept, "--data", server.data]);
    assert.deepEqual([restored.code, restored.err.includes("ERROR")], [0, false], restored.err);
    const again = await startServer({ counties: folder, data: server.data, flags: ["--strict"] });
    assert.equal((await page(again, "ett")).status, 200);
    await again.cleanUp();
    rmSync(folder, { recursive: true });
  });
});

describe("files that the process may have open", () => {
  const limits = (pid) => readFileSync(`/proc/${pid}/limits`, "utf8").match(/^Max open files +(\d+) +(\d+)/m).slice(1);
  it("are as many as the system allows, and too few are told of", async () => {
    const limited = (soft, hard) => ["sh", "-c", `ulimit -Sn ${soft} && ulimit -Hn ${hard} && exec "$@"`, "sh"];
    const server = await startServer({ wrap: limited(512, 4000) });
    assert.deepEqual(limits(server.child.pid), ["4000", "4000"]);
    assert.doesNotMatch(server.log, /files may be open/);
    await server.cleanUp();
    const few = await startServer({ wrap: limited(300, 1200) });
    assert.deepEqual(limits(few.child.pid), ["1200", "1200"]);
    assert.match(few.log, /1200 files may be open at once, too few for 4 counties in a busy hour; allow \d+/);
    assert.equal((await request(`${few.origin}/vastmanland/`)).status, 200);
    await few.cleanUp();
  });
});

describe("a county's folder that may not be read", () => {
  it("is told of, and the county goes on", async (t) => {
    if (process.getuid() === 0) return t.skip("root may read everything");
    const folder = counties("ett");
    const server = await startServer({ counties: folder });
    chmodSync(join(folder, "ett"), 0);
    await eventually(async () => (await state(server, "ett")) === "older", PATIENCE);
    assert.equal((await page(server, "ett")).status, 200);
    chmodSync(join(folder, "ett"), 0o755);
    await eventually(async () => (await state(server, "ett")) === "ok", PATIENCE);
    assert.ok(existsSync(server.database("ett")));
    await server.cleanUp();
    rmSync(folder, { recursive: true });
  });
});
