// Chromium, and a tab of it that chats.
import assert from "node:assert/strict";

import { chromium } from "./packages.mjs";

const executablePath = process.env.CHINWAG_TEST_CHROMIUM ?? "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** No expectation of speed: after this a test hangs. */
const hangMs = 120_000;

export function launchBrowser() {
  return chromium.launch({ executablePath, headless: true, args });
}

/** Pages that a test is done with, by context. A browser takes three times as long for a context of its own. */
const idle = new WeakMap();

/** What the pages of the context show is over: the next ones that are opened there are these. */
export async function releasePages(context) {
  const pages = context.pages();
  await Promise.all(pages.map((page) => page.goto("about:blank")));
  idle.set(context, pages);
}

async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(hangMs);
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(message.text());
  });
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== page.home && origin !== "null") page.faults.push(`asked ${request.url()}`);
  });
  // The only thing that is asked: whether what was not sent may be lost.
  page.on("dialog", (dialog) => dialog.accept());
  return page;
}

/** A page in which every error counts: exceptions, console errors, violations of the content policy. */
export async function openPage(context, url) {
  const page = idle.get(context)?.pop() ?? (await newPage(context));
  page.faults = [];
  page.home = new URL(url).origin;
  const response = await page.goto(String(url));
  assert.equal(response.status(), 200, `${url}`);
  return page;
}

export class ChatTab {
  static async open(context, url, nickname) {
    const tab = new ChatTab();
    tab.page = await openPage(context, url);
    if (nickname !== undefined) await tab.page.fill("#nick", nickname);
    return tab;
  }

  static async openConnected(context, url, nickname) {
    const tab = await ChatTab.open(context, url, nickname);
    await tab.waitForState("connected");
    return tab;
  }

  async say(text) {
    await this.page.fill("#msg", text);
    await this.page.press("#msg", "Enter");
  }

  /** Opens the menu of the message by its button and chooses what it is called. */
  async choose(text, label) {
    // A browser draws a tab behind another one once a second, and what moves with the mouse waits for that.
    await this.page.bringToFront();
    const said = this.page.locator(":scope > .text").getByText(text, { exact: true });
    const message = this.page.locator("#log .message").filter({ has: said });
    await message.hover();
    await message.locator(".actions").click();
    await this.page.getByRole("menuitem", { name: label }).click();
  }

  async waitForState(kind) {
    await this.page.locator(`#state[data-kind="${kind}"]`).waitFor();
  }

  /** The messages as lines of the dialect, read from what is on the screen. */
  lines() {
    return this.page.$$eval("#log .message", (messages) =>
      messages.map((message) => {
        const author = message.closest(".group").querySelector(".author").textContent;
        return `${author}: ${message.querySelector(".text").textContent}`;
      }),
    );
  }

  /** Waits until so many messages are there and compares all of them. */
  async expectLines(...expected) {
    await this.page.locator("#log .message").nth(expected.length - 1).waitFor({ state: "attached" });
    assert.deepEqual(await this.lines(), expected);
  }

  /** A broken link shows in the console, whatever a page does; everything else is a fault. */
  assertNoFaults({ linkBroke = false } = {}) {
    const faults = this.page.faults.filter((fault) => !(linkBroke && fault.startsWith("WebSocket connection")));
    assert.deepEqual(faults, []);
  }
}
