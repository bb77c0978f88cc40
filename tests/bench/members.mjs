// Counties with many members, and what there is to look at in them.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { request } from "../http/visitor.mjs";
import { county } from "./joins.mjs";
import { folder, freshFolder, programs, root } from "./tools.mjs";

/** What the rows of a filled database depend on. */
function stamp() {
  const hash = createHash("sha256");
  for (const file of ["engine/member/schema.c", "engine/outbox/outbox.h", "engine/store/search.h", "tests/bench/fill.c"])
    hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** A database with so many members, kept for the next run. */
function fill(members) {
  const place = join(folder, `filled-${members}`);
  const database = join(place, `${county.slug}.db`);
  const whole = join(place, "stamp");
  if (existsSync(whole) && readFileSync(whole, "utf8") === stamp()) return database;
  console.error(`filling a county with ${members} members (kept for the next run)`);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  execFileSync(join(programs, "bench_fill"), [database, String(members),
    county.areas.join(), county.municipalities.join(), county.kinds.join()]);
  writeFileSync(whole, stamp());
  return database;
}

/** A data folder of its own with so many members. */
export function filledFolder(members) {
  const from = fill(members);
  const data = freshFolder(`members-${members}`);
  mkdirSync(join(data, "counties"));
  execFileSync("cp", ["--reflink=auto", from, join(data, "counties")]);
  return data;
}

/** Addresses of profiles and of register pages, from all over the register. */
export async function findAddresses(server) {
  const base = `/${county.slug}/anslutna`;
  const members = new Set();
  const pages = new Set([base]);
  const filters = ["", ...county.areas.map((area) => `?omrade=${area}`), ...county.municipalities.map((code) => `?kommun=${code}`)];
  for (const filter of filters) {
    let path = `${base}${filter}`;
    for (let depth = 0; path && depth < 4; depth++) {
      const { text, status } = await request(server.origin + path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
      pages.add(path);
      for (const [, member] of text.matchAll(/href="(\/[^"?]*\/anslutna\/[^"?.]+)"/g)) members.add(member);
      path = text.match(/href="([^"]*[?&;]efter=[^"]*)"/)?.[1].replaceAll("&amp;", "&");
    }
  }
  if (!members.size) throw new Error("the register shows nobody");
  return { members: [...members], pages: [...pages] };
}
