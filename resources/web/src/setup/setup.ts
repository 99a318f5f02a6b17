// Makes the first operator. The code is behind the '#' of the address, where no server and no log sees it.
import { byId } from "../dom.ts";

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
    complain("A name is 1 to 32 letters, digits, “.”, “_” or “-”.", user);
  } else if ([...password.value].length < minPasswordCharacters) {
    complain(`A password has ${minPasswordCharacters} characters or more.`, password);
  } else if (password.value !== again.value) {
    complain("The two passwords are not the same.", again);
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
  return typeof detail === "string" ? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.` : `The server answered ${answer.status}.`;
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
  if (answer.status === 409) return say("This server is set up", await problemOf(answer));
  if (!answer.ok) return complain(await problemOf(answer));
  await endSession(answer).catch(() => undefined);
  history.replaceState(null, "", location.pathname);
  say("That is all", `${user.value} is the operator of this server now. Log in with chinwag-admin at ${location.origin}.`);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!isComplete()) return;
  make.disabled = true;
  setUp()
    .catch(() => complain("The server could not be reached. Is it still running?"))
    .finally(() => (make.disabled = false));
});

async function begin(): Promise<void> {
  const answer = await fetch(route);
  const { open } = (await answer.json()) as { open: boolean };
  if (!open) return say("Nothing to set up", "This server has an operator, or its set-up link is too old: it shows a new one when it starts.");
  if (location.hash.length < 2) return say("Open the whole link", "The server has printed the link to this page with a code at its end.");
  notice.hidden = true;
  form.hidden = false;
  user.focus();
}

begin().catch(() => say("No answer", "The server could not be reached. Reload this page to try again."));
