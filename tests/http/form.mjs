// One page of a county's form in a visitor's hands.
import { fillIn, post, readForm, request, unescape } from "./visitor.mjs";

/** Open a page of the form; follows where it leads. */
export async function open(server, path) {
  let page = await request(server.origin + path);
  while (page.status === 302 || page.status === 303) {
    path = page.headers.location;
    page = await request(server.origin + path);
  }
  return { ...page, path };
}

/** Send a page with `answers` in the place of what stands there. `button` is
 * "_next", "_back", "_save", or ["_add", "goals"]. */
export async function send(server, page, answers = {}, button = "_next", options = {}) {
  const { action, fields } = readForm(page.text);
  const pressed = Array.isArray(button) ? button : [button, "1"];
  return post(server.origin + action, [...fillIn(fields, answers), pressed], options);
}

/** What the page holds typed: name -> value, or a list for check boxes. */
export function typed(html) {
  const found = {};
  for (const [name, value] of readForm(html).fields) {
    if (name.startsWith("_")) continue;
    found[name] = name in found ? [found[name], value].flat() : value;
  }
  return found;
}

export const title = (html) => unescape(html.match(/<title>([^<]*)/)[1]);
const ids = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));

/** Everything that must hold of a page that is sent back with problems.
 * Answers the texts of the summary, by the id that each leads to. */
export function problems(html) {
  const list = html.match(/govuk-error-summary__list">([\s\S]*?)<\/ul>/);
  if (!list) return {};
  const known = ids(html);
  const found = {};
  for (const [, href, text] of list[1].matchAll(/<a href="#([^"]*)">([^<]*)/g)) {
    if (!known.has(href)) throw new Error(`the summary leads to #${href}, which is not there`);
    found[href] = unescape(text);
  }
  for (const [, id] of html.matchAll(/aria-describedby="([^"]*)"/g))
    for (const one of id.split(" ")) if (!known.has(one)) throw new Error(`described by #${one}, which is not there`);
  const beside = [...html.matchAll(/class="govuk-error-message"[^>]*><span[^>]*>[^<]*<\/span> ([^<]*)/g)].map(([, text]) => unescape(text));
  for (const text of Object.values(found))
    if (!beside.includes(text)) throw new Error(`no message beside a field says: ${text}`);
  if (!title(html).startsWith("Fel: ")) throw new Error(`the title is ${title(html)}`);
  return found;
}
