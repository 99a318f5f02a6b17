// Who sends more than the rate allows is told so, and sent away when that does not help.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";

let server;
let clients;

before(async () => {
  const env = { CHINWAG_CLIENT_MESSAGE_RATE: "5", CHINWAG_CLIENT_MESSAGE_BURST: "5" };
  server = await ChatServer.start({ env });
});
after(() => server?.stop());
beforeEach(() => (clients = []));
afterEach(() => clients.forEach((client) => client.close()));

async function hastyClient() {
  const client = await SdkClient.connected(server);
  clients.push(client);
  return client;
}

test("what is over the rate is refused for now, and the rest is served", async () => {
  const client = await hastyClient();
  const { subscription } = await client.subscribe("hasty");
  const results = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => subscription.publish({ n })));
  const refused = results.filter((result) => result.status === "rejected");
  assert.ok(refused.length > 0 && refused.length < 40, `${refused.length} of 40 were refused`);
  for (const { reason } of refused) assert.deepEqual([reason.code, reason.temporary], [111, true]);
  assert.equal(client.sdk.state, "connected");
});

test("a subscription over the rate is made a little later", async () => {
  const client = await hastyClient();
  const { subscription } = await client.subscribe("hasty");
  await Promise.allSettled(Array.from({ length: 10 }, (_, n) => subscription.publish({ n })));
  const log = await client.subscribe("later", { minResubscribeDelay: 10, maxResubscribeDelay: 100 });
  assert.equal(log.subscription.state, "subscribed");
});

test("one that does not stop is sent away, and comes back", async () => {
  const client = await hastyClient();
  const { subscription } = await client.subscribe("hasty");
  const away = next(client.sdk, "connecting");
  const back = next(client.sdk, "connected");
  await Promise.allSettled(Array.from({ length: 200 }, (_, n) => subscription.publish({ n })));
  const { code, reason } = await away;
  assert.deepEqual([code, reason], [3013, "too many requests"]);
  await back;
});
