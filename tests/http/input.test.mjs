// What visitors type that is wrong, in every kind of field: the right status,
// a summary that leads to the fields, a message beside each, nothing lost.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { open, problems, send, title, typed } from "./form.mjs";
import { startServer } from "./server.mjs";
import { post, readForm } from "./visitor.mjs";

const long = (n) => "å".repeat(n);
const marks = `a${"\u0301".repeat(300)}`;

// county, page, answers that are right, then: field, what is typed, the id that
// the summary leads to, what the sentence holds.
const pages = [
  ["vastmanland", "organisation", { name: "Åby IF", kind: "association", org_number: "802000-0009", municipality: "1980" }, [
    ["name", "", "f-name", "Fyll i"],
    ["name", "   ", "f-name", "Fyll i"],
    ["name", long(5000), "f-name", "får ha högst"],
    ["name", marks, "f-name", "accenter"],
    ["kind", undefined, "f-kind", "Välj ett svar"],
    ["kind", "kingdom", "f-kind", "Välj något av det som går att välja"],
    ["kind", ["association", "company"], "f-kind", "bara en gång"],
    ["org_number", "", "f-org_number", "Fyll i"],
    ["org_number", "802000-0008", "f-org_number", "stämmer inte"],
    ["org_number", "abc", "f-org_number", "tio siffror"],
    ["org_number", long(300), "f-org_number", "tio siffror"],
    ["org_number", marks, "f-org_number", "accenter"],
    ["org_number", ["802000-0009", "802001-0008"], "f-org_number", "bara en gång"],
    ["municipality", undefined, "f-municipality", "Välj ett svar"],
    ["municipality", "0180", "f-municipality", "Välj något"],
    ["municipality", ["1980", "1981"], "f-municipality", "bara en gång"],
  ]],
  ["vastmanland", "inriktning", { focus: ["makt"] }, [
    ["focus", undefined, "f-focus", "Välj"],
    ["focus", ["makt", "magi"], "f-focus", "Välj något"],
    ["focus", marks, "f-focus", "inte kan läsa"],
  ]],
  ["vastmanland", "kontakt", { email: "a@exempel.se" }, [
    ["email", "", "f-email", "Fyll i"],
    ["email", "nobody", "f-email", "e-postadress"],
    ["email", "a@b@c.se", "f-email", "e-postadress"],
    ["email", "a@exempel.se\r\nBcc: b@exempel.se", "f-email", "e-postadress"],
    ["email", "a b@exempel.se", "f-email", "e-postadress"],
    ["email", `${"a".repeat(300)}@exempel.se`, "f-email", "e-postadress|får ha högst"],
    ["email", "<script>@exempel.se", "f-email", "e-postadress"],
    ["email", marks, "f-email", "accenter"],
    ["email", ["a@exempel.se", "b@exempel.se"], "f-email", "bara en gång"],
  ]],
  ["varmland", "bidrag", { contribution: "Vi räknar kvinnor och män.", focus: ["makt"] }, [
    ["contribution", "", "f-contribution", "Fyll i"],
    ["contribution", "kort", "f-contribution", "minst 20 tecken"],
    ["contribution", long(3001), "f-contribution", "högst 3.?000 tecken"],
    ["contribution", marks, "f-contribution", "accenter"],
    ["contribution", ["Vi räknar kvinnor och män.", "Vi räknar inte alls, tyvärr."], "f-contribution", "bara en gång"],
    ["goals.1.area", "makt", "f-goals-1-text", "Fyll i"],
    ["goals.1.text", long(201), "f-goals-1-text", "högst 200"],
    ["goals.1.year", "snart", "f-goals-1-year", "fyra siffror", { "goals.1.text": "Mål" }],
    ["goals.1.year", "1066", "f-goals-1-year", "2018", { "goals.1.text": "Mål" }],
    ["goals.1.area", "magi", "f-goals-1-area", "Välj något", { "goals.1.text": "Mål" }],
  ]],
  ["jonkoping", "profil", { email: "a@exempel.se", description: "Vi", contribution: "Vi gör", focus: ["vald-och-normer"] }, [
    ["policy", "inte en adress", "f-policy", "webbadress"],
    ["policy", "javascript:alert(1)", "f-policy", "webbadress"],
    ["website", "ftp://exempel.se", "f-website", "webbadress"],
    ["website", `https://exempel.se/${"a".repeat(3000)}`, "f-website", "webbadress|högst"],
    ["website", ["https://a.se", "https://b.se"], "f-website", "bara en gång"],
    ["description", long(2501), "f-description", "högst 2.?500 tecken"],
  ]],
  ["jonkoping", "kartlaggning", { "employees.women": "1", "employees.men": "2" }, [
    ["employees.women", "många", "f-employees-women", "siffror"],
    ["employees.women", "-1", "f-employees-women", "siffror"],
    ["employees.women", "1,5", "f-employees-women", "siffror|heltal"],
    ["employees.women", "99999999999999999999", "f-employees-women", "siffror|högst"],
    ["employees.men", "", "f-employees-(women|men)", "både kvinnor och män"],
    ["employees.women", ["1", "2"], "f-employees-women", "bara en gång"],
  ]],
  ["stockholm", "beslut", { "decided.day": "14", "decided.month": "3", "decided.year": "2026", decided_by: "Styrelsen" }, [
    ["decided.day", "31", "f-decided-day", "en dag som finns", { "decided.month": "2" }],
    ["decided.day", "", "f-decided-day", "hela datumet|Fyll i"],
    ["decided.month", "tjugo", "f-decided-(day|month)", "en dag som finns"],
    ["decided.year", "2023", "f-decided-(day|year)", "2024"],
    ["decided.year", "99999", "f-decided-(day|year)", "en dag som finns|år"],
    ["decided.day", ["1", "2"], "f-decided-day", "bara en gång"],
    ["decided_by", long(201), "f-decided_by", "högst 200"],
  ]],
  ["stockholm", "inriktning", { focus: ["makt"] }, [
    ["focus", ["makt", "ekonomi", "halsa", "vald"], "f-focus", "högst 3"],
    ["support", ["method", "money"], "f-support", "Välj något"],
  ]],
  ["stockholm", "kontakt", { email: "a@exempel.se" }, [
    ["phone", "ring mig", "f-phone", "telefonnummer"],
    ["phone", "0".repeat(60), "f-phone", "telefonnummer|högst"],
    ["phone", marks, "f-phone", "accenter"],
  ]],
];

const short = (value) => { const text = JSON.stringify(value) ?? "nothing"; return text.length > 40 ? `${text.slice(0, 30)}…` : text; };

describe("what is wrong in a field", () => {
  let server;
  before(async () => { server = await startServer(); });
  after(() => server.cleanUp());

  // A page that asks a company about its employees must know that it is one.
  const kinds = { jonkoping: "company", stockholm: "company" };
  const starts = {};
  const startOf = async (county) => {
    if (starts[county]) return starts[county];
    const kind = kinds[county] ?? "association";
    const place = { vastmanland: "1980", varmland: "1780", jonkoping: "0680", stockholm: "0180" }[county];
    const page = await open(server, `/${county}/anslut/ny`);
    const answer = await send(server, page, { name: "Åby", kind, org_number: "802000-0009", municipality: place });
    assert.equal(answer.status, 303);
    return (starts[county] = answer.headers.location.replace(/\/[^/]*$/, ""));
  };

  for (const [county, step, right, cases] of pages)
    for (const [field, value, id, sentence, more = {}] of cases)
      it(`${county}: ${field} = ${short(value)} is told of, and everything typed is kept`, async () => {
        const page = await open(server, `${await startOf(county)}/${step}`);
        const answers = { ...right, ...more, [field]: value };
        if (value === undefined) delete answers[field];
        const { fields, action } = readForm(page.text);
        const kept = fields.filter(([name]) => name.startsWith("_"));
        const flat = Object.entries(answers).flatMap(([name, one]) => [one].flat().map((text) => [name, text]));
        const answer = await post(server.origin + action, [...kept, ...flat, ["_next", "1"]]);
        assert.equal(answer.status, 422);
        const told = problems(answer.text);
        const at = Object.keys(told).find((one) => new RegExp(`^${id}$`).test(one));
        assert.ok(at, `the summary is ${JSON.stringify(told)}`);
        assert.match(told[at], new RegExp(sentence));
        assert.equal(Object.keys(told).length, 1, `only this is wrong, not ${JSON.stringify(told)}`);
        const shown = typed(answer.text);
        for (const [name, one] of Object.entries(answers)) {
          const twice = Array.isArray(one) && !["focus", "support"].includes(name);
          const offered = !["kingdom", "0180", "magi", marks].includes(one) && !(Array.isArray(one) && /magi|money/.test(one));
          if (!twice && offered) assert.deepEqual(shown[name] ?? "", one.length === 1 && Array.isArray(one) ? one[0] : one.trim?.() === "" ? shown[name] ?? "" : one, name);
        }
        assert.ok(!/<script>|<b>/.test(answer.text));
      });

  it("a page with everything wrong tells of everything at once", async () => {
    const page = await open(server, "/vastmanland/anslut/ny");
    const answer = await send(server, page, {});
    assert.equal(answer.status, 422);
    assert.deepEqual(Object.keys(problems(answer.text)), ["f-name", "f-kind", "f-org_number", "f-municipality"]);
    assert.ok(title(answer.text).startsWith("Fel: Er organisation"));
  });

  it("HTML and Markdown are text like any other, wherever they are shown", async () => {
    const name = `<b>"Åby" & 'co'</b><script>alert(1)</script> [x](javascript:alert(1)) {name}`;
    const page = await open(server, "/vastmanland/anslut/ny");
    const next = await send(server, page, { name, kind: "association", org_number: "802000-0009", municipality: "1980" });
    assert.equal(next.status, 303);
    const again = await open(server, next.headers.location.replace(/[^/]*$/, "organisation"));
    assert.equal(typed(again.text).name, name);
    assert.ok(!again.text.includes("<b>") && !again.text.includes("<script>alert"));
  });

  it("a field that was never declared is dropped", async () => {
    const page = await open(server, "/vastmanland/anslut/ny");
    const next = await send(server, page, { name: "Åby", kind: "association", org_number: "802000-0009", municipality: "1980", admin: "yes", state: "public", "name.first": "Å", __proto: "x" });
    assert.equal(next.status, 303);
    const raw = await open(server, next.headers.location.replace(/[^/]*$/, "organisation"));
    assert.deepEqual(Object.keys(typed(raw.text)).sort(), ["kind", "municipality", "name", "org_number"]);
  });

  const unreadable = [["invalid UTF-8", "%ff%fe"], ["an overlong slash", "%c0%af"], ["a lone surrogate", "%ed%a0%80"], ["a NUL", "a%00b"]];
  for (const [what, bytes] of unreadable)
    it(`${what} is refused beside its field, in Swedish, and the rest is kept`, async () => {
      const page = await open(server, "/vastmanland/anslut/ny");
      const { action, fields } = readForm(page.text);
      const hidden = fields.filter(([name]) => name.startsWith("_")).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      const answer = await post(server.origin + action, `${hidden.join("&")}&name=F${bytes}&kind=company&org_number=802000-0009&municipality=1980&_next=1`);
      assert.equal(answer.status, 422);
      assert.match(problems(answer.text)["f-name"], /tecken som vi inte kan läsa/);
      assert.deepEqual({ ...typed(answer.text), name: "" }, { name: "", kind: "company", org_number: "802000-0009", municipality: "1980" });
    });

  const tooMuch = [
    ["a value of more than 16 KB", { name: "a".repeat(17000) }, 422, /Något i det som skickades var för långt/],
    ["more than 256 fields", Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x${i}`, "1"])), 422, /Något i det som skickades var för långt/],
    ["a name of more than 64 bytes", { ["n".repeat(65)]: "1" }, 422, /Något i det som skickades var för långt/],
  ];
  for (const [what, fields, status, sentence] of tooMuch)
    it(`${what} is answered by a page in Swedish that says so`, async () => {
      const answer = await post(`${server.origin}/vastmanland/anslut/ny/organisation`, fields);
      assert.equal(answer.status, status);
      assert.match(answer.headers["content-type"], /^text\/html/);
      assert.match(answer.text, sentence);
      assert.ok(title(answer.text).includes("Ett jämställt Västmanland"));
    });
});
