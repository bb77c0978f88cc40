// What helps where there is JavaScript; every page works without it. The
// behaviour is govuk-frontend's: focus on the error summary and from there on
// the field, a count of the characters left, one press of a button counts once.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const [name, Component] of [
  ["govuk-error-summary", ErrorSummary],
  ["govuk-character-count", CharacterCount],
  ["govuk-button", Button],
]) {
  for (const root of document.querySelectorAll(`[data-module="${name}"]`)) new Component(root);
}
