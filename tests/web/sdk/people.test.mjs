// How one finds rooms, and who is in them.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { SdkClient } from "../support/SdkClient.mjs";
import { WebSocket } from "../support/packages.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

const env = { CHINWAG_AUTH_HMAC_SECRET: secret };
let server;
let clients;
let round = 0;

before(async () => {
  server = await ChatServer.start({ env });
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  round += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const room = (name) => `chat:${round}-${name}`;

async function client({ sub, claims, at = server, subscribe = [], ...options } = {}) {
  const token = sub && sign({ sub, exp: seconds() + 3600, ...claims });
  const made = await SdkClient.connected(at, { ...(sub && { token, getToken: async () => token }), ...options });
  clients.push(made);
  for (const channel of subscribe) await made.subscribe(channel);
  return made;
}

/** The whole list, once it shows what `accept` wants: it is up to a second old. */
async function directory(one, text, accept, limit = 100) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const rooms = [];
    let page = {};
    do {
      page = (await one.sdk.rpc("chat.directory", { text, limit, ...(page.next && { after: page.next }) })).data;
      rooms.push(...page.rooms);
    } while (page.next);
    if (accept(rooms)) return rooms;
  }
  throw new Error(`the directory never showed ${accept}`);
}

test("rooms in use are found, with how many people are there", async () => {
  const alice = await client({ sub: "alice", subscribe: [room("b"), room("a"), `chat:${round}-team#alice`] });
  await client({ sub: "alice", subscribe: [room("a")] });
  const nobody = await client({ subscribe: [room("a")] });
  await client({ subscribe: [room("a")] });
  const said = alice.sdk.publish(room("b"), { text: "hi" });
  await said;
  const all = await directory(nobody, `${round}-`, (rooms) => rooms[0]?.people === 3 && rooms[1]?.last);
  assert.deepEqual(
    all.map(({ channel, people }) => [channel, people]),
    [
      [room("a"), 3],
      [room("b"), 1],
    ],
  );
  assert.equal(all[0].last, undefined);
  assert.ok(Math.abs(all[1].last - Date.now()) < 60_000);
  assert.deepEqual(await directory(nobody, `${round}-`, (rooms) => rooms.length === 2, 1), all);
  const wrong = [{ after: "x" }, { after: 1 }, { limit: 0 }, { limit: 101 }, { text: 1 }];
  for (const data of wrong) await assert.rejects(nobody.sdk.rpc("chat.directory", data), { code: 107 });
});

test("a room is found after a restart by what was said there", async () => {
  const phoenix = await ChatServer.start({ env });
  const { port, home } = phoenix;
  const alice = await client({ sub: "alice", at: phoenix, subscribe: ["chat:kept", "chat:silent"] });
  await alice.sdk.publish("chat:kept", { text: "hi" });
  const before = await directory(alice, "", ([kept]) => kept?.last);
  alice.close();
  await phoenix.stop("SIGTERM", { keepHome: true });
  const risen = await ChatServer.start({ env, port, home });
  try {
    const bob = await client({ sub: "bob", at: risen });
    const rooms = await directory(bob, "", () => true);
    assert.deepEqual(rooms, [{ channel: "chat:kept", people: 0, last: before[0].last }]);
    // Somebody comes, and it is still known.
    await bob.subscribe("chat:kept");
    assert.deepEqual(await directory(bob, "", ([kept]) => kept.people === 1), [{ ...rooms[0], people: 1 }]);
  } finally {
    await risen.stop();
    await rm(home, { recursive: true, force: true });
  }
});

test("more is told of one whom the presence shows", async () => {
  const started = Date.now();
  const alice = await client({ sub: "alice", subscribe: [room("a")], data: { nick: "Alice" } });
  const nobody = await client({ subscribe: [room("a"), room("b")] });
  const boss = await client({ sub: "boss", claims: { staff: true, info: { nick: "Boss" } }, subscribe: [room("a")] });
  const { clients: present } = await alice.sdk.presence(room("a"));
  const whois = async (one, user, from = room("a")) => {
    const shown = Object.values(present).find((info) => info.user === user);
    return (await one.sdk.rpc("chat.whois", { channel: from, client: shown.client })).data;
  };
  const first = await whois(nobody, "alice");
  assert.deepEqual(Object.keys(first), ["client", "user", "nick", "since", "active"]);
  assert.deepEqual([first.user, first.nick], ["alice", "Alice"]);
  assert.ok(first.since >= started - 60_000 && first.since <= first.active && first.active <= Date.now() + 60_000);
  // What a person does counts, not what a program asks.
  await alice.sdk.rpc("chat.rooms", {});
  assert.equal((await whois(nobody, "alice")).active, first.active);
  while (Date.now() <= first.active) await new Promise(setImmediate);
  await alice.sdk.publish(room("a"), { text: "hi" });
  const second = await whois(nobody, "alice");
  assert.ok(second.active > first.active);
  assert.equal(second.since, first.since);
  const { nick, staff } = await whois(alice, "boss");
  assert.deepEqual([nick, staff], ["Boss", true]);
  assert.deepEqual(Object.keys(await whois(alice, "")), ["client", "since", "active"]);
  // One has to be there, and so has the other.
  const elsewhere = await client({ sub: "eve" });
  await assert.rejects(whois(elsewhere, "alice"), { code: 103 });
  await assert.rejects(whois(nobody, "alice", room("b")), { code: 107 });
  for (const wrong of [undefined, "", "x", 1])
    await assert.rejects(nobody.sdk.rpc("chat.whois", { channel: room("a"), client: wrong }), { code: 107 });
});

test("it is told when each of those in a room was last active", async () => {
  const alice = await client({ sub: "alice", subscribe: [room("a")] });
  const phone = await client({ sub: "alice", subscribe: [room("a")] });
  const nobody = await client({ subscribe: [room("a")] });
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=${round}-a&nick=Carl`);
  await new Promise((resolve) => socket.once("open", resolve));
  const activity = async () => {
    const { people } = (await nobody.sdk.rpc("chat.activity", { channel: room("a") })).data;
    return new Map(people.map(({ user, client: id, active, ...rest }) => {
      assert.deepEqual(rest, {});
      assert.equal((user === undefined) !== (id === undefined), true);
      return [user ?? "", active];
    }));
  };
  const before = await activity();
  assert.deepEqual([...before.keys()].sort(), ["", "alice"]);
  while (Date.now() <= before.get("alice")) await new Promise(setImmediate);
  // Whichever of her connections it is, and that it was asked for is nothing that somebody did.
  await phone.sdk.publish(room("a"), { text: "hi" });
  const after = await activity();
  assert.ok(after.get("alice") > before.get("alice"));
  assert.equal(after.get(""), before.get(""));
  const elsewhere = await client({ sub: "eve" });
  await assert.rejects(elsewhere.sdk.rpc("chat.activity", { channel: room("a") }), { code: 103 });
  await assert.rejects(alice.sdk.rpc("chat.activity", {}), { code: 107 });
  socket.close();
});

test("of a client of the plain dialect there is what it has said of itself", async () => {
  const alice = await client({ sub: "alice", subscribe: [room("a")] });
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=${round}-a&nick=Carl`);
  await new Promise((resolve) => socket.once("open", resolve));
  const { clients: present } = await alice.sdk.presence(room("a"));
  const { client: id } = Object.values(present).find((info) => info.connInfo?.nick === "Carl");
  const { data } = await alice.sdk.rpc("chat.whois", { channel: room("a"), client: id });
  assert.deepEqual(data, { client: id, nick: "Carl" });
  socket.close();
});
