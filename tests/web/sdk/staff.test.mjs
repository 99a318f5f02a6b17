// Staff looks after rooms from within the chat, and what it does is on record.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { Operator } from "../support/Operator.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { WebSocket } from "../support/packages.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

const env = { CHINWAG_AUTH_HMAC_SECRET: secret, CHINWAG_SERVER_TRUSTED_PROXIES: "127.0.0.1" };
let server;
let operator;
let clients;
let round = 0;

before(async () => {
  server = await ChatServer.start({ env });
  operator = await Operator.of(server);
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  round += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const room = (name = "a") => `chat:${round}-${name}`;
const user = (name) => `${name}-${round}`;

/** A client of the user `sub`, which comes from `address` if that is said. */
async function client({ sub, staff, address, subscribe = [room()], ...options } = {}) {
  const token =
    (sub !== undefined || staff) && sign({ ...(sub && { sub: user(sub) }), staff, exp: seconds() + 3600 });
  const made = new SdkClient(server, { ...(token && { token, getToken: async () => token }), ...options });
  if (address) {
    made.sdk._config.websocket = class extends WebSocket {
      constructor(url, protocols) {
        super(url, protocols, { headers: { "X-Forwarded-For": address } });
      }
    };
  }
  clients.push(made);
  made.context = await made.connect();
  made.logs = {};
  for (const channel of subscribe) made.logs[channel] = await made.subscribe(channel);
  return made;
}

const call = async (one, method, data) => (await one.sdk.rpc(`chat.${method}`, { channel: room(), ...data })).data;
const clientOf = async (one, accept) =>
  Object.values((await one.sdk.presence(room())).clients).find(accept).client;

/** The latest entries of the record, newest first. */
const record = async () => (await operator.get("audit?limit=5")).items;

async function say(one, text) {
  const heard = one.logs[room()].next(({ data }) => data.text === text);
  await one.sdk.publish(room(), { text });
  return (await heard).data.id;
}

test("who is staff is told so", async () => {
  assert.deepEqual((await client({ sub: "anna", staff: true })).context.data, { staff: true });
  assert.equal((await client({ sub: "bob" })).context.data, undefined);
});

// Who may do what: staff with a name, in a room that it is in, and nobody else.
const deeds = {
  kick: { user: "nobody" },
  mute: { user: "nobody", minutes: 1 },
  ban: { user: "nobody", minutes: 1 },
  sanctions: {},
  lift: { id: "0" },
  slow: { seconds: 0 },
  unlock: {},
};
const people = {
  "staff in the room": [{ sub: "anna", staff: true }, undefined],
  "staff elsewhere": [{ sub: "anna", staff: true, subscribe: [] }, 103],
  "a user": [{ sub: "bob" }, 103],
  "a user who is not staff": [{ sub: "bob", staff: false }, 103],
  "staff without a name": [{ sub: "", staff: true }, 103],
  "somebody anonymous": [{}, 103],
};
for (const [who, [options, code]] of Object.entries(people)) {
  test(`${who} is ${code ? "refused" : "let do"} what staff does`, async () => {
    const one = await client(options);
    const others = await client({ sub: "carl" });
    const id = await say(others, "theirs");
    for (const [method, data] of Object.entries({ ...deeds, redact: { id } })) {
      const done = call(one, method, data);
      if (code) await assert.rejects(done, (error) => error.code === code, method);
      else if (method === "lift") await assert.rejects(done, { code: 107, message: /of this room/ });
      else await done;
    }
  });
}

test("a message of somebody else is taken back", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob" });
  const id = await say(bob, "rude");
  const told = bob.logs[room()].next(({ data }) => data.type === "redact");
  await call(anna, "redact", { id, reason: "rude" });
  assert.equal((await told).data.id, id);
  const { messages } = await call(bob, "history", {});
  assert.equal(messages[0].data.text, undefined);
  const [entry] = await record();
  assert.deepEqual([entry.action, entry.actor, entry.reason], ["message.redact", `user:${user("anna")}`, "rude"]);
  // What is one's own goes as it does for everybody, and is nothing for the record.
  await call(anna, "redact", { id: await say(anna, "mine") });
  assert.equal((await record())[0].seq, entry.seq);
  await assert.rejects(call(anna, "redact", { id }), { code: 107 });
});

test("a user is kicked off the room's connections, and may come back", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob" });
  const phone = await client({ sub: "bob" });
  const elsewhere = await client({ sub: "bob", subscribe: [] });
  const gone = [bob, phone].map(({ sdk }) => next(sdk, "disconnected"));
  assert.deepEqual(await call(anna, "kick", { user: user("bob"), reason: "calm down" }), { count: 2 });
  for (const { code, reason } of await Promise.all(gone)) assert.deepEqual([code, reason], [4500, "calm down"]);
  await elsewhere.sdk.rpc("chat.rooms", {});
  const [entry] = await record();
  assert.deepEqual([entry.action, entry.actor], ["connection.kick_many", `user:${user("anna")}`]);
  const back = await client({ sub: "bob" });
  // One of them, by its name in the presence.
  const left = next(back.sdk, "disconnected");
  const id = await clientOf(anna, (info) => info.user === user("bob"));
  assert.deepEqual(await call(anna, "kick", { client: id }), { count: 1 });
  assert.equal((await left).code, 4500);
  assert.equal((await record())[0].action, "connection.kick");
  assert.deepEqual(await call(anna, "kick", { user: user("bob") }), { count: 0 });
});

test("a client of the plain dialect is kicked like any other", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=${round}-a&nick=Carl`);
  await new Promise((resolve) => socket.once("open", resolve));
  const gone = new Promise((resolve) => socket.once("close", resolve));
  const id = await clientOf(anna, (info) => info.connInfo?.nick === "Carl");
  assert.deepEqual(await call(anna, "kick", { client: id }), { count: 1 });
  assert.equal(await gone, 4500);
});

test("who is muted reads on and writes no more, until it is lifted", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob", subscribe: [room(), room("b")] });
  const imposed = await call(anna, "mute", { user: user("bob"), minutes: 5, reason: "spam" });
  const { id, time, until, ...rest } = imposed;
  assert.deepEqual(rest, {
    kind: "mute",
    target: "user",
    user: user("bob"),
    reason: "spam",
    by: `user:${user("anna")}`,
  });
  assert.equal(until - time, 5 * 60_000);
  await assert.rejects(bob.sdk.publish(room(), { text: "x" }), { code: 103, message: /spam/ });
  await bob.sdk.publish(room("b"), { text: "here I may" });
  await say(anna, "he reads this");
  const [entry] = await record();
  assert.deepEqual(
    [entry.action, entry.actor, entry.target],
    ["mute.add", `user:${user("anna")}`, `user ${user("bob")} in ${room()}`],
  );
  assert.deepEqual(await call(anna, "sanctions", {}), { sanctions: [imposed] });
  assert.equal((await call(anna, "lift", { id, reason: "sorry" })).id, id);
  assert.equal((await record())[0].action, "mute.lift");
  assert.deepEqual(await call(anna, "sanctions", {}), { sanctions: [] });
  await bob.sdk.publish(room(), { text: "again" });
  await assert.rejects(call(anna, "lift", { id }), { code: 107 });
});

test("who is banned leaves the room at once, and the room alone", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob", subscribe: [room(), room("b")] });
  const left = next(bob.logs[room()].subscription, "unsubscribed");
  const id = await clientOf(anna, (info) => info.user === user("bob"));
  const imposed = await call(anna, "ban", { client: id });
  assert.deepEqual([imposed.kind, imposed.user, imposed.until], ["ban", user("bob"), undefined]);
  assert.equal((await left).code, 2000);
  await bob.sdk.publish(room("b"), { text: "here I may" });
  const again = await client({ sub: "bob", subscribe: [] });
  const back = again.sdk.newSubscription(room());
  const refused = next(back, "unsubscribed");
  back.subscribe();
  assert.equal((await refused).code, 103);
  await call(anna, "lift", { id: imposed.id });
  const returned = next(back, "subscribed");
  back.subscribe();
  await returned;
});

test("somebody anonymous is known by the address", async () => {
  const anna = await client({ sub: "anna", staff: true, address: "192.0.2.1" });
  const near = await client({ address: "192.0.2.1", data: { nick: "Near" } });
  const far = await client({ address: "2001:db8::7", data: { nick: "Far" } });
  const named = (nick) => clientOf(anna, (info) => info.connInfo?.nick === nick);
  const imposed = await call(anna, "mute", { client: await named("Far") });
  assert.deepEqual([imposed.target, imposed.user], ["cidr", undefined]);
  assert.equal(JSON.stringify(imposed).includes("2001"), false);
  await assert.rejects(far.sdk.publish(room(), { text: "x" }), { code: 103 });
  const moved = await client({ address: "2001:db8::8" });
  await assert.rejects(moved.sdk.publish(room(), { text: "x" }), { code: 103 });
  await near.sdk.publish(room(), { text: "I may" });
  // Whoever comes from where she does is not hers to keep off.
  const hers = { code: 107, message: /hit you/ };
  await assert.rejects(call(anna, "ban", { client: await named("Near") }), hers);
});

test("a room is locked and slow for all but staff, and all are told", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob" });
  const told = () => bob.logs[room()].next(({ data }) => data.type === "rules");
  const free = { locked: false, slow_seconds: 0 };
  assert.deepEqual(await call(bob, "rules", {}), free);

  let hears = told();
  const locked = { locked: true, slow_seconds: 0 };
  assert.deepEqual(await call(anna, "lock", { reason: "night" }), locked);
  const { data, offset } = await hears;
  assert.deepEqual([data, offset], [{ type: "rules", ...locked }, undefined]);
  assert.deepEqual(await call(bob, "rules", {}), locked);
  const [entry] = await record();
  assert.deepEqual(
    [entry.action, entry.actor, entry.target, entry.reason],
    ["room.rules", `user:${user("anna")}`, room(), "night"],
  );
  await assert.rejects(bob.sdk.publish(room(), { text: "x" }), { code: 103, message: /locked/ });
  await say(anna, "good night");

  // One is changed, and the other stays.
  hears = told();
  assert.deepEqual(await call(anna, "slow", { seconds: 30 }), { locked: true, slow_seconds: 30 });
  assert.deepEqual((await hears).data, { type: "rules", locked: true, slow_seconds: 30 });
  assert.deepEqual(await call(anna, "unlock", {}), { locked: false, slow_seconds: 30 });
  await say(bob, "my turn");
  await assert.rejects(bob.sdk.publish(room(), { text: "again" }), { code: 111, message: /30 s/ });
  await say(anna, "one");
  await say(anna, "two");
  assert.deepEqual(await call(anna, "slow", { seconds: 0 }), free);
  await say(bob, "at last");

  // What an operator lays down is told as well.
  hears = told();
  const { ok } = await operator.ask(`rooms/${room()}/rules`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ locked: true, reason: "night" }),
  });
  assert.ok(ok);
  assert.deepEqual((await hears).data, { type: "rules", ...locked });
  await call(anna, "unlock", {});
});

test("word of a room's rules is not lost among those who are writing", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const bob = await client({ sub: "bob" });
  const crowd = await Promise.all(Array.from({ length: 30 }, () => client({})));
  const locked = bob.logs[room()].next(({ data }) => data.type === "rules" && data.locked);
  const free = bob.logs[room()].next(({ data }) => data.type === "rules" && !data.locked);
  await Promise.all(crowd.map((one) => call(one, "typing", {})));
  await call(anna, "lock", {});
  await call(anna, "unlock", {});
  await Promise.all([locked, free]);
});

test("rules that make no sense are refused", async () => {
  const anna = await client({ sub: "anna", staff: true, subscribe: [room(), "plain"] });
  for (const seconds of [undefined, -1, 1.5, "5", null, 21_601])
    await assert.rejects(call(anna, "slow", { seconds }), { code: 107 }, `${seconds}`);
  await assert.rejects(call(anna, "lock", { reason: "x".repeat(101) }), { code: 107 });
  await assert.rejects(call(anna, "lock", { channel: "plain" }), { code: 108 });
  await assert.rejects(call(anna, "rules", { channel: "plain" }), { code: 108 });
  await assert.rejects(call(anna, "rules", { channel: room("b") }), { code: 103 });
  assert.deepEqual(await call(anna, "slow", { seconds: 21_600 }), { locked: false, slow_seconds: 21_600 });
});

test("what operators have laid down everywhere is theirs", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const answer = await operator.ask("mutes", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ target: "user", value: user("bob"), reason: "spam" }),
  });
  const { id } = await answer.json();
  assert.deepEqual(await call(anna, "sanctions", {}), { sanctions: [] });
  await assert.rejects(call(anna, "lift", { id: `${id}` }), { code: 107 });
});

test("what makes no sense is refused", async () => {
  const anna = await client({ sub: "anna", staff: true });
  const own = await clientOf(anna, (info) => info.user === user("anna"));
  const bob = user("bob");
  for (const wrong of [
    {},
    { user: "" },
    { user: bob, client: own },
    { client: "nobody" },
    { client: own },
    { user: user("anna") },
    { user: "x".repeat(256) },
    { user: bob, reason: "x".repeat(101) },
    { user: bob, reason: "a\nb" },
    { user: bob, reason: 1 },
    { user: bob, minutes: 0 },
    { user: bob, minutes: -1 },
    { user: bob, minutes: 1.5 },
    { user: bob, minutes: "5" },
    { user: bob, minutes: 5_256_001 },
  ])
    await assert.rejects(call(anna, "ban", wrong), { code: 107 }, JSON.stringify(wrong));
  assert.deepEqual(await call(anna, "sanctions", {}), { sanctions: [] });
});
