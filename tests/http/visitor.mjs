// A visitor without JavaScript: reads pages, fills in forms, follows links.
import http from "node:http";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
export const unescape = (text) => text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);

/** One request; answers { status, headers, text }. Never follows redirects. */
export function request(url, { method = "GET", headers = {}, body, agent } = {}) {
  return new Promise((done, fail) => {
    const q = http.request(url, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        done({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString("utf8") });
      });
      answer.on("error", fail);
    });
    q.on("error", fail);
    if (body !== undefined) q.write(body);
    q.end();
  });
}

export const form = (fields) =>
  (Array.isArray(fields) ? fields : Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one])))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");

export function post(url, fields, options = {}) {
  const body = typeof fields === "string" ? fields : form(fields);
  return request(url, { ...options, method: "POST", body,
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body), ...options.headers } });
}

const attribute = (tag, name) => {
  const match = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return match ? unescape(match[1]) : undefined;
};

/** What a browser would send for the page's first form with a POST. */
export function readForm(html) {
  const start = html.search(/<form[^>]*method="post"/i);
  if (start < 0) throw new Error("the page has no form");
  const source = html.slice(start, html.indexOf("</form>", start));
  const fields = [];
  for (const [tag] of source.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, "type") ?? "text";
    const name = attribute(tag, "name");
    if (!name || type === "submit") continue;
    if ((type === "checkbox" || type === "radio") && !/\schecked(\s|>|=)/.test(tag)) continue;
    fields.push([name, attribute(tag, "value") ?? (type === "checkbox" ? "on" : "")]);
  }
  for (const [tag, inner] of source.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g))
    fields.push([attribute(tag, "name"), unescape(inner.replace(/^\n/, ""))]); // as the HTML parser does
  for (const [tag, inner] of source.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = [...inner.matchAll(/<option\b[^>]*>/g)].map(([option]) => option).find((option) => /\sselected/.test(option));
    fields.push([attribute(tag, "name"), chosen ? attribute(chosen, "value") ?? "" : ""]);
  }
  return { action: attribute(source, "action"), fields };
}

/** The form's fields with `answers` in the place of what stands there. */
export function fillIn(fields, answers) {
  const kept = fields.filter(([name]) => !(name in answers));
  const added = Object.entries(answers).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one]));
  return [...kept, ...added];
}

/** Walk a county's form from its start to "check your answers". Each page is
 * filled in with those of `answers` whose fields it has. */
export async function walkForm(server, county, answers) {
  let path = `/${county}/anslut/ny`;
  let page = await request(server.origin + path);
  for (let steps = 0; steps < 30; steps++) {
    while (page.status === 302 || page.status === 303) {
      path = page.headers.location;
      page = await request(server.origin + path);
    }
    if (path.endsWith("/kontrollera")) return { path, page };
    if (page.status !== 200 || !/<form[^>]*method="post"/.test(page.text)) return { path, page };
    const { action, fields } = readForm(page.text);
    const has = (name) => page.text.includes(`name="${name}"`);
    const mine = Object.fromEntries(Object.entries(answers).filter(([name]) => has(name)));
    path = action;
    page = await post(server.origin + action, [...fillIn(fields, mine), ["_next", ""]]);
    if (page.status === 422) return { path, page };
  }
  throw new Error("the form never ended");
}
