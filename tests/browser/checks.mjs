// What every page is held against, as functions of an open page. Each gives a
// list of sentences: what is wrong, where.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { DESKTOP, PHONE, SMALL } from "./browser.mjs";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** What axe finds. Colours alone change in the dark, so there only they are asked for. */
async function axe(page, only) {
  const run = only ? { type: "rule", values: only } : { type: "tag", values: tags };
  const violations = await page.evaluate(async ({ runOnly }) => {
    const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary.split("\n").slice(1, 2).join("").trim()})`) }));
  }, { runOnly: run });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).join("; ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`);
}

/** Parts of the page that reach past the window's edge, if it scrolls sideways. */
const overflow = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest("svg, .hero__art, .visually-hidden"))
    .slice(0, 3)
    .map((element) => `scrolls sideways: ${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`)
    .concat(`${document.documentElement.scrollWidth} px wide in ${width}`);
});

/** Text that its own box cuts off. */
const clipped = (page) => page.evaluate(() => {
  const cuts = (element) => {
    const style = getComputedStyle(element);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY)) return false;
    return element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
  };
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((element) => !element.closest(".visually-hidden, .govuk-visually-hidden, svg") && words(element) && cuts(element))
    .map((element) => `text is cut off: ${element.tagName.toLowerCase()}.${element.className}`);
});

/** Text that is too small to be read. */
const tiny = (page) => page.evaluate(() => {
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((element) => words(element) && element.checkVisibility() && !element.closest("svg, option"))
    .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 14)
    .map((element) => `text of ${getComputedStyle(element).fontSize}: "${element.textContent.trim().slice(0, 30)}"`);
});

/** Boxes of text that lie on one another, as they do when lines outgrow a fixed height. */
const overlapping = (page) => page.evaluate(() => {
  const shown = [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main label, main a, main button, main input, header a, footer a")]
    .filter((element) => !element.closest(".visually-hidden, .govuk-visually-hidden, .skip-link, svg") && element.checkVisibility())
    .filter((element) => getComputedStyle(element).position === "static" || element.matches("h1, h2, h3, p"));
  const boxes = shown.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width && box.height);
  const found = [];
  for (let i = 0; i < boxes.length; i++)
    for (let k = i + 1; k < Math.min(boxes.length, i + 6); k++) {
      const { element: a, box: p } = boxes[i];
      const { element: b, box: q } = boxes[k];
      if (a.contains(b) || b.contains(a)) continue;
      const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      const line = parseFloat(getComputedStyle(b).fontSize) / 2;
      if (across > line && down > line) found.push(`"${a.textContent.trim().slice(0, 30)}" lies on "${b.textContent.trim().slice(0, 30)}"`);
    }
  return found;
});

// Least height of what is pressed. Left out, as WCAG 2.5.8 does: links within a
// sentence; what is there only for the eye of the machine (the form's default
// button) or for the keyboard (the link past the menu).
const targets = (page) => page.evaluate(() => {
  const LEAST = 44;
  const sentence = (link) => {
    const around = link.parentElement.closest("p, li, dd, dt, td, div");
    return getComputedStyle(link).display.startsWith("inline") && around &&
      [...around.querySelectorAll("*"), around].some((part) => [...part.childNodes].some((node) =>
        node.nodeType === 3 && node.data.trim() && !link.contains(node) && !part.closest(".visually-hidden, .govuk-visually-hidden")));
  };
  const size = (element) => {
    const whole = element.matches(".card__link") ? element.closest(".card, .county") : element;
    return (whole ?? element).getBoundingClientRect();
  };
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((element) => element.checkVisibility() && !element.matches(".visually-hidden, .skip-link"))
    .filter((element) => !(element.matches("a") && sentence(element)))
    .map((element) => ({ element, box: size(element) }))
    .filter(({ box }) => box.height < LEAST - 0.5 || box.width < 24)
    .map(({ element, box }) => `only ${Math.round(box.width)} x ${Math.round(box.height)} px to press: ${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`);
});

/** What the keyboard reaches, and shows nothing when it has. */
async function hiddenFocus(page) {
  await page.keyboard.press("Tab"); // from here on focus is the keyboard's, and :focus-visible holds
  return page.evaluate(() => {
    const drawn = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && !/^rgba.* 0\)$|transparent/.test(style.outlineColor);
    const marks = (element) => {
      const label = element.labels?.[0];
      const styles = [getComputedStyle(element), getComputedStyle(element, "::after")];
      if (element.matches("[type=checkbox], [type=radio]") && label) styles.push(getComputedStyle(label, "::before"));
      return styles.map((style) => [drawn(style), style.boxShadow, style.backgroundColor, style.borderColor]);
    };
    return [...document.querySelectorAll("a[href], button:not([tabindex]), input:not([type=hidden]), select, textarea, summary")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        document.activeElement?.blur();
        const before = JSON.stringify(marks(element).map(([, ...rest]) => rest));
        element.focus({ preventScroll: true });
        const after = marks(element);
        return !after.some(([outline]) => outline) && JSON.stringify(after.map(([, ...rest]) => rest)) === before;
      })
      .map((element) => `focus cannot be seen: ${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`);
  });
}

/** What moves although the visitor has asked for stillness. */
const motion = (page) => page.evaluate(() => {
  const seconds = (list) => Math.max(...list.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
  return [...document.querySelectorAll("*")]
    .filter((element) => ["", "::before", "::after"].some((part) => {
      const style = getComputedStyle(element, part);
      return seconds(style.transitionDuration) > 0.01 || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) || style.scrollBehavior === "smooth";
    }))
    .slice(0, 3)
    .map((element) => `moves: ${element.tagName.toLowerCase()}.${element.className}`)
    .concat(document.getAnimations().length ? ["an animation runs"] : []);
});

/** Controls that lose their outlines when the system's colours take over. */
const lostControls = (page) => page.evaluate(() => {
  const edge = (style) => style.borderStyle !== "none" && parseFloat(style.borderTopWidth) > 0 && !/^rgba.* 0\)$/.test(style.borderTopColor);
  return [...document.querySelectorAll("button.button, a.button, input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea, .govuk-checkboxes__label, .govuk-radios__label")]
    .filter((element) => element.checkVisibility() && !element.matches(".button--text, .button--quiet"))
    .filter((element) => !edge(getComputedStyle(element, element.matches("label") ? "::before" : "")))
    .map((element) => `has no edge in forced colours: ${element.tagName.toLowerCase()}.${element.className}`);
});

/** Links within the page that lead nowhere, and ids that stand twice. */
const anchors = (page) => page.evaluate(() => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `#${id} stands twice`);
  const lost = [...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
    .map((link) => `${link.hash} leads nowhere`);
  const here = location.hash && !document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return [...twice, ...lost, ...(here ? [`the page was opened at ${location.hash}, which it lacks`] : [])];
});

/** Colours fade from one scheme to the next: see the page when they have. */
async function settle(page, media) {
  await page.emulateMedia(media);
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
}

/** Everything above on one open page. The window and the media end as they began. */
export async function faultsOf(visitor) {
  const { page } = visitor;
  const faults = [];
  const add = (where, list) => faults.push(...list.map((one) => `${where}: ${one}`));
  await page.evaluate(axeSource);

  await page.setViewportSize(PHONE);
  add("axe at 390 px", await axe(page));
  add("390 px", await targets(page));
  add("390 px", await overflow(page));
  add("390 px", await tiny(page));
  await settle(page, { colorScheme: "dark" });
  add("axe in the dark", await axe(page, rulesOfColour));
  await page.setViewportSize(DESKTOP);
  add("axe in the dark at 1280 px", await axe(page, rulesOfColour));
  await settle(page, { colorScheme: "light" });
  add("axe at 1280 px", await axe(page));
  add("1280 px", await overflow(page));
  add("keyboard", await hiddenFocus(page));
  add("anchors", await anchors(page));

  await settle(page, { reducedMotion: "reduce" });
  add("reduced motion", await motion(page));
  await settle(page, { reducedMotion: "no-preference", forcedColors: "active" });
  add("forced colours", await lostControls(page));
  await settle(page, { forcedColors: "none" });

  await page.setViewportSize(SMALL);
  add("320 px", await overflow(page));
  add("320 px", await clipped(page));
  await page.setViewportSize(DESKTOP);
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  add("text at 200 %", await overflow(page));
  add("text at 200 %", await clipped(page));
  add("text at 200 %", await overlapping(page));
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });

  add("request", visitor.strayed.map((url) => `left the host: ${url}`));
  add("console", visitor.said);
  add("cookie", (await visitor.context.cookies()).map(({ name }) => name));
  return faults;
}
