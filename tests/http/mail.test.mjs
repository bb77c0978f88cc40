// Mail as it leaves the house: files by default, a real SMTP server when told so.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join as joinPath } from "node:path";
import { after, before, describe, it } from "node:test";
import { SMTPServer } from "smtp-server";
import { answers, checkFields, fillForm, join, mailedLink, orgNumber, sendForm } from "./join.mjs";
import { eventually, mails, readMail, run, sql, startServer, temporaryFolder } from "./server.mjs";
import { open, send } from "./form.mjs";
import { post, request } from "./visitor.mjs";

const mine = answers.vastmanland;
const inMail = (server, columns) => sql(server.database("vastmanland"), `SELECT ${columns} FROM mail ORDER BY id`);

describe("a mail", () => {
  let server, mail, file;
  before(async () => {
    server = await startServer({ flags: ["--mail-from", "portal@anslut.example"] });
    await sendForm(server, "vastmanland", { name: "Föreningen för åtta räksmörgåsar på Ängsö och andra öar i Mälaren" });
    ({ mail } = await mailedLink(server, mine.email, "bekrafta"));
    const [name] = readdirSync(joinPath(server.data, "outbox"));
    file = joinPath(server.data, "outbox", name);
  });
  after(() => server.cleanUp());

  it("is a file in the outbox that only its owner reads, without anything half written", () => {
    assert.match(file, /\/[\w-]+\.eml$/);
    assert.equal(statSync(file).mode & 0o007, 0);
    assert.ok(readFileSync(file, "latin1").endsWith("\r\n"));
    assert.deepEqual(readdirSync(joinPath(server.data, "outbox")).length, 1);
  });

  it("has the county's name, a Swedish subject and what a mail must have", () => {
    assert.equal(mail.subject, "Bekräfta att Föreningen för åtta räksmörgåsar på Ängsö och andra öar i Mälaren ansluter sig till Ett jämställt Västmanland");
    assert.equal(mail.headers.from.replaceAll('"', ""), "Ett jämställt Västmanland <portal@anslut.example>");
    assert.equal(mail.to, `<${mine.email}>`);
    assert.match(mail.headers["message-id"], /^<[\w-]+@anslut\.example>$/);
    assert.equal(mail.headers["auto-submitted"], "auto-generated");
    assert.equal(mail.headers["mime-version"], "1.0");
    assert.ok(Math.abs(Date.parse(mail.headers.date) - Date.now()) < 60000);
  });

  it("has lines that every server takes, of ASCII, each ended by CR LF", () => {
    const source = readFileSync(file, "latin1");
    for (const line of source.split("\r\n")) {
      assert.ok(line.length <= 78, line);
      assert.ok(!/[\r\n]/.test(line) && /^[\x20-\x7e\t]*$/.test(line), line);
    }
  });

  it("says the same as text and as HTML, in Swedish", () => {
    for (const words of ["Bekräfta anslutningen", "räksmörgåsar", "7 dagar", "/bekrafta/"]) {
      assert.ok(mail.plain.replace(/\s+/g, " ").includes(words), words);
      assert.ok(mail.html.includes(words), words);
    }
    assert.match(mail.html, /<html lang="sv">/);
    assert.ok(!/<script|<img|<link|url\(/.test(mail.html), "nothing in it is loaded from anywhere");
  });

  it("is erased from the database once it is sent; that it was sent is kept", async () => {
    await eventually(async () => (await inMail(server, "state")) === "sent");
    assert.equal(await inMail(server, "purpose, subject, plain, html"), "confirm|||");
  });
});

describe("what visitors type", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  const names = ["Åby\r\nBcc: offer@exempel.se", "Åby\nSubject: Du har vunnit", "Åby\r\n\r\n<h1>Hej</h1>", "Åby\u0085Bcc: a@b.se", "Åby\u2028Bcc: a@b.se", "=?utf-8?q?Bcc:?= offer", "\"<offer@exempel.se>\", Åby", "Åby\tBcc: x@y.se"];
  for (const [i, name] of names.entries())
    it(`as a name (${JSON.stringify(name)}) puts no header and no part into a mail`, async () => {
      const email = `namn${i}@exempel.se`;
      await join(server, "vastmanland", { name, org_number: orgNumber(i), email });
      for (const mail of mails(server).filter((one) => one.to.includes(email))) {
        assert.equal(mail.to, `<${email}>`);
        const known = ["auto-submitted", "content-language", "content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to"];
        assert.deepEqual(Object.keys(mail.headers).filter((header) => !known.includes(header)), []);
        const [head] = mail.source.split("\r\n\r\n");
        assert.equal(head.match(/^Subject:/gim).length, 1);
        assert.ok(!mail.html.includes("<h1>Hej</h1>"));
        assert.equal(mail.source.split("--=_alternative_of_this_message").length, 4, "two parts and an end");
      }
    });

  const addresses = ["a@exempel.se\r\nBcc: offer@exempel.se", "a@exempel.se\nRCPT TO:<offer@exempel.se>", "a@exempel.se, offer@exempel.se", "<a@exempel.se>", "a@exempel.se\0", "\"a b\"@exempel.se", "a@[127.0.0.1]", "a@localhost"];
  for (const email of addresses)
    it(`as an address (${JSON.stringify(email)}) is refused, and nothing is mailed`, async () => {
      await assert.rejects(fillForm(server, "vastmanland", { org_number: orgNumber(99), email }), /stopped at .*kontakt with 422/);
      const draft = await send(server, await open(server, "/vastmanland/anslut/ny"), { name: "Å", kind: "association", org_number: orgNumber(98), municipality: "1980" });
      const save = draft.headers.location.replace(/[^/]*$/, "spara");
      assert.equal((await send(server, await open(server, save), { email })).status, 422);
      assert.deepEqual(mails(server).filter((mail) => !/namn\d@/.test(mail.to)).map((mail) => mail.to), []);
      assert.equal(await sql(server.database("vastmanland"), "SELECT count(*) FROM mail WHERE recipient NOT LIKE 'namn_@exempel.se'"), "0");
    });
});

/** A mail server that answers as `rules` say, with what it was given. */
async function postOffice(rules = {}) {
  const taken = [];
  const office = new SMTPServer({
    authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 100,
    ...rules,
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        const refusal = rules.onData?.();
        if (refusal) return done(refusal);
        taken.push({ ...readMail(Buffer.concat(parts).toString("latin1")), from: session.envelope.mailFrom.address, rcpt: session.envelope.rcptTo.map((one) => one.address), secure: session.secure, user: session.user });
        done();
      });
    },
  });
  office.on("error", () => {}); // of a client that went away
  await new Promise((done) => office.listen(rules.port ?? 0, "127.0.0.1", done));
  office.server.unref(); // a test that fails must not wait for it
  const { port } = office.server.address();
  return { taken, port, url: `smtp://localhost:${port}`, close: () => new Promise((done) => office.close(done)) };
}
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

describe("an SMTP server", () => {
  const folder = temporaryFolder();
  const at = (name) => joinPath(folder, name);
  let tls;
  before(async () => {
    const make = (...args) => run(args, { command: "openssl" });
    await make("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Tests", "-keyout", at("ca.key"), "-out", at("ca.pem"));
    await make("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", at("key.pem"), "-out", at("request.pem"));
    const { code, err } = await make("x509", "-req", "-in", at("request.pem"), "-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-days", "30", "-copy_extensions", "copy", "-out", at("cert.pem"));
    assert.equal(code, 0, err);
    tls = { key: readFileSync(at("key.pem")), cert: readFileSync(at("cert.pem")) };
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Send one form with these flags; gives the server and the office. */
  const sendBy = async (office, flags, check) => {
    const server = await startServer({ flags: ["--smtp", office.url, "--mail-from", "portal@anslut.example", ...flags] });
    try {
      await sendForm(server, "vastmanland");
      await check(server);
    } finally {
      await server.cleanUp();
      await office.close();
    }
  };
  const arrives = (office) => eventually(() => office.taken[0], 10000);
  const stays = (server, problem) => eventually(async () => {
    const [state, tries, why] = (await inMail(server, "state, tries, problem")).split("|");
    return state === "waiting" && Number(tries) >= 1 && problem.test(why);
  }, 10000);

  it("gets the mail whole, from the configured sender, and no file is written", async () => {
    const office = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"] });
    await sendBy(office, ["--smtp-tls", "possible"], async (server) => {
      const mail = await arrives(office);
      assert.deepEqual([mail.from, mail.rcpt, mail.secure], ["portal@anslut.example", [mine.email], false]);
      assert.equal(mail.subject, "Bekräfta att Åby Idrottsförening ansluter sig till Ett jämställt Västmanland");
      assert.ok(mail.plain.includes("/bekrafta/") && mail.html.includes("/bekrafta/"));
      await eventually(async () => (await inMail(server, "state, plain")) === "sent|");
      assert.equal(mails(server).length, 0);
      assert.equal(office.taken.length, 1);
    });
  });

  it("is spoken to under TLS as soon as it offers that", async () => {
    const office = await postOffice({ ...tls, disabledCommands: ["AUTH"] });
    await sendBy(office, ["--smtp-tls", "possible"], async () => assert.equal((await arrives(office)).secure, true));
  });

  it("under TLS with its name proved, by a file of authorities", async () => {
    const office = await postOffice({ ...tls, disabledCommands: ["AUTH"] });
    await sendBy(office, ["--smtp-ca", at("ca.pem")], async () => assert.equal((await arrives(office)).secure, true));
  });

  it("under TLS from the first byte, when its address says so", async () => {
    const office = await postOffice({ ...tls, secure: true, disabledCommands: ["AUTH"] });
    office.url = office.url.replace("smtp:", "smtps:");
    await sendBy(office, ["--smtp-ca", at("ca.pem")], async () => assert.equal((await arrives(office)).secure, true));
  });

  it("gets nothing in the clear when TLS is required, which is the default", async () => {
    const office = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"] });
    await sendBy(office, [], async (server) => {
      await stays(server, /does not take the mail now/);
      assert.equal(office.taken.length, 0);
    });
  });

  it("gets nothing when nobody vouches for its name", async () => {
    const office = await postOffice({ ...tls, disabledCommands: ["AUTH"] });
    await sendBy(office, [], async (server) => {
      await stays(server, /certificate|SSL|TLS/i);
      assert.equal(office.taken.length, 0);
    });
  });

  it("that wants a name and a password gets them, from the environment", async () => {
    const office = await postOffice({ ...tls, authOptional: false, onAuth: (auth, _, done) => auth.username === "anslut" && auth.password === "hemligt åäö" ? done(null, { user: "anslut" }) : done(refusal(535, "No")) });
    const server = await startServer({ flags: ["--smtp", office.url, "--smtp-ca", at("ca.pem"), "--smtp-user", "anslut"], env: { ANSLUT_SMTP_PASSWORD: "hemligt åäö" } });
    await sendForm(server, "vastmanland");
    assert.equal((await arrives(office)).user, "anslut");
    assert.ok(!server.log.includes("hemligt"));
    await server.cleanUp();
    await office.close();
  });

  it("that does not know the password loses no mail", async () => {
    const office = await postOffice({ ...tls, authOptional: false, onAuth: (auth, _, done) => done(refusal(535, "Wrong password")) });
    await sendBy(office, ["--smtp-ca", at("ca.pem"), "--smtp-user", "anslut", "--smtp-password", "fel"], async (server) => {
      await stays(server, /./);
      assert.equal(office.taken.length, 0);
    });
  });

  it("that has no time now is asked again later, and the mail comes once", async () => {
    let busy = true;
    const office = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"], onData: () => busy && refusal(451, "Try again later") });
    const flags = ["--smtp", office.url, "--smtp-tls", "possible"];
    let server = await startServer({ flags });
    await sendForm(server, "vastmanland");
    await stays(server, /Try again later/);
    await server.stop();
    busy = false;
    server = await startServer({ data: server.data, flags, time: "+2m" });
    assert.deepEqual((await arrives(office)).rcpt, [mine.email]);
    await eventually(async () => (await inMail(server, "state")) === "sent");
    assert.equal(office.taken.length, 1);
    await server.cleanUp();
    await office.close();
  });

  it("that is not there keeps no visitor waiting, and gets the mail when it is", async () => {
    const gone = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"] });
    await gone.close();
    const flags = ["--smtp", gone.url, "--smtp-tls", "possible"];
    let server = await startServer({ flags });
    const path = await fillForm(server, "vastmanland");
    assert.equal((await post(server.origin + path, await checkFields(server, path))).status, 303);
    await stays(server, /does not take the mail now/);
    assert.equal((await request(`${server.origin}/readyz`)).status, 200);
    await server.stop();
    const office = await postOffice({ port: gone.port, disabledCommands: ["STARTTLS", "AUTH"] });
    server = await startServer({ data: server.data, flags, time: "+2m" });
    await arrives(office);
    await server.cleanUp();
    await office.close();
  });

  it("that refuses a recipient for good is not asked again, and the others get theirs", async () => {
    const office = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"], onRcptTo: (to, _, done) => done(to.address.startsWith("nobody") ? refusal(550, "No such mailbox") : null) });
    const server = await startServer({ flags: ["--smtp", office.url, "--smtp-tls", "possible"] });
    await sendForm(server, "vastmanland", { org_number: orgNumber(1), email: "nobody@exempel.se" });
    await sendForm(server, "vastmanland", { org_number: orgNumber(2), email: "somebody@exempel.se" });
    await arrives(office);
    await eventually(async () => (await inMail(server, "recipient, state")) === "nobody@exempel.se|failed\nsomebody@exempel.se|sent");
    assert.match((await inMail(server, "problem")).split("\n")[0], /No such mailbox/);
    assert.match(server.log, /given up/);
    await server.cleanUp();
    await office.close();
  });

  it("that goes away in the middle of a mail gets it again", async () => {
    let first = true;
    const office = await postOffice({ disabledCommands: ["STARTTLS", "AUTH"], onMailFrom(_, session, done) { if (!first) return done(); first = false; this.connections.forEach((one) => one.close?.()); } });
    const flags = ["--smtp", office.url, "--smtp-tls", "possible"];
    let server = await startServer({ flags });
    await sendForm(server, "vastmanland");
    await stays(server, /./);
    await server.stop();
    server = await startServer({ data: server.data, flags, time: "+2m" });
    await arrives(office);
    assert.equal(office.taken.length, 1);
    await server.cleanUp();
    await office.close();
  });
});
