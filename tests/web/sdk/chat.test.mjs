// What an application does with the published SDK, unmodified, against the real server.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";

let server;
let clients;
let room = 0;

before(async () => (server = await ChatServer.start()));
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  room += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

async function client(options) {
  const made = await SdkClient.connected(server, options);
  clients.push(made);
  return made;
}
const channel = () => `chat:room-${room}`;
const texts = (log) => log.publications.map((publication) => publication.data.text);

/** A client of the seed's dialect, with the lines that it hears. */
async function plain(nick) {
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=room-${room}&nick=${nick}`);
  const lines = [];
  const waiting = [];
  socket.on("message", (data) => {
    lines.push(data.toString());
    waiting.splice(0).forEach((tell) => tell());
  });
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  clients.push(socket);
  return {
    socket,
    lines,
    async expect(count) {
      while (lines.length < count) await new Promise((resolve) => waiting.push(resolve));
      return lines;
    },
  };
}

// PostgreSQL could not keep them, and the room would have to begin anew for everybody.
test("names of messages with a zero are refused, a text with one is told", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const log = await alice.subscribe(channel());
  for (const more of [{ client_id: "a\u0000b" }, { reply_to: "a\u0000b" }, { client_id: "a\nb" }])
    await assert.rejects(log.subscription.publish({ text: "x", ...more }), { code: 107 });
  for (const [method, more] of [
    ["chat.report", { id: "a\u0000", reason: "x" }],
    ["chat.report", { id: "a", reason: "x\u0000" }],
    ["chat.read", { id: "\u0000" }],
    ["chat.rooms", { after: "\u0000" }],
    ["chat.search", { text: "\u0000" }],
  ])
    await assert.rejects(alice.sdk.rpc(method, { channel: channel(), ...more }), { code: 107 });
  const come = log.next();
  await log.subscription.publish({ text: "a\u0000b" });
  assert.equal((await come).data.text, "a\u0000b");
});

test("two clients talk, and both hear both in the same order", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const bob = await client({ data: { nick: "Bob" } });
  const heardByAlice = await alice.subscribe(channel());
  const heardByBob = await bob.subscribe(channel());
  const last = (log) => log.next((publication) => publication.data.text === "two");
  const both = Promise.all([last(heardByAlice), last(heardByBob)]);
  await heardByAlice.subscription.publish({ text: "one", unknown: 1 });
  await heardByBob.subscription.publish({ text: "two" });
  await both;
  assert.deepEqual(texts(heardByAlice), ["one", "two"]);
  assert.deepEqual(heardByBob.publications, heardByAlice.publications);
  const [first] = heardByBob.publications;
  assert.equal(first.data.nick, "Alice");
  assert.match(first.data.id, /^[0-9a-f]{24}$/);
  assert.equal(first.data.unknown, undefined);
  assert.equal(first.offset, 1);
  assert.deepEqual(first.info.connInfo, { nick: "Alice" });
});

test("a client of the seed's dialect chats with one of the SDK", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const heard = await alice.subscribe(channel());
  const seed = await plain("Bob");
  const come = heard.next();
  seed.socket.send("Bob: Hello");
  const publication = await come;
  assert.deepEqual({ ...publication.data, id: undefined }, { id: undefined, nick: "Bob", text: "Hello" });
  await heard.subscription.publish({ text: "Hi" });
  assert.deepEqual(await seed.expect(2), ["Bob: Hello", "Alice: Hi"]);
});

test("who is there is told, and who comes and goes", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const log = await alice.subscribe(channel(), { joinLeave: true });
  const bob = await client({ data: { nick: "Bob" } });
  const joined = next(log.subscription, "join");
  await bob.subscribe(channel());
  assert.equal((await joined).info.connInfo.nick, "Bob");
  const presence = await log.subscription.presence();
  const nicks = Object.values(presence.clients).map((one) => one.connInfo.nick);
  assert.deepEqual(nicks.sort(), ["Alice", "Bob"]);
  assert.deepEqual(await log.subscription.presenceStats(), { numClients: 2, numUsers: 1 });
  const left = next(log.subscription, "leave");
  bob.close();
  assert.equal((await left).info.connInfo.nick, "Bob");
});

test("history is paged both ways from a position", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const { subscription } = await alice.subscribe(channel());
  for (let i = 1; i <= 7; ++i) await subscription.publish({ text: `${i}` });
  const said = (result) => result.publications.map((publication) => publication.data.text).join("");
  const top = await subscription.history({ limit: 0 });
  assert.equal(top.offset, 7);
  assert.equal(said(top), "");
  const all = await subscription.history({ limit: -1 });
  assert.equal(said(all), "1234567");
  const page = await subscription.history({ limit: 3, since: { offset: 2, epoch: top.epoch } });
  assert.equal(said(page), "345");
  const back = await subscription.history({ limit: 3, since: { offset: 5, epoch: top.epoch }, reverse: true });
  assert.equal(said(back), "432");
  await assert.rejects(subscription.history({ limit: 1, since: { offset: 2, epoch: "other" } }), { code: 112 });
});

test("what was said during a cut arrives once, in order", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const bob = await client({ data: { nick: "Bob" } });
  const speaker = await alice.subscribe(channel());
  const listener = await bob.subscribe(channel());
  await speaker.subscription.publish({ text: "0" });
  for (let round = 1; round <= 5; ++round) {
    const back = next(listener.subscription, "subscribed");
    const caughtUp = listener.next((publication) => publication.data.text === `${round * 10}`);
    bob.cut();
    for (let i = 1; i <= 10; ++i) await speaker.subscription.publish({ text: `${(round - 1) * 10 + i}` });
    const context = await back;
    assert.equal(context.wasRecovering, true);
    assert.equal(context.recovered, true);
    await caughtUp;
  }
  const expected = Array.from({ length: 51 }, (_, i) => `${i}`);
  assert.deepEqual(texts(listener), expected);
});

test("a client that missed more than is remembered is told so", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const bob = await client({ data: { nick: "Bob" }, minReconnectDelay: 1_000, maxReconnectDelay: 1_000 });
  const speaker = await alice.subscribe(channel());
  const listener = await bob.subscribe(channel());
  await speaker.subscription.publish({ text: "before" });
  const back = next(listener.subscription, "subscribed");
  const down = next(bob.sdk, "connecting");
  bob.cut();
  await down;
  await Promise.all(Array.from({ length: 5_000 }, () => speaker.subscription.publish({ text: "much" })));
  const context = await back;
  assert.equal(context.wasRecovering, true);
  assert.equal(context.recovered, false);
});

test("commands that are wrong are answered, and the connection lives on", async () => {
  const alice = await client();
  const refusal = async (name) => {
    const subscription = alice.sdk.newSubscription(name);
    const refused = next(subscription, "unsubscribed");
    subscription.subscribe();
    return (await refused).code;
  };
  assert.equal(await refusal("nowhere:1"), 102);
  assert.equal(await refusal("chat:a b"), 107);
  await assert.rejects(alice.sdk.rpc("nothing", {}), { code: 104 });
  await assert.rejects(alice.sdk.publish(channel(), { text: "not subscribed" }), { code: 103 });
  const { subscription } = await alice.subscribe(channel());
  await assert.rejects(subscription.publish({ text: "" }), { code: 107 });
  await assert.rejects(subscription.publish({ text: "a", nick: "a\u202eb" }), { code: 107 });
  await assert.rejects(subscription.publish({ text: "x".repeat(4_001) }), { code: 107 });
  await assert.rejects(subscription.publish("text"), { code: 107 });
  await subscription.publish({ text: "still here" });
  assert.equal(alice.sockets.length, 1);
});

test("the other SDK's way to publish many at once is understood", async () => {
  const alice = await client();
  const { subscription, publications, ...log } = await alice.subscribe(channel());
  const last = log.next((publication) => publication.data.text === "99");
  alice.sdk.startBatching();
  const sent = Array.from({ length: 100 }, (_, i) => subscription.publish({ text: `${i}` }));
  alice.sdk.stopBatching();
  await Promise.all(sent);
  await last;
  assert.deepEqual(
    publications.map((publication) => publication.offset),
    Array.from({ length: 100 }, (_, i) => i + 1),
  );
});

test("an unsubscribed client hears nothing, and catches up when it comes back", async () => {
  const alice = await client();
  const bob = await client();
  const heard = await alice.subscribe(channel());
  const speaker = await bob.subscribe(channel());
  heard.subscription.unsubscribe();
  await assert.rejects(alice.sdk.publish(channel(), { text: "not there" }), { code: 103 });
  await speaker.subscription.publish({ text: "missed" });
  assert.deepEqual(texts(heard), []);
  const come = heard.next((publication) => publication.data.text === "heard");
  const again = next(heard.subscription, "subscribed");
  heard.subscription.subscribe();
  await again;
  await speaker.subscription.publish({ text: "heard" });
  await come;
  assert.deepEqual(texts(heard), ["missed", "heard"]);
});
