// What holds for every page: its headers, no cookie, nothing from elsewhere.
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { after, before, describe, it } from "node:test";
import { answers, join, mailedLink, sendForm } from "./join.mjs";
import { startServer } from "./server.mjs";
import { request } from "./visitor.mjs";

const slugs = ["vastmanland", "varmland", "jonkoping", "stockholm"];
let server;
const paths = new Set(["/", "/healthz", "/robots.txt", "/finns/inte", "/vastmanland/en/"]);
before(async () => {
  server = await startServer();
  for (const slug of slugs) {
    const { form, confirm, welcome } = await join(server, slug);
    for (const path of ["/", "/strategi", "/anslut", "/anslut/klart", "/anslutna", "/anslutna.json", "/anslutna.csv", "/finns-inte", "/anslutna?omrade=magi"]) paths.add(`/${slug}${path}`);
    for (const path of [form, confirm, welcome, `${welcome}/atagande`, `${welcome}.json`]) paths.add(path);
    const start = (await request(`${server.origin}/${slug}/anslut/ny`)).headers.location;
    paths.add(start);
  }
  await sendForm(server, "vastmanland", { org_number: "802001-0008", email: "ny@exempel.se" });
  paths.add((await mailedLink(server, "ny@exempel.se", "bekrafta")).path);
  // And whatever these lead to: profiles, stickers, files, text pages.
  for (const path of [...paths]) {
    const { text } = await request(server.origin + path);
    for (const [, href] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) paths.add(href.replaceAll("&amp;", "&"));
  }
});
after(() => server.cleanUp());

const each = async (check) => {
  assert.ok(paths.size > 60, `only ${paths.size} addresses`);
  for (const path of paths) check(await request(server.origin + path), path);
};
const isHtml = ({ headers }) => (headers["content-type"] ?? "").startsWith("text/html");

describe("every address that a visitor can come to", () => {
  it("has the headers that keep it safe", () => each(({ headers, status }, path) => {
    assert.ok(status < 500, `${path}: ${status}`);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.match(headers["content-security-policy"], /default-src 'none'/, path);
    assert.ok(!/unsafe|\*|https?:|data:/.test(headers["content-security-policy"]), path);
    assert.equal(headers["referrer-policy"], "same-origin", path);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin", path);
    assert.ok(headers["permissions-policy"] && headers["cache-control"], path);
    assert.equal(headers["server"], undefined, path);
    assert.equal(headers["x-powered-by"], undefined, path);
  }));

  it("may not be put into a frame, post elsewhere or change its base", () => each((page, path) => {
    if (!isHtml(page)) return;
    for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
      assert.ok(page.headers["content-security-policy"].includes(rule), `${path}: ${rule}`);
  }));

  it("sets no cookie", () => each(({ headers }, path) => assert.equal(headers["set-cookie"], undefined, path)));

  it("loads nothing from another host", () => each((page, path) => {
    if (!isHtml(page)) return;
    for (const [tag] of page.text.matchAll(/<(?:script|img|link|iframe|source|video|audio|embed|object|use|image|form|input|button)\b[^>]*>/g)) {
      if (/rel="(?:canonical|alternate)"/.test(tag)) continue;
      for (const [, name, value] of tag.matchAll(/\s(src|href|srcset|action|formaction|data|poster)="([^"]*)"/g))
        assert.match(value, /^\/(?!\/)|^#/, `${path}: ${name} of ${tag}`);
    }
  }));

  it("has no script or style inside the page", () => each((page, path) => {
    if (!isHtml(page)) return;
    assert.ok(!/<style\b|\sstyle=|\son\w+=|javascript:/i.test(page.text), path);
    for (const [, inner] of page.text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) assert.equal(inner, "", path);
  }));

  it("styles load nothing from another host either", () => each((page, path) => {
    if (!/^text\/css/.test(page.headers["content-type"] ?? "")) return;
    for (const [, url] of page.text.matchAll(/url\(["']?([^"')]*)/g)) assert.ok(!/^(?:https?:)?\/\//.test(url), `${path}: ${url}`);
    assert.ok(!/@import/.test(page.text), path);
  }));

  it("is kept by nobody when it is somebody's own", () => each(({ headers }, path) => {
    if (/\/(?:bekrafta|valkommen|granska)\/|\/anslut\/[\w-]{30,}/.test(path)) assert.equal(headers["cache-control"], "no-store", path);
  }));

  it("says its language, and what is personal is in no index", () => each((page, path) => {
    if (!isHtml(page)) return;
    assert.match(page.text, path.includes("/en/") ? /^<!doctype html>\s*<html lang="en">/i : /^<!doctype html>\s*<html lang="sv">/i, path);
    if (/\/(?:bekrafta|valkommen|granska)\/|\/anslut\/\w/.test(path)) assert.ok(page.text.includes('content="noindex"'), path);
  }));
});

describe("what browsers keep", () => {
  it("files with a hash in their name for a year", async () => {
    const hashed = [...paths].filter((path) => path.startsWith("/web/"));
    assert.ok(hashed.length >= 3);
    for (const path of hashed) {
      const { headers } = await request(server.origin + path);
      assert.match(headers["cache-control"], /max-age=31536000.*immutable/, path);
    }
  });

  it("pages until they change: by ETag, packed as the browser can", async () => {
    const url = `${server.origin}/vastmanland/strategi`;
    const plain = await request(url);
    assert.ok(plain.headers.etag);
    const again = await request(url, { headers: { "If-None-Match": plain.headers.etag } });
    assert.deepEqual([again.status, again.bytes.length], [304, 0]);
    const packed = await request(url, { headers: { "Accept-Encoding": "gzip" } });
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.match(packed.headers.vary, /accept-encoding/i);
    assert.equal(gunzipSync(packed.bytes).toString("utf8"), plain.text);
    assert.equal((await request(url, { headers: { "Accept-Encoding": "br" } })).headers["content-encoding"], "br");
    assert.equal((await request(url, { headers: { "Accept-Encoding": "gzip;q=0" } })).headers["content-encoding"], undefined);
  });

  it("a page changes for everybody when somebody joins", async () => {
    const url = `${server.origin}/stockholm/anslutna`;
    const before = await request(url);
    await join(server, "stockholm", { name: "Nynäs Brygga", org_number: "802002-0007", email: "n@exempel.se" });
    const after = await request(url, { headers: { "If-None-Match": before.headers.etag } });
    assert.equal(after.status, 200);
    assert.ok(after.text.includes("Nynäs Brygga"));
  });

  it("behind a proxy with https, https from then on", async () => {
    const open = await startServer({ flags: ["--proxy", "127.0.0.1"] });
    const ask = (proto) => request(`${open.origin}/`, { headers: { "X-Forwarded-Proto": proto, "X-Forwarded-For": "203.0.113.9" } });
    assert.match((await ask("https")).headers["strict-transport-security"], /max-age=\d{7,}/);
    assert.equal((await ask("http")).headers["strict-transport-security"], undefined);
    await open.cleanUp();
    assert.equal((await request(`${server.origin}/`, { headers: { "X-Forwarded-Proto": "https" } })).headers["strict-transport-security"], undefined);
  });
});

describe("names that visitors gave", () => {
  it("are text on every page, in every mail and drawing", async () => {
    const name = `<img src=x onerror=alert(1)> & "Co" '{name}' [a](javascript:1) \u202egnp`;
    const { welcome } = await join(server, "varmland", { ...answers.varmland, name, org_number: "802003-0006", email: "x@exempel.se" });
    const data = JSON.parse((await request(`${server.origin}${welcome}.json`)).text);
    const seen = [welcome, data.profile_href, data.commitment_href, "/varmland/anslutna", "/varmland/", data.items.find((item) => item.diploma_href).diploma_href, data.items.find((item) => item.svg_href).svg_href];
    for (const path of seen) {
      const { status, text } = await request(server.origin + path);
      assert.equal(status, 200, path);
      assert.ok(!text.includes("<img src=x") && !text.includes('href="javascript:') && !text.includes("\u202e"), path);
    }
    const { mail } = await mailedLink(server, "x@exempel.se", "valkommen");
    assert.ok(!mail.html.includes("<img src=x"));
    assert.ok(mail.html.includes("&lt;img src=x onerror=alert(1)&gt;"));
  });
});
