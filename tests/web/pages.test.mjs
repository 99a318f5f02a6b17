// What else the server shows in a browser: a page from disk and the description of its API.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ChatTab, launchBrowser, openPage } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { builtPage } from "./support/places.mjs";

let browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

async function withServer(args, body) {
  const server = await ChatServer.start({ args });
  const context = await browser.newContext();
  try {
    await body(server, context);
  } finally {
    await context.close();
    await server.stop();
  }
}

test("--web-root serves a page from disk: edit, reload, no rebuild", async () => {
  const root = await mkdtemp(join(tmpdir(), "chinwag-page-"));
  try {
    for (const name of await readdir(builtPage)) await copyFile(join(builtPage, name), join(root, name));
    await withServer(["--web-root", root], async (server, context) => {
      const tab = await ChatTab.openConnected(context, server.url, "Ed");
      assert.equal(await tab.page.textContent("h1"), "Chinwag");

      const page = await readFile(join(root, "index.html"), "utf8");
      await writeFile(join(root, "index.html"), page.replace(">Chinwag</h1>", ">Natter</h1>"));
      await tab.page.reload();
      assert.equal(await tab.page.textContent("h1"), "Natter");
      await tab.waitForState("connected");
      await tab.say("from disk");
      await tab.expectLines("Ed: from disk");
      tab.assertNoFaults();
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test("/docs/events shows every message of /asyncapi.json, with nothing from another host", () =>
  withServer([], async (server, context) => {
    const description = await (await fetch(new URL("/asyncapi.json", server.url))).json();
    const page = await openPage(context, new URL("/docs/events", server.url));
    await page.locator("main:not([aria-busy])").waitFor();
    const shown = await page.locator("summary > code").allTextContents();
    const titles = Object.values(description.components.messages).map((message) => message.title);
    assert.deepEqual([...new Set(titles)].filter((title) => !shown.includes(title)), []);
    const addresses = Object.values(description.channels).map((channel) => channel.address);
    assert.deepEqual(await page.locator(".address").allTextContents(), addresses);
    // A link to a message opens it.
    await page.goto(String(new URL("/docs/events#centrifuge-receive-subscribe", server.url)));
    await page.getByText("Ask for what was missed").waitFor();
    assert.deepEqual(page.faults, []);
  }));

test("/docs/events says so when the description does not come, and tries again", () =>
  withServer([], async (server, context) => {
    const page = await context.newPage();
    await page.route("**/asyncapi.json", (route) => route.fulfill({ status: 503 }));
    await page.goto(String(new URL("/docs/events", server.url)));
    await page.getByText("could not be loaded").waitFor();
    await page.unroute("**/asyncapi.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator("summary").first().waitFor();
  }));

test("/docs tries the server API out with a key", async () => {
  const key = "key-of-the-application-in-tests";
  const server = await ChatServer.start({ env: { CHINWAG_API_KEYS: key } });
  const context = await browser.newContext();
  try {
    const page = await openPage(context, new URL("/docs", server.url));
    const operation = page.locator("[id$=apiPublish]");
    await page.locator("button.authorize").first().click();
    const dialog = page.locator(".auth-container", { hasText: "X-API-Key" });
    await dialog.locator("input").fill(key);
    await dialog.locator("button.authorize").click();
    await page.locator("button.close-modal").click();
    await operation.locator("button").first().click();
    await operation.locator("button.try-out__btn").click();
    await operation.locator("button.execute").click();
    await operation.locator(".live-responses-table").getByText('"offset": 1').waitFor();
    assert.deepEqual(page.faults, []);
  } finally {
    await context.close();
    await server.stop();
  }
});

test("/docs shows every operation of /openapi.json, with nothing from another host", () =>
  withServer([], async (server, context) => {
    const description = await (await fetch(new URL("/openapi.json", server.url))).json();
    const operations = Object.values(description.paths).flatMap((path) =>
      Object.keys(path).filter((key) => /^(get|head|post|put|patch|delete|options)$/.test(key)),
    );
    const page = await openPage(context, new URL("/docs", server.url));
    await page.locator(".opblock").nth(operations.length - 1).waitFor();
    assert.equal(await page.locator(".opblock").count(), operations.length);
    await page.getByRole("heading", { name: description.info.title }).waitFor();
    await page.locator(".opblock").first().click();
    await page.locator(".opblock.is-open .responses-table").first().waitFor();
    assert.deepEqual(page.faults, []);
  }));
