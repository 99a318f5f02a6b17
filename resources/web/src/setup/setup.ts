// Makes the first operator. The code is behind the '#' of the address, where no server and no log sees it.
import { byId } from "../dom.ts";
import { chooseLanguage, dress } from "../text/language.ts";
import { english } from "../text/setupEnglish.ts";
import { german } from "../text/setupGerman.ts";

const chosen = chooseLanguage({ en: english, de: german });
const t = chosen.texts;
dress(chosen);
document.title = t.title;

const form = byId("form", HTMLFormElement);
const user = byId("user", HTMLInputElement);
const password = byId("password", HTMLInputElement);
const again = byId("again", HTMLInputElement);
const make = byId("make", HTMLButtonElement);
const fault = byId("fault", HTMLElement);
const notice = byId("notice", HTMLElement);
const title = byId("title", HTMLElement);

const route = "/admin/api/setup";
const minPasswordCharacters = 10;
const namePattern = /^[A-Za-z0-9._-]{1,32}$/;

function say(heading: string, text: string): void {
  title.textContent = heading;
  form.hidden = true;
  notice.hidden = false;
  notice.textContent = text;
  notice.focus();
}

function complain(text: string, field?: HTMLInputElement): void {
  fault.textContent = text;
  for (const input of [user, password, again]) input.toggleAttribute("aria-invalid", false);
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}

/** Says what is wrong and where, as far as it can be told here. */
function isComplete(): boolean {
  if (!namePattern.test(user.value)) {
    complain(t.userFault, user);
  } else if ([...password.value].length < minPasswordCharacters) {
    complain(t.passwordFault(minPasswordCharacters), password);
  } else if (password.value !== again.value) {
    complain(t.againFault, again);
  } else {
    complain("");
    return true;
  }
  return false;
}

/** What the server said, if it said something. */
async function problemOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  const detail = typeof body === "object" && body !== null && "detail" in body ? body.detail : undefined;
  return typeof detail === "string" ? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.` : t.answered(answer.status);
}

/** This page has no use for the session that comes with the operator. */
async function endSession(answer: Response): Promise<void> {
  const { token } = (await answer.json()) as { token: string };
  await fetch("/admin/api/logout", { method: "POST", headers: { Authorization: `Bearer ${token}` } });
}

async function setUp(): Promise<void> {
  const answer = await fetch(route, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code: location.hash.slice(1), user: user.value, password: password.value }),
  });
  if (answer.status === 409) return say(t.isSetUp, await problemOf(answer));
  if (!answer.ok) return complain(await problemOf(answer));
  await endSession(answer).catch(() => undefined);
  history.replaceState(null, "", location.pathname);
  say(t.done, t.doneText(user.value, location.origin));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!isComplete()) return;
  make.disabled = true;
  setUp()
    .catch(() => complain(t.unreachable))
    .finally(() => (make.disabled = false));
});

async function begin(): Promise<void> {
  const answer = await fetch(route);
  const { open } = (await answer.json()) as { open: boolean };
  if (!open) return say(t.nothing, t.nothingText);
  if (location.hash.length < 2) return say(t.noCode, t.noCodeText);
  notice.hidden = true;
  form.hidden = false;
  user.focus();
}

begin().catch(() => say(t.noAnswer, t.noAnswerText));
