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
