// How far somebody has read, and in which rooms.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { SdkClient } from "../support/SdkClient.mjs";
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

const room = (name) => `chat:${round}-${name}`;
const user = (name) => `${name}-${round}`;

/** A client of the user `sub`, or of nobody in particular. */
async function client({ sub, at = server, subscribe = [], ...options } = {}) {
  const token = sub && sign({ sub: user(sub), exp: seconds() + 3600 });
  const made = await SdkClient.connected(at, { ...(sub && { token, getToken: async () => token }), ...options });
  clients.push(made);
  made.logs = {};
  for (const name of subscribe) made.logs[name] = await made.subscribe(room(name));
  return made;
}

/** Publishes, and resolves with the message as everyone hears it. */
async function say(log, text) {
  const heard = log.next(({ data }) => data.text === text);
  await log.subscription.publish({ text });
  return (await heard).data;
}

const read = (one, name, id) => one.sdk.rpc("chat.read", { channel: room(name), id });
const rooms = async (one, data = {}) => (await one.sdk.rpc("chat.rooms", data)).data;

test("what somebody has read is told to the others, and kept", async () => {
  const alice = await client({ sub: "alice", subscribe: ["a"], data: { nick: "Alice" } });
  const bob = await client({ sub: "bob", subscribe: ["a"] });
  const { id } = await say(alice.logs.a, "one");
  const told = alice.logs.a.next(({ data }) => data.type === "read");
  await read(bob, "a", id);
  const { data, offset, info } = await told;
  assert.deepEqual(data, { type: "read", nick: "Anonymous", id });
  assert.equal(offset, undefined);
  assert.equal(info.user, user("bob"));
  // It has no place in the history, and is there for the user's next connection.
  const { publications } = await alice.logs.a.subscription.history({ limit: -1 });
  assert.deepEqual(
    publications.map((one) => one.data.text),
    ["one"],
  );
  bob.close();
  const again = await client({ sub: "bob" });
  const [listed] = (await rooms(again)).rooms;
  assert.equal(listed.channel, room("a"));
  assert.equal(listed.marker.id, id);
  assert.ok(Math.abs(listed.marker.time - Date.now()) < 60_000);
});

test("rooms are listed with what was not read in them", async () => {
  const alice = await client({ sub: "alice", subscribe: ["a", "b", "c"] });
  const bob = await client({ sub: "bob", subscribe: ["b", "c"] });
  const first = await say(alice.logs.a, "one");
  await say(alice.logs.a, "two");
  await say(bob.logs.b, "three");
  await say(bob.logs.b, "four");
  const own = await say(alice.logs.b, "her own");
  await say(bob.logs.b, "five");
  await read(alice, "a", first.id);
  const summary = ({ channel, marker, unread, more }) => [channel, marker?.id, unread, more];
  const listed = await rooms(alice);
  assert.deepEqual(listed.rooms.map(summary), [
    [room("a"), first.id, 0, undefined], // the second one is her own
    [room("b"), undefined, 3, undefined],
    [room("c"), undefined, 0, undefined],
  ]);
  assert.equal(listed.next, undefined);
  assert.ok(Math.abs(listed.rooms[1].last - Date.now()) < 60_000);
  assert.equal(listed.rooms[2].last, undefined);
  await read(alice, "b", own.id);
  await read(alice, "b", own.id);
  assert.equal((await rooms(alice)).rooms[1].unread, 1);
  // A marker does not go back.
  const { messages } = (await alice.sdk.rpc("chat.history", { channel: room("b") })).data;
  await read(alice, "b", messages.at(-1).data.id);
  assert.equal((await rooms(alice)).rooms[1].marker.id, own.id);
});

test("what speaks to somebody is counted, however old it is", async () => {
  const alice = await client({ sub: "alice", subscribe: ["a"], data: { nick: "Alice" } });
  const bob = await client({ sub: "bob", subscribe: ["a"], data: { nick: "Bob" } });
  const own = await say(alice.logs.a, "who comes?");
  await say(bob.logs.a, "not me, @alice, sorry");
  const heard = bob.logs.a.next(({ data }) => data.text === "nor I");
  await bob.sdk.publish(room("a"), { text: "nor I", reply_to: own.id });
  await heard;
  for (let i = 0; i < 120; i += 1) await say(bob.logs.a, `${i}`);
  const [listed] = (await rooms(alice)).rooms;
  assert.deepEqual([listed.unread, listed.mentions], [122, 2]);
  // Who is called otherwise is not meant.
  await alice.sdk.rpc("chat.nick", { nick: "Alicia" });
  assert.equal((await rooms(alice)).rooms[0].mentions, 1);
  await read(alice, "a", own.id);
  assert.equal((await rooms(alice)).rooms[0].mentions, 1);
});

test("rooms come in pages", async () => {
  const names = ["e", "A", "d", "a", "c"];
  const alice = await client({ sub: "alice", subscribe: names });
  const all = [];
  for (let after = ""; after !== undefined; ) {
    const page = await rooms(alice, { after, limit: 2 });
    all.push(...page.rooms.map(({ channel }) => channel));
    after = page.next;
  }
  assert.deepEqual(all, names.map(room).sort());
  for (const wrong of [{ limit: 0 }, { limit: 101 }, { after: 7 }])
    await assert.rejects(rooms(alice, wrong), { code: 107 });
});

test("a room that is not open to somebody any more shows nothing of what goes on there", async () => {
  const token = (claims) => sign({ sub: user("alice"), exp: seconds() + 3600, ...claims });
  const secretRoom = `chat:$secret-${round}`;
  const alice = await client({ sub: "alice" });
  const log = await alice.subscribe(secretRoom, { token: token({ channel: secretRoom }) });
  const { id } = await say(log, "one");
  await alice.sdk.rpc("chat.read", { channel: secretRoom, id });
  assert.equal((await rooms(alice)).rooms[0].unread, 0);
  log.subscription.unsubscribe();
  const [closed] = (await rooms(alice)).rooms;
  assert.deepEqual(closed, { channel: secretRoom, marker: closed.marker });
  assert.equal(closed.marker.id, id);
});

test("somebody anonymous reads for the moment", async () => {
  const alice = await client({ subscribe: ["a"], data: { nick: "Alice" } });
  const bob = await client({ subscribe: ["a"], data: { nick: "Bob" } });
  const { id } = await say(alice.logs.a, "one");
  const told = alice.logs.a.next(({ data }) => data.type === "read");
  await read(bob, "a", id);
  assert.deepEqual((await told).data, { type: "read", nick: "Bob", id });
  const [listed] = (await rooms(bob)).rooms;
  assert.deepEqual(listed, { channel: room("a"), last: listed.last });
});

test("what cannot be marked is refused", async () => {
  for (const sub of ["alice", undefined]) {
    const one = await client({ sub, subscribe: ["a"] });
    await assert.rejects(read(one, "a", undefined), { code: 107 });
    await assert.rejects(read(one, "a", "0000000000000000"), {
      code: 107,
      message: "there is no such message in this room",
    });
    await assert.rejects(read(one, "elsewhere", "0000000000000000"), { code: 103 });
  }
});

test("where nothing is kept, reading is told and rooms are not listed", async () => {
  const alice = await client({ sub: "alice", at: memory, subscribe: ["a"] });
  const bob = await client({ sub: "bob", at: memory, subscribe: ["a"] });
  const { id } = await say(alice.logs.a, "one");
  const told = alice.logs.a.next(({ data }) => data.type === "read");
  await read(bob, "a", id);
  assert.equal((await told).data.id, id);
  await assert.rejects(rooms(bob), { code: 108 });
});
