// The page that makes the first operator, by the link that the server prints.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { axeFindings } from "./support/axe.mjs";
import { launchBrowser, openPage } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";

const password = "correct horse battery";

let browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

async function withServer(body, options = {}) {
  const server = await ChatServer.start();
  const context = await browser.newContext(options);
  try {
    await body(server, context);
  } finally {
    await context.close();
    await server.stop();
  }
}

async function fillIn(page, { user = "olga", first = password, again = first } = {}) {
  await page.fill("#user", user);
  await page.fill("#password", first);
  await page.fill("#again", again);
  await page.click("#make");
}

/** The session of an operator who logs in with the password above. */
function logIn(server, name) {
  return fetch(new URL("/admin/api/login", server.url), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
}

test("the link makes the first operator, once", () =>
  withServer(async (server, context) => {
    const link = await server.setupLink();
    const asked = [];
    context.on("request", (request) => asked.push(request.url(), JSON.stringify(request.headers())));
    const page = await openPage(context, link);
    await fillIn(page);
    await page.getByText("olga is the operator of this server now").waitFor();
    assert.equal((await logIn(server, "olga")).status, 200);
    // The code went with the one request that needs it, in its body, and is gone from the address.
    assert.ok(!asked.join("\n").includes(link.hash.slice(1)));
    assert.equal(new URL(page.url()).hash, "");

    await page.goto(String(link));
    await page.reload();
    await page.getByText("Nothing to set up").waitFor();
    assert.equal(await page.locator("#form").isVisible(), false);
    assert.deepEqual(page.faults, []);
  }));

test("what is wrong is said, and then it goes on", () =>
  withServer(async (server, context) => {
    const link = await server.setupLink();
    const page = await openPage(context, link);
    const fault = page.locator("#fault");
    await fillIn(page, { user: "olga the great" });
    await fault.getByText("A name is").waitFor();
    await fillIn(page, { first: "horse" });
    await fault.getByText("A password has").waitFor();
    await fillIn(page, { again: "correct horse batter" });
    await fault.getByText("not the same").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "again");
    assert.deepEqual(page.faults, []);
    await fillIn(page);
    await page.getByText("olga is the operator").waitFor();
  }));

test("a wrong code, and none, are told apart", () =>
  withServer(async (server, context) => {
    const wrong = await openPage(context, new URL("/admin/setup#wrong", server.url));
    await fillIn(wrong);
    await wrong.locator("#fault").getByText("code is wrong").waitFor();
    const none = await openPage(context, new URL("/admin/setup", server.url));
    await none.getByText("Open the whole link").waitFor();
    assert.equal((await logIn(server, "olga")).status, 401);
  }));

test("a browser that prefers German is asked in German", () =>
  withServer(
    async (server, context) => {
      const page = await openPage(context, await server.setupLink());
      assert.equal(await page.title(), "Chinwag einrichten");
      assert.equal(await page.getAttribute("html", "lang"), "de");
      await fillIn(page, { again: "another" });
      await page.locator("#fault").getByText("Die beiden Passwörter sind nicht gleich.").waitFor();
      await fillIn(page);
      await page.getByText("olga ist jetzt der Operator dieses Servers.").waitFor();
    },
    { locale: "de-DE" },
  ));

for (const colorScheme of ["light", "dark"]) {
  for (const [device, viewport] of Object.entries({
    phone: { width: 360, height: 640 },
    desktop: { width: 1280, height: 800 },
  })) {
    test(`it is accessible and fits: ${device}, ${colorScheme}`, () =>
      withServer(
        async (server, context) => {
          const page = await openPage(context, await server.setupLink());
          await fillIn(page, { again: "another" });
          await page.locator("#fault").getByText("not the same").waitFor();
          assert.deepEqual(await axeFindings(page), []);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `${width}`);
        },
        { viewport, colorScheme },
      ));
  }
}
