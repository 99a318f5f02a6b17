// The rooms that two users have to themselves.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

const env = { CHINWAG_AUTH_HMAC_SECRET: secret };
let server;
let memory; // a server that keeps nothing
let clients;
let round = 0;

before(async () => {
  server = await ChatServer.start({ env });
  memory = await ChatServer.start({ env, args: ["--database", "none"] });
});
after(() => Promise.all([server?.stop(), memory?.stop()]));
beforeEach(() => {
  clients = [];
  round += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const user = (name) => `${name}-${round}`;
const room = (one, other) => `chat:direct#${[user(one), user(other)].sort().join(",")}`;

/** A client of the user `sub`, as `user()` calls it, or of nobody in particular. */
async function client(name, { at = server, sub = name && user(name), ...options } = {}) {
  const token = sub && sign({ sub, exp: seconds() + 3600 });
  const made = new SdkClient(at, { ...(sub && { token, getToken: async () => token }), ...options });
  made.heard = [];
  made.subs = [];
  made.sdk.on("publication", (context) => made.heard.push(context));
  made.sdk.on("subscribed", (context) => made.subs.push(context));
  clients.push(made);
  await made.connect();
  return made;
}

const direct = async (one, other) => (await one.sdk.rpc("chat.direct", { user: other })).data.channel;
const rooms = async (one) => (await one.sdk.rpc("chat.rooms", {})).data.rooms;

for (const kept of [true, false]) {
  test(`both are in the room at once, on all of their connections, ${kept ? "kept" : "not kept"}`, async () => {
    const at = kept ? server : memory;
    const alice = await client("alice", { at });
    const phone = await client("alice", { at });
    const bob = await client("bob", { at });
    const eve = await client("eve", { at });
    const arrivals = [phone, bob].map(({ sdk }) => next(sdk, "subscribed"));
    const channel = await direct(alice, user("bob"));
    assert.equal(channel, room("alice", "bob"));
    // The one that asks has its subscription before the reply.
    assert.equal(alice.subs.length, 1);
    for (const arrival of [alice.subs[0], ...(await Promise.all(arrivals))]) {
      assert.equal(arrival.channel, channel);
      assert.equal(arrival.recoverable, true);
      assert.equal(arrival.positioned, true);
      assert.ok(arrival.streamPosition.epoch);
    }
    const heard = [alice, phone, bob].map(({ sdk }) => next(sdk, "publication"));
    await bob.sdk.publish(channel, { text: "hi" });
    for (const { data } of await Promise.all(heard)) assert.equal(data.text, "hi");
    // The other way round it is the same, and nobody is subscribed twice.
    assert.equal(await direct(bob, user("alice")), channel);
    await alice.sdk.rpc("chat.typing", { channel });
    assert.deepEqual([alice, phone, bob, eve].map(({ subs }) => subs.length), [1, 1, 1, 0]);
    const intrusion = eve.sdk.newSubscription(channel);
    const refused = next(intrusion, "unsubscribed");
    intrusion.subscribe();
    assert.equal((await refused).code, 103);
  });
}

test("who was away finds the room and what was said there, through a restart", async () => {
  const home = server.home;
  const alice = await client("alice");
  const channel = await direct(alice, user("bob"));
  await alice.sdk.publish(channel, { text: "are you there?" });
  const empty = await direct(alice, user("carol"));
  const again = next(alice.sdk, "subscribed", (context) => context.channel === channel);
  const { port } = server;
  await server.stop("SIGTERM", { keepHome: true });
  server = await ChatServer.start({ env, port, home });
  // The server puts back what it had subscribed her to, and nothing is missing.
  const { wasRecovering, recovered } = await again;
  assert.deepEqual([wasRecovering, recovered], [true, true]);
  const bob = await client("bob");
  const [listed, ...others] = await rooms(bob);
  assert.deepEqual(others, []);
  assert.equal(listed.channel, channel);
  assert.equal(listed.direct, user("alice"));
  assert.equal(listed.unread, 1);
  const log = await bob.subscribe(channel);
  const { messages } = (await bob.sdk.rpc("chat.history", { channel })).data;
  assert.equal(messages[0].data.text, "are you there?");
  const answered = next(alice.sdk, "publication");
  await log.subscription.publish({ text: "I am" });
  assert.equal((await answered).data.text, "I am");
  // Opened is enough to be on both lists.
  const carol = await client("carol");
  assert.deepEqual((await rooms(carol)).map((one) => [one.channel, one.unread]), [[empty, 0]]);
  assert.deepEqual((await rooms(alice)).map((one) => one.direct).sort(), [user("bob"), user("carol")]);
});

test("what was missed in a cut comes back", async () => {
  const alice = await client("alice");
  const bob = await client("bob");
  const arrival = next(bob.sdk, "subscribed");
  const channel = await direct(alice, user("bob"));
  await arrival; // what is said before he is there, he reads from the history
  await alice.sdk.publish(channel, { text: "one" });
  const back = next(bob.sdk, "subscribed");
  bob.cut();
  await alice.sdk.publish(channel, { text: "two" });
  const { recovered } = await back;
  assert.equal(recovered, true);
  await alice.sdk.publish(channel, { text: "three" });
  await bob.sdk.rpc("chat.history", { channel });
  assert.deepEqual(bob.heard.map(({ data }) => data.text), ["one", "two", "three"]);
});

test("nobody comes back to what is not theirs", async () => {
  const alice = await client("alice");
  const channel = await direct(alice, user("bob"));
  // An SDK that claims to have been subscribed by the server.
  for (const name of ["eve", undefined]) {
    const eve = await client(name);
    eve.sdk._serverSubs = { [channel]: { offset: 0, epoch: "x", recoverable: true } };
    const connected = next(eve.sdk, "connected");
    eve.cut();
    await connected;
    await assert.rejects(eve.sdk.rpc("chat.history", { channel }), { code: 103 });
  }
});

test("what cannot be is refused", async () => {
  const alice = await client("alice");
  const nobody = await client();
  const odd = await client(undefined, { sub: "al,ice" });
  await assert.rejects(direct(nobody, user("bob")), { code: 103 });
  await assert.rejects(direct(odd, user("bob")), { code: 108, message: /printable ASCII/ });
  for (const wrong of ["", undefined, 7, "a,b", "a#b", "a b", "bö", user("alice"), "x".repeat(250)])
    await assert.rejects(direct(alice, wrong), { code: 107 });
  assert.deepEqual(await rooms(alice), []);
});

test("nobody opens more than twenty in a minute", async () => {
  const alice = await client("alice");
  const phone = await client("alice");
  for (let i = 0; i < 10; ++i) {
    await direct(alice, user(`other-${i}`));
    await direct(phone, user(`other-${i}`));
  }
  await assert.rejects(direct(phone, user("bob")), { code: 111 });
  await direct(await client("bob"), user("alice"));
});
