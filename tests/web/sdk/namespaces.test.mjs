// What channels do is settled by their namespaces, and those by the configuration.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { secret, sign } from "../support/token.mjs";

const configuration = `
[auth]
hmac_secret = "${secret}"

[api]
keys = ["${apiKey}"]

[[namespace]]
name = "news"
history_size = 3
subscribe = "users"
publish = "users"
presence = true

[[namespace]]
name = "feed"
history_size = 10
subscribe = "anyone"

[[namespace]]
name = "sure"
positioned = true
subscribe = "anyone"
publish = "anyone"
join_leave = true
max_message = 20

[[namespace]]
name = "kept"
history_size = 2
durable = true
recover = true
subscribe = "anyone"
publish = "anyone"

[[namespace]]
name = "chat"
publish = "users"
`;

let server;
let api;
let clients;

before(async () => {
  const home = await mkdtemp(join(tmpdir(), "chinwag-web-"));
  const file = join(home, "chinwag.toml");
  await writeFile(file, configuration);
  server = await ChatServer.start({ home, args: ["--config", file] });
  api = new ServerApi(server);
});
after(() => server?.stop());
beforeEach(() => (clients = []));
afterEach(() => clients.forEach((client) => client.close()));

async function client(options) {
  const made = await SdkClient.connected(server, options);
  clients.push(made);
  return made;
}
const anna = () => client({ token: sign({ sub: "anna" }) });

/** The code with which a subscription of `one` in `channel` ends. */
async function refusal(one, channel) {
  const subscription = one.sdk.newSubscription(channel);
  const ended = next(subscription, "unsubscribed");
  subscription.subscribe();
  return (await ended).code;
}

test("users alone may be where only users may", async () => {
  assert.equal(await refusal(await client(), "news:a"), 103);
  const { subscription } = await (await anna()).subscribe("news:a");
  await subscription.publish({ n: 1 });
  assert.equal((await subscription.presenceStats()).numClients, 1);
});

test("a channel of no namespace is not known", async () => {
  assert.equal(await refusal(await client(), "nowhere:a"), 102);
});

test("the history is as long as it is configured", async () => {
  const { subscription } = await (await anna()).subscribe("news:long");
  for (let n = 1; n <= 5; ++n) await subscription.publish({ n });
  const { publications, offset } = await subscription.history({ limit: 10 });
  assert.deepEqual(
    publications.map((publication) => publication.data.n),
    [3, 4, 5],
  );
  assert.equal(offset, 5);
});

test("where nobody may publish, only applications do", async () => {
  const one = await client();
  const log = await one.subscribe("feed:a");
  await assert.rejects(log.subscription.publish({ n: 1 }), { code: 103 });
  await assert.rejects(log.subscription.presence(), { code: 108 });
  const come = log.next();
  await api.result("publish", { channel: "feed:a", data: { n: 2 } });
  assert.deepEqual((await come).data, { n: 2 });
});

test("data that is longer than the namespace allows is refused", async () => {
  const { subscription } = await (await client()).subscribe("sure:a");
  await subscription.publish("x".repeat(18));
  await assert.rejects(subscription.publish("x".repeat(19)), { code: 106 });
});

test("in a cache everybody begins with the latest value", async () => {
  for (const value of ["0:0", "1:0"]) await api.result("publish", { channel: "score:match", data: value });
  const log = await (await client()).subscribe("score:match");
  assert.deepEqual(
    log.publications.map((publication) => [publication.data, publication.offset]),
    [["1:0", 2]],
  );
  const come = log.next();
  await api.result("publish", { channel: "score:match", data: "1:1" });
  assert.equal((await come).data, "1:1");
});

test("who comes back to a cache gets what holds now and nothing in between", async () => {
  await api.result("publish", { channel: "score:long", data: 1 });
  const one = await client();
  const log = await one.subscribe("score:long");
  log.subscription.unsubscribe();
  for (const data of [2, 3, 4]) await api.result("publish", { channel: "score:long", data });
  const again = next(log.subscription, "subscribed");
  log.subscription.subscribe();
  assert.equal((await again).recovered, true);
  assert.deepEqual(
    log.publications.map((publication) => publication.data),
    [1, 4],
  );
});

test("what the memory of a durable namespace has forgotten is read from the disk", async () => {
  const one = await client();
  const log = await one.subscribe("kept:a");
  log.subscription.unsubscribe();
  const other = await (await client()).subscribe("kept:a");
  for (let n = 1; n <= 6; ++n) await other.subscription.publish({ n });
  const again = next(log.subscription, "subscribed");
  log.subscription.subscribe();
  assert.equal((await again).recovered, true);
  assert.deepEqual(
    log.publications.map((publication) => publication.data.n),
    [1, 2, 3, 4, 5, 6],
  );
});

test("the chat can be adjusted, and the seed's dialect goes by it", async () => {
  const lines = [];
  const seed = new WebSocket(`ws://${server.url.host}/ws/chat?room=news&nick=Bob`);
  const told = new Promise((resolve) =>
    seed.on("message", (data) => {
      lines.push(data.toString());
      resolve();
    }),
  );
  await new Promise((resolve, reject) => seed.on("open", resolve).on("error", reject));
  clients.push(seed);
  seed.send("Bob: Hello");
  await told;
  assert.deepEqual(lines, ["Chinwag: Your message was not sent. You may only read here."]);
  const { subscription } = await (await anna()).subscribe("chat:news");
  const heard = new Promise((resolve) => seed.once("message", resolve));
  await subscription.publish({ text: "Hi" });
  assert.equal((await heard).toString(), "Anonymous: Hi");
});

test("an application commands somebody anonymous by the id of the connection", async () => {
  const [one, other] = [new SdkClient(server), await client()];
  clients.push(one);
  const { client: id } = await one.connect();
  const stays = await other.subscribe("feed:anonymous");
  const log = await one.subscribe("feed:anonymous");
  const ended = next(log.subscription, "unsubscribed");
  await api.result("unsubscribe", { user: "", client: id, channel: "feed:anonymous" });
  assert.equal((await ended).code, 2000);
  const added = next(one.sdk, "subscribed");
  await api.result("subscribe", { client: id, channel: "feed:other" });
  assert.equal((await added).channel, "feed:other");
  const gone = next(one.sdk, "disconnected");
  await api.result("disconnect", { client: id });
  assert.equal((await gone).code, 3503);
  assert.deepEqual([other.sdk.state, stays.subscription.state], ["connected", "subscribed"]);
});

test("who has a name is not found among those who have none", async () => {
  const one = new SdkClient(server, { token: sign({ sub: "anna" }) });
  clients.push(one);
  const { client: id } = await one.connect();
  await api.result("disconnect", { client: id });
  await api.result("disconnect", { client: "nobody" });
  assert.equal(await api.refusal("disconnect", {}), 107);
  await one.subscribe("news:still");
});

test("who asks for a position gets one, and everybody does where the namespace says so", async () => {
  const one = await client();
  const asked = await one.subscribe("asked", { positioned: true });
  const sure = await one.subscribe("sure:b");
  const plain = await one.subscribe("plain");
  const chat = await one.subscribe("chat:b", { recoverable: true });
  const seen = [asked, sure, plain, chat].map(({ subscribed: [context] }) => [context.positioned, context.recoverable]);
  assert.deepEqual(seen, [
    [true, false],
    [true, false],
    [false, false],
    [true, true],
  ]);
  assert.match(asked.subscribed[0].streamPosition.epoch, /./);
});
