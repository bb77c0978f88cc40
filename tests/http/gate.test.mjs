// What must not pass, against the whole program: requests that could be read
// in two ways, paths that could lead elsewhere, too much, too slow.
import assert from "node:assert/strict";
import net from "node:net";
import { after, before, describe, it } from "node:test";
import { message, raw } from "./raw.mjs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { countyFolder, startServer } from "./server.mjs";
import { request } from "./visitor.mjs";

const FORM = "Content-Type: application/x-www-form-urlencoded";
const PATH = "/vastmanland/anslut/ny/organisation";
const HIDDEN = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
let server;
before(async () => { server = await startServer(); });
after(() => server.cleanUp());

describe("two requests in one", () => {
  const cases = [
    ["two lengths that differ", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 0", `Content-Length: ${HIDDEN.length}`], HIDDEN)],
    ["two lengths that are the same", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 3", "Content-Length: 3"], `a=1${HIDDEN}`)],
    ["a length of several values", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 3, 3"], `a=1${HIDDEN}`)],
    ["a length with a sign", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: +3"], `a=1${HIDDEN}`)],
    ["a length in hexadecimal", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 0x3"], `a=1${HIDDEN}`)],
    ["a length below nothing", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: -1"], HIDDEN)],
    ["a length that no number holds", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 18446744073709551616"], HIDDEN)],
    ["a length and a coding", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length: 4", "Transfer-Encoding: chunked"], `0\r\n\r\n${HIDDEN}`)],
    ["a coding and a length", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: chunked", "Content-Length: 4"], `0\r\n\r\n${HIDDEN}`)],
    ["two codings", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: chunked", "Transfer-Encoding: identity"], `0\r\n\r\n${HIDDEN}`)],
    ["a coding that is not known", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: gzip, chunked"], `0\r\n\r\n${HIDDEN}`)],
    ["a coding with a blank behind", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: chunked "], `0\r\n\r\n${HIDDEN}`)],
    ["a coding with a tab before", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding:\t\x0bchunked"], `0\r\n\r\n${HIDDEN}`)],
    ["a coding in HTTP/1.0", message(`POST ${PATH} HTTP/1.0`, [FORM, "Transfer-Encoding: chunked"], `0\r\n\r\n${HIDDEN}`)],
    ["a header's name before a blank", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Length : 3"], `a=1${HIDDEN}`)],
    ["a header that goes on in the next line", message(`POST ${PATH} HTTP/1.1`, [FORM, "X: a", " Content-Length: 3"], `a=1${HIDDEN}`)],
    ["a line that ends without CR", `POST ${PATH} HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 3\n\na=1${HIDDEN}`],
    ["a NUL in a header", message(`POST ${PATH} HTTP/1.1`, [FORM, "X: a\0b", "Content-Length: 3"], `a=1${HIDDEN}`)],
    ["a GET with a body", message("GET / HTTP/1.1", [`Content-Length: ${HIDDEN.length}`], HIDDEN)],
    ["two hosts", message("GET / HTTP/1.1", ["Host: 127.0.0.1", "Host: jamstalltstockholm.se"], HIDDEN)],
    ["no host", `GET / HTTP/1.1\r\n\r\n${HIDDEN}`],
    ["an empty host", message("GET / HTTP/1.1", ["Host: "], HIDDEN)],
    ["a host with a user", message("GET / HTTP/1.1", ["Host: a@127.0.0.1"], HIDDEN)],
    ["a host with a path", message("GET / HTTP/1.1", ["Host: 127.0.0.1/x"], HIDDEN)],
    ["two types", message(`POST ${PATH} HTTP/1.1`, [FORM, "Content-Type: text/plain", "Content-Length: 3"], `a=1${HIDDEN}`)],
    ["two cookies", message("GET / HTTP/1.1", ["Cookie: a=1", "Cookie: b=2"], HIDDEN)],
    ["a version of the future", message("GET / HTTP/2.0", [], HIDDEN)],
    ["a blank too many in the request line", message("GET  / HTTP/1.1", [], HIDDEN)],
    ["a name that is none", message("GET / HTTP/1.1", ["X(y): 1"], HIDDEN)],
  ];
  for (const [what, bytes] of cases)
    it(`by ${what} are refused, the connection closed, the second never answered`, async () => {
      const { answers, text, closed } = await raw(server, bytes);
      // libmicrohttpd itself repeats the head when it refuses a length that is
      // no number; what counts is that all of it is a refusal.
      assert.ok(answers.every((status) => status >= 400 && status <= 505), `${answers}`);
      assert.ok(closed, "the connection is still open");
      assert.ok(!text.includes("anslut_requests_total"));
    });

  it("sent properly, one after the other, are both answered", async () => {
    const { answers } = await raw(server, message("GET /healthz HTTP/1.1") + message("GET /readyz HTTP/1.1", ["Connection: close"]));
    assert.deepEqual(answers, [200, 200]);
  });

  it("in chunks, sent properly, are read as one form", async () => {
    const body = "6\r\n_next=\r\n1\r\n1\r\n0\r\n\r\n";
    const { answers } = await raw(server, message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: chunked", "Connection: close"], body));
    assert.deepEqual(answers, [403], "no stamp: the form was read");
  });
});

describe("methods and types", () => {
  for (const method of ["OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "CONNECT"])
    it(`${method} is 405 and says what may be used`, async () => {
      const { text, answers } = await raw(server, message(`${method} / HTTP/1.1`));
      assert.deepEqual(answers, [405]);
      assert.match(text, /^Allow: GET, HEAD, POST\r$/m);
    });
  for (const method of ["BREW", "get", "GETT", "PRI", "PROPFIND"])
    it(`${method} is 501`, async () => {
      assert.deepEqual((await raw(server, message(`${method} / HTTP/1.1`))).answers, [501]);
    });
  const types = ["text/plain", "application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencodedx", ""];
  for (const type of types)
    it(`a form as ${type || "nothing"} is 415`, async () => {
      assert.deepEqual((await raw(server, message(`POST ${PATH} HTTP/1.1`, [`Content-Type: ${type}`, "Content-Length: 3"], "a=1"))).answers, [415]);
    });
  it("a page that is read is not posted to, and the other way round", async () => {
    assert.equal((await request(`${server.origin}/vastmanland/strategi`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": 0 } })).status, 405);
  });
  it("HEAD has the headers of GET and no body", async () => {
    const get = await request(`${server.origin}/vastmanland/strategi`);
    const head = await request(`${server.origin}/vastmanland/strategi`, { method: "HEAD" });
    assert.deepEqual([head.status, head.bytes.length], [200, 0]);
    for (const name of Object.keys(get.headers)) if (!["date", "age"].includes(name)) assert.equal(head.headers[name], get.headers[name], name);
  });
});

describe("paths that could lead elsewhere", () => {
  const targets = [
    "/../etc/passwd", "/..", "/vastmanland/../../etc/passwd", "/%2e%2e/etc/passwd", "/%2E%2E/%2e%2e/etc/passwd", "/.%2e/etc/passwd",
    "/vastmanland/filer/../county.lua", "/vastmanland/filer/%2e%2e/county.lua", "/vastmanland/filer/..%2fcounty.lua", "/vastmanland/filer/..%5ccounty.lua",
    "/vastmanland/filer/..\\county.lua", "/web/../lua/html.lua", "/web/..%2f..%2fcounties/vastmanland/county.lua", "/web/%2e%2e%2fapp.css",
    "/vastmanland%00/", "/%00", "/vastmanland/filer/symbol.svg%00.png", "/%c0%ae%c0%ae/etc/passwd", "/%c0%af", "/%e0%80%af", "/%ff", "/%ed%a0%80",
    "/vastmanland%2fanslutna", "/vastmanland%5canslutna", "/%0d%0aSet-Cookie:%20a=b", "/vastmanland/%0a", "/%7f", "/%zz", "/%2", "/%",
    "/%252e%252e/etc/passwd", "/vastmanland/filer/%252e%252e%252fcounty.lua", "//etc/passwd", "///", "/vastmanland//filer//symbol.svg", "/./vastmanland/./",
    "/vastmanland/filer/", "/vastmanland/filer/county.lua", "/vastmanland/filer/.hidden", "/vastmanland/filer/texts", "/web/", "/web/.", "/data/key", "/key", "/vastmanland.db",
    "/counties/vastmanland.db", "/outbox/", "/.git/config", "/vastmanland/county.lua", "/vastmanland/texts/anslut.md", "/_template/", "/vastmanland/valkommen/../anslutna",
    "http://127.0.0.1/", "http://elak.example/", "*", "127.0.0.1:80", "vastmanland", "/#/x", "/\xe5", "/a b",
  ];
  for (const target of targets)
    it(`${JSON.stringify(target)} finds nothing`, async () => {
      const { text, answers } = await raw(server, message(`GET ${target} HTTP/1.1`, ["Connection: close"]));
      assert.ok(answers.length === 1 && [302, 400, 404, 501].includes(answers[0]), `${answers}`);
      if (answers[0] === 302) assert.match(text, /^Location: \/(?!\/)/m, "never to another host");
      assert.ok(!/root:|county "|question\.|SQLite format|local h = require|^Set-Cookie/m.test(text));
    });

  it("a slash too many leads to the page without it, and never off the host", async () => {
    for (const [target, to] of [["/vastmanland/strategi/", "/vastmanland/strategi"], ["/vastmanland", "/vastmanland/"]])
      assert.equal((await request(server.origin + target)).headers.location, to);
    for (const target of ["//elak.example/", "//elak.example/strategi/", "/%2felak.example/"]) {
      const { text } = await raw(server, message(`GET ${target} HTTP/1.1`, ["Connection: close"]));
      assert.ok(!/^Location: *\/\//m.test(text), target);
    }
  });
});

describe("hosts", () => {
  const cases = [
    ["127.0.0.1", 200], ["localhost", 200], ["LOCALHOST", 200], ["localhost:1234", 200], ["[::1]", 200], ["jamstalltstockholm.se", 200], ["JamstalltStockholm.se:443", 200],
    ["example.org", 421], ["elak.jamstalltstockholm.se", 421], ["jamstalltstockholm.se.elak.example", 421], ["127.0.0.2", 421], ["0", 421], ["jamstalltstockholm.se.", 421], ["localhost.", 421],
  ];
  for (const [host, status] of cases)
    it(`${host} is answered with ${status}`, async () => {
      const { answers } = await raw(server, message("GET / HTTP/1.1", [`Host: ${host}`, "Connection: close"]));
      assert.deepEqual(answers, [status]);
    });

  it("that are configured are served beside them", async () => {
    const other = await startServer({ flags: ["--hosts", "anslut.example, portal.example"] });
    for (const [host, status] of [["anslut.example", 200], ["Portal.Example:8080", 200], ["www.anslut.example", 421]])
      assert.deepEqual((await raw(other, message("GET / HTTP/1.1", [`Host: ${host}`, "Connection: close"]))).answers, [status], host);
    await other.cleanUp();
  });
});

describe("too much", () => {
  const post = (n) => message(`POST ${PATH} HTTP/1.1`, [FORM, `Content-Length: ${n}`]);
  const cases = [
    ["a target of more than 2 KB", message(`GET /${"a".repeat(2048)} HTTP/1.1`), 414],
    ["a query of more than 2 KB", message(`GET /?${"a".repeat(2047)} HTTP/1.1`), 414],
    ["headers of more than 16 KB", message("GET / HTTP/1.1", [`X: ${"a".repeat(16000)}`, `Y: ${"b".repeat(1000)}`]), 431],
    ["more than 64 headers", message("GET / HTTP/1.1", Array.from({ length: 65 }, (_, i) => `X-${i}: 1`)), 431],
    ["a body of more than 64 KB", post(65537), 413],
    ["a body of a terabyte", post(1e12), 413],
    ["a chunked body of more than 64 KB", message(`POST ${PATH} HTTP/1.1`, [FORM, "Transfer-Encoding: chunked"], `${(70000).toString(16)}\r\n${"a".repeat(70000)}\r\n0\r\n\r\n`), 413],
  ];
  for (const [what, bytes, status] of cases)
    it(`${what} is ${status}, and the connection is closed`, async () => {
      const { answers, closed } = await raw(server, bytes);
      assert.deepEqual(answers, [status]);
      assert.ok(closed);
    });
  const tooLong = (path, at = server) => {
    const body = `description=${"a".repeat(70000)}`;
    return request(at.origin + path, { method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length } });
  };

  it("is said in a county's language to the people who run into it, and that nothing was saved", async () => {
    const answer = await tooLong(PATH);
    assert.equal(answer.status, 413);
    assert.match(answer.headers["content-type"], /^text\/plain; charset=utf-8$/);
    assert.match(answer.headers["content-security-policy"], /^default-src 'none'/);
    assert.match(answer.text, /^Det var för mycket text på en gång\..* Ingenting har sparats\.\n$/);
  });
  it("is said in Swedish and English where no county is known", async () => {
    for (const path of ["/", "/finns-inte/anslut", "/vastmanlan", "/%56astmanland/"])
      assert.match((await tooLong(path)).text, /^Det var .* sparats\.\n\nThat was .* saved\.\n$/, path);
    assert.match((await raw(server, message("GET / HTTP/1.1", ["Host: example.org"]))).text, /Kontrollera webbadressen\.\n\nThe service does not .*\.\n$/);
  });
  it("is said in a county's own words, in the language of the page", async () => {
    const counties = countyFolder();
    writeFileSync(join(counties, "mittlan/texts.lua"), 'wording "refusal.413" { text = { sv = "För långt för {brand}.", en = "Too long for {brand}." } }\n' +
      'wording "refusal.414" "Kortare, tack."\n');
    const own = await startServer({ counties });
    for (const [path, said] of [["/mittlan/anslut/ny/organisation", "För långt för Jämställt Mittlän.\n"], ["/mittlan", "För långt för Jämställt Mittlän.\n"],
      ["/mittlan/en/anslut/ny/organisation", "Too long for An equal Mittlän.\n"], ["/mittlan/fi/anslut", "För långt för Jämställt Mittlän.\n"]])
      assert.equal((await tooLong(path, own)).text, said, path);
    const atHome = await raw(own, message(`GET /en/anslutna?sok=${"a".repeat(2047)} HTTP/1.1`, ["Host: jamstallt.mittlan.example"]));
    assert.match(atHome.text, /\r\n\r\nThe address is too long\. .*\.\n$/);
    const chunked = message("POST /mittlan/en/anslut/ny/organisation HTTP/1.1", [FORM, "Transfer-Encoding: chunked"], `${(70000).toString(16)}\r\n${"a".repeat(70000)}\r\n0\r\n\r\n`);
    const { text } = await raw(own, chunked);
    assert.match(text, /\r\nContent-Security-Policy: default-src 'none'; script-src 'self'/);
    assert.ok(Buffer.from(text, "latin1").toString().endsWith("\r\n\r\nToo long for An equal Mittlän.\n"), text);
    await own.cleanUp();
  });

  it("what just fits is read", async () => {
    assert.equal((await request(`${server.origin}/${"a".repeat(2047)}`)).status, 404);
    const body = `x=${"a".repeat(16384)}&`.padEnd(65536, "&");
    assert.equal((await request(server.origin + PATH, { method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length } })).status, 403);
  });
  it("connections of one address are at most as many as configured, and the others are let in again", async () => {
    const few = await startServer({ flags: ["--per-address", "4"] });
    const held = Array.from({ length: 6 }, () => raw(few, "GET /healthz HTTP/1.1\r\n", { patience: 700 }));
    await new Promise((done) => setTimeout(done, 200));
    const refused = await raw(few, message("GET /healthz HTTP/1.1", ["Connection: close"]));
    assert.deepEqual(refused.answers, []);
    await Promise.all(held);
    await new Promise((done) => setTimeout(done, 300));
    assert.deepEqual((await raw(few, message("GET /healthz HTTP/1.1", ["Connection: close"]))).answers, [200]);
    await few.cleanUp();
  });
});

describe("too slow", () => {
  it("headers that trickle in are cut after ten seconds in total, however busily", async () => {
    const { hostname, port } = new URL(server.origin);
    const started = Date.now();
    const took = await new Promise((done) => {
      const socket = net.connect(Number(port), hostname);
      socket.on("error", () => {});
      socket.on("close", () => { clearInterval(drip); done(Date.now() - started); });
      socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
      let i = 0;
      const drip = setInterval(() => socket.write(`X-${i++}: 1\r\n`), 200);
    });
    assert.ok(took > 8000 && took < 14000, `cut after ${took} ms`);
    assert.equal((await request(`${server.origin}/healthz`)).status, 200);
  });
});
