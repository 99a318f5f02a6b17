// What axe finds on a page.
import assert from "node:assert/strict";

import { axeSource } from "./packages.mjs";

/** Runs axe in a world of its own, where the page's content policy does not hold it back. */
export async function axeFindings(page) {
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
  const { result, exceptionDetails } = await run("axe.run(document)");
  assert.equal(exceptionDetails, undefined);
  // What axe could not judge counts as well: it would be a hole in the proof.
  return [...result.value.violations, ...result.value.incomplete].map(({ id, nodes }) => [
    id,
    ...nodes.map((node) => `${node.html}: ${node.failureSummary}`),
  ]);
}
