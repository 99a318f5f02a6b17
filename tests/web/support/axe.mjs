// What axe finds on a page.
import assert from "node:assert/strict";

import { axeSource } from "./packages.mjs";

/** By page: runs an expression where axe is, as long as the page does not go elsewhere. */
const worlds = new WeakMap();

/** A world of its own for axe, where the page's content policy does not hold it back. */
async function worldOf(page) {
  const client = await page.context().newCDPSession(page);
  const { frameTree } = await client.send("Page.getFrameTree");
  const world = await client.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const run = (expression) =>
    client.send("Runtime.evaluate", {
      expression,
      contextId: world.executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
  await run(axeSource);
  page.once("domcontentloaded", () => worlds.delete(page));
  return run;
}

export async function axeFindings(page) {
  if (!worlds.has(page)) worlds.set(page, await worldOf(page));
  const { result, exceptionDetails } = await worlds.get(page)("axe.run(document)");
  assert.equal(exceptionDetails, undefined);
  // What axe could not judge counts as well: it would be a hole in the proof.
  return [...result.value.violations, ...result.value.incomplete].map(({ id, nodes }) => [
    id,
    ...nodes.map((node) => `${node.html}: ${node.failureSummary}`),
  ]);
}
