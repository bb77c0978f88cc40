// kill -9 in the middle of everything, fifty times: what a visitor saw
// accepted is there, once.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { checkFields, fillForm, orgNumber } from "./join.mjs";
import { run, sql, startServer, temporaryFolder } from "./server.mjs";
import { post, request } from "./visitor.mjs";

const ROUNDS = 50;
const CLIENTS = 6;
const EACH_ROUND = 6;

describe(`${ROUNDS} times killed under load`, () => {
  const data = temporaryFolder();
  const copy = temporaryFolder();
  after(() => { for (const folder of [data, copy]) rmSync(folder, { recursive: true }); });
  const drafts = []; // { number, path, fate: "ready" | "accepted" | "unknown" }
  const starts = [];
  let interrupted = 0;

  /** What stands on the disk, without waking the database that the next server
   * has to mend by itself. */
  const stored = async () => {
    const file = join(copy, "copy.db");
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    for (const end of ["", "-wal"]) {
      const from = join(data, "counties", `vastmanland.db${end}`);
      if (existsSync(from)) copyFileSync(from, file + end);
    }
    const [whole, ...rows] = (await sql(file, "PRAGMA integrity_check; SELECT org_number, count(*), (SELECT count(*) FROM commitment c WHERE c.member = m.id), "
      + "(SELECT count(*) FROM link l WHERE l.member = m.id) FROM member m GROUP BY org_number")).split("\n");
    assert.equal(whole, "ok");
    return new Map(rows.map((row) => { const [number, ...counts] = row.split("|"); return [number, counts.join()]; }));
  };

  const holds = async () => {
    const found = await stored();
    for (const { number, fate } of drafts) {
      const counts = found.get(number);
      if (fate === "accepted") assert.equal(counts, "1,1,1", `${number} was accepted`);
      if (fate === "ready") assert.equal(counts, undefined, `${number} was never sent`);
      assert.ok(counts === undefined || counts === "1,1,1", `${number} stands there ${counts} times`);
    }
  };

  const submit = async (server, draft, fields) => {
    try {
      const { status } = await post(server.origin + draft.path, fields);
      if (status === 303) draft.fate = "accepted";
      else if (status !== 503) throw new assert.AssertionError({ message: `${draft.number} was answered with ${status}` });
    } catch (failure) {
      if (failure instanceof assert.AssertionError) throw failure;
      if (failure.code === "ECONNREFUSED") return; // never sent
      draft.fate = "unknown";
      interrupted++;
    }
  };

  it("loses nothing that was accepted, doubles nothing that was sent again", async () => {
    const first = await startServer({ data });
    const todo = Array.from({ length: ROUNDS * EACH_ROUND }, (_, i) => i);
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let i = todo.shift(); i !== undefined; i = todo.shift())
        drafts.push({ number: orgNumber(i), fate: "ready", path: await fillForm(first, "vastmanland", { name: `Förening ${i}`, org_number: orgNumber(i), email: `f${i}@exempel.se` }) });
    }));
    const fields = await checkFields(first, drafts[0].path);
    await first.stop("SIGKILL");

    for (let round = 0; round < ROUNDS; round++) {
      const began = Date.now();
      const server = await startServer({ data });
      assert.equal((await request(`${server.origin}/readyz`)).status, 200);
      starts.push(Date.now() - began);
      // Those whose fate nobody knows are sent again, before the new ones.
      const queue = [...drafts.filter(({ fate }) => fate === "unknown"), ...drafts.filter(({ fate }) => fate === "ready")].slice(0, EACH_ROUND + CLIENTS);
      let answered = 0;
      let tell;
      const enough = new Promise((done) => { tell = done; });
      if (round % EACH_ROUND === 0) setImmediate(tell);
      const clients = Array.from({ length: CLIENTS }, async () => {
        for (let draft = queue.shift(); draft; draft = queue.shift()) {
          await submit(server, draft, fields);
          if (++answered === round % EACH_ROUND) tell();
        }
      });
      // In the middle: when some have been answered and others not yet.
      await Promise.race([enough, ...clients]);
      await server.stop("SIGKILL");
      await Promise.all(clients);
      await holds();
    }

    const last = await startServer({ data });
    for (const draft of drafts.filter(({ fate }) => fate !== "accepted")) await submit(last, draft, fields);
    assert.deepEqual(await last.stop(), { code: 0, signal: null });
    assert.ok(drafts.every(({ fate }) => fate === "accepted"));
    await holds();
    assert.equal((await stored()).size, drafts.length);
  });

  it("was really interrupted in the middle of something", () => {
    assert.ok(interrupted >= ROUNDS, `only ${interrupted} submissions were cut off`);
  });

  it("was ready again within 2 s each time", () => {
    const slow = starts.filter((ms) => ms > 2000);
    assert.ok(slow.length <= ROUNDS / 10, `${slow.length} of ${ROUNDS} starts took ${slow} ms`);
  });

  it("queued one mail for each, and sends what was not sent", async () => {
    const server = await startServer({ data });
    const waiting = () => sql(server.database("vastmanland"), "SELECT count(*) FROM mail WHERE state = 'waiting'");
    for (let i = 0; i < 500 && (await waiting()) !== "0"; i++) await new Promise((done) => setTimeout(done, 20));
    assert.equal(await waiting(), "0");
    assert.equal(await sql(server.database("vastmanland"), "SELECT count(*), count(DISTINCT recipient) FROM mail WHERE purpose = 'confirm'"), `${drafts.length}|${drafts.length}`);
    await server.stop();
  });

  it("left every commitment as it was sealed", async () => {
    const { code, out } = await run(["verify", "vastmanland", "--lang", "en", "--data", data]);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`vastmanland: ${drafts.length} commitments, 0 wrong`));
  });
});
