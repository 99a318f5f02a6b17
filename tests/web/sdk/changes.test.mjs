// What happens to messages after they were said: edits, redactions.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { Operator } from "../support/Operator.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

const env = { CHINWAG_AUTH_HMAC_SECRET: secret };
let server;
let memory; // a server that keeps nothing
let clients;
let room = 0;

before(async () => {
  server = await ChatServer.start({ env });
  memory = await ChatServer.start({ env, args: ["--database", "none"] });
});
after(() => Promise.all([server?.stop(), memory?.stop()]));
beforeEach(() => {
  clients = [];
  room += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const channel = () => `chat:room-${room}`;

/** A client of the user `sub`, or of nobody in particular. */
async function client({ sub, at = server, ...options } = {}) {
  const token = sub && sign({ sub, exp: seconds() + 3600 });
  const made = await SdkClient.connected(at, { ...(sub && { token, getToken: async () => token }), ...options });
  clients.push(made);
  return made;
}

/** Publishes, and resolves with the message as everyone hears it. */
async function say(log, text) {
  const heard = log.next(({ data }) => data.text === text);
  await log.subscription.publish({ text });
  return (await heard).data;
}

const call = async (one, method, data) => (await one.sdk.rpc(`chat.${method}`, { channel: channel(), ...data })).data;
const told = (log, type) => log.next(({ data }) => data.type === type);
const dataOf = (publications) => publications.map(({ data }) => data);

/** Everything that the server still tells of the room, by whichever way. */
async function everything(one, subscription, words) {
  const past = await subscription.history({ limit: -1 });
  const { messages } = await call(one, "history", {});
  const found = await Promise.all(words.map((text) => call(one, "search", { text })));
  return JSON.stringify([past.publications, messages, found]);
}

for (const kind of ["kept on disk", "only remembered"]) {
  const at = () => (kind === "kept on disk" ? server : memory);

  test(`an edit is told to all and is all that is told from then on: ${kind}`, async () => {
    const alice = await client({ sub: "alice", at: at() });
    const bob = await client({ sub: "bob", at: at() });
    const log = await alice.subscribe(channel());
    const heard = await bob.subscribe(channel());
    const { id } = await say(log, "mistaek");
    const come = told(heard, "edit");
    await call(alice, "edit", { id, text: "mistake" });
    const { data, offset } = await come;
    assert.equal(offset, 2);
    assert.ok(Math.abs(data.edited - Date.now()) < 60_000);
    assert.deepEqual(data, { type: "edit", id, text: "mistake", edited: data.edited });
    const { publications } = await log.subscription.history({ limit: -1 });
    assert.deepEqual(dataOf(publications), [{ id, nick: "Anonymous", text: "mistake", edited: data.edited }, data]);
    assert.equal(publications[0].info.user, "alice");

    await call(alice, "edit", { id, text: "no mistake" });
    const again = await log.subscription.history({ limit: -1 });
    assert.deepEqual(
      dataOf(again.publications).map(({ type, text }) => [type, text]),
      [
        [undefined, "no mistake"],
        ["edit", "no mistake"],
        ["edit", "no mistake"],
      ],
    );
  });

  test(`a redaction leaves a tombstone: ${kind}`, async () => {
    const alice = await client({ sub: "alice", at: at() });
    const log = await alice.subscribe(channel());
    const { id } = await say(log, "secret");
    await call(alice, "edit", { id, text: "still secret" });
    const come = told(log, "redact");
    await call(alice, "redact", { id });
    assert.deepEqual((await come).data, { type: "redact", id });
    const { publications } = await log.subscription.history({ limit: -1 });
    const tombstone = { type: "redact", id };
    assert.deepEqual(dataOf(publications), [tombstone, tombstone, tombstone]);
    await assert.rejects(call(alice, "edit", { id, text: "back again" }), { code: 107 });
    await assert.rejects(call(alice, "redact", { id }), { code: 107 });
  });

  test(`nobody changes what somebody else has said: ${kind}`, async () => {
    const alice = await client({ sub: "alice", at: at() });
    const second = await client({ sub: "alice", at: at() });
    const bob = await client({ sub: "bob", at: at() });
    const anonymous = await client({ at: at() });
    const other = await client({ at: at() });
    const logs = await Promise.all([alice, second, bob, anonymous, other].map((one) => one.subscribe(channel())));
    const { id } = await say(logs[0], "hers");
    for (const one of [bob, anonymous]) {
      await assert.rejects(call(one, "edit", { id, text: "his" }), { code: 103 });
      await assert.rejects(call(one, "redact", { id }), { code: 103 });
    }
    await call(second, "edit", { id, text: "hers, from another device" });
    const { id: nameless } = await say(logs[3], "from nobody");
    await assert.rejects(call(other, "redact", { id: nameless }), { code: 103 });
    await assert.rejects(call(alice, "redact", { id: nameless }), { code: 103 });
    await call(anonymous, "redact", { id: nameless });
  });

  test(`what cannot be an edit is refused: ${kind}`, async () => {
    const alice = await client({ sub: "alice", at: at() });
    const log = await alice.subscribe(channel());
    const { id } = await say(log, "said");
    for (const text of ["", "x".repeat(4_001), 7, null])
      await assert.rejects(call(alice, "edit", { id, text }), { code: 107 });
    await assert.rejects(call(alice, "edit", { id }), { code: 107 });
    await assert.rejects(call(alice, "edit", { text: "no id" }), { code: 107 });
    await assert.rejects(call(alice, "redact", {}), { code: 107 });
    await assert.rejects(call(alice, "edit", { id: "0000000000000000", text: "none" }), {
      code: 107,
      message: "there is no such message in this room",
    });
    await assert.rejects(alice.sdk.rpc("chat.edit", { channel: "chat:elsewhere", id, text: "not there" }), {
      code: 103,
    });
    const { publications } = await log.subscription.history({ limit: -1 });
    assert.deepEqual(dataOf(publications), [{ id, nick: "Anonymous", text: "said" }]);
  });
}

for (const at of [() => server, () => memory]) {
  test("a reply is to a message of its room", async () => {
    const alice = await client({ at: at() });
    const log = await alice.subscribe(channel());
    const elsewhere = await alice.subscribe(`${channel()}-other`);
    const { id } = await say(log, "question");
    const { id: other } = await say(elsewhere, "in another room");
    const heard = log.next(({ data }) => data.text === "answer");
    await log.subscription.publish({ text: "answer", reply_to: id });
    assert.equal((await heard).data.reply_to, id);
    for (const reply_to of [other, "0000000000000000", "no id at all"])
      await assert.rejects(log.subscription.publish({ text: "to nothing", reply_to }), {
        code: 107,
        message: "reply_to must name a message of the same room",
      });
    const { publications } = await log.subscription.history({ limit: -1 });
    assert.deepEqual(
      dataOf(publications).map(({ text, reply_to }) => [text, reply_to]),
      [
        ["question", undefined],
        ["answer", id],
      ],
    );
    await call(alice, "redact", { id });
    await log.subscription.publish({ text: "to what is gone", reply_to: id });
  });
}

test("a reply may be to what only the disk remembers", async () => {
  const alice = await client();
  const log = await alice.subscribe(channel());
  const { id } = await say(log, "question");
  await Promise.all(Array.from({ length: 120 }, (_, i) => log.subscription.publish({ text: `${i}` })));
  const heard = log.next(({ data }) => data.text === "late answer");
  await log.subscription.publish({ text: "late answer", reply_to: id });
  assert.equal((await heard).data.reply_to, id);
});

test("what is wrong with a message is said", async () => {
  const alice = await client();
  const { subscription } = await alice.subscribe(channel());
  await assert.rejects(subscription.publish({ text: "" }), {
    code: 107,
    message: "a message has 1 to 4000 characters",
  });
});

test("who writes is told to the others, now and then, and to nobody later", async () => {
  const alice = await client({ sub: "alice", data: { nick: "Alice" } });
  const bob = await client({ sub: "bob" });
  const log = await alice.subscribe(channel());
  const heard = await bob.subscribe(channel());
  const come = told(heard, "typing");
  await Promise.all(Array.from({ length: 20 }, () => call(alice, "typing", {})));
  const { data, info, offset } = await come;
  assert.deepEqual(data, { type: "typing", nick: "Alice" });
  assert.equal(info.user, "alice");
  assert.ok(!offset);
  const last = Promise.all([log, heard].map((one) => one.next(({ data: said }) => said.text === "end")));
  await log.subscription.publish({ text: "end" });
  await last;
  assert.deepEqual(dataOf(log.publications).map(({ type, text }) => type ?? text), ["end"]);
  const types = dataOf(heard.publications).map(({ type, text }) => type ?? text);
  assert.equal(types.pop(), "end");
  // One a second: twenty at once are not told one by one.
  assert.ok(types.length < 10 && types.every((type) => type === "typing"), `${types}`);
  const { publications } = await log.subscription.history({ limit: -1 });
  assert.deepEqual(dataOf(publications).map(({ text }) => text), ["end"]);
  const { messages } = await call(alice, "history", {});
  assert.equal(messages.length, 1);
});

test("a new nickname is told, is seen, and is what one speaks by", async () => {
  const alice = await client({ data: { nick: "Alice" } });
  const bob = await client({ data: { nick: "Bob" } });
  const log = await alice.subscribe(channel());
  const heard = await bob.subscribe(channel());
  const come = told(heard, "nick");
  await alice.sdk.rpc("chat.nick", { nick: "Alicia" });
  const { data, info } = await come;
  assert.deepEqual(data, { type: "nick", nick: "Alicia", before: "Alice" });
  assert.deepEqual(info.connInfo, { nick: "Alicia" });
  const { clients: present } = await heard.subscription.presence();
  const nicks = Object.values(present).map(({ connInfo }) => connInfo.nick);
  assert.deepEqual(nicks.sort(), ["Alicia", "Bob"]);
  const said = heard.next(({ data: { text } }) => text === "hello");
  await say(log, "hello");
  assert.equal((await said).data.nick, "Alicia");
  await assert.rejects(alice.sdk.rpc("chat.nick", { nick: "Ally" }), { code: 111 });
  for (const nick of ["", " x", "a\u202eb", "x".repeat(33), 7])
    await assert.rejects(bob.sdk.rpc("chat.nick", { nick }), { code: 107 });
  await assert.rejects(log.subscription.publish({ text: "no notice", type: "notice" }), { code: 107 });
  await assert.rejects(log.subscription.publish({ text: "nothing", type: "edit" }), { code: 107 });
  await log.subscription.publish({ text: "a message", type: "message" });
  const token = sign({ sub: "carol", info: { nick: "Carol" }, exp: seconds() + 3600 });
  const carol = await SdkClient.connected(server, { token });
  clients.push(carol);
  await assert.rejects(carol.sdk.rpc("chat.nick", { nick: "Alice" }), { code: 103 });
});

test("a report is refused when it cannot be one, or there is nowhere to keep it", async () => {
  const alice = await client({ sub: "alice" });
  const log = await alice.subscribe(channel());
  const { id } = await say(log, "rude");
  for (const reason of ["", "x".repeat(501), 7])
    await assert.rejects(call(alice, "report", { id, reason }), { code: 107 });
  await assert.rejects(call(alice, "report", { reason: "no id" }), { code: 107 });
  await assert.rejects(call(alice, "report", { id: "0000000000000000", reason: "none" }), { code: 107 });
  const other = await client({ at: memory });
  const there = await other.subscribe(channel());
  const { id: unkept } = await say(there, "rude");
  await assert.rejects(call(other, "report", { id: unkept, reason: "rude" }), { code: 108 });
});

test("operators see what was reported, once for each who did", async () => {
  const alice = await client({ sub: "alice", data: { nick: "Alice" } });
  const bob = await client({ sub: "bob" });
  const nobody = await client();
  const log = await alice.subscribe(channel());
  await Promise.all([bob.subscribe(channel()), nobody.subscribe(channel())]);
  const { id } = await say(log, "rude");
  await call(bob, "report", { id, reason: "rude" });
  await call(bob, "report", { id, reason: "rude, I said" });
  await call(nobody, "report", { id, reason: "not nice" });
  const operator = await Operator.of(server);
  const { reports } = await operator.get("reports");
  const ours = reports.filter((one) => one.channel === channel());
  assert.deepEqual(
    ours.map(({ reporter, reason, message }) => [reporter.split(" ")[0], reason, message.data.text]),
    [
      ["client", "not nice", "rude"],
      ["bob", "rude", "rude"],
    ],
  );
  assert.equal(ours[0].message.id, id);
  assert.equal(ours[0].message.user, "alice");
  const page = await operator.get(`reports?limit=1&before=${ours[0].number}`);
  assert.deepEqual(page, { reports: [ours[1]], next: ours[1].number });
  for (const query of ["limit=0", "limit=201", "limit=x", "before=0", "before=-1", "limit=1&limit=2"])
    assert.equal((await operator.ask(`reports?${query}`)).status, 400, query);
  await call(alice, "redact", { id });
  const after = await operator.get("reports?limit=1");
  assert.deepEqual(after.reports[0].message.data, { type: "redact", id });
});

test("who was away learns of changes, and never the old text", async () => {
  const alice = await client({ sub: "alice" });
  const bob = await client({ sub: "bob" });
  const log = await alice.subscribe(channel());
  const heard = await bob.subscribe(channel());
  const first = await say(log, "first");
  const back = next(heard.subscription, "subscribed");
  const caughtUp = told(heard, "redact");
  bob.cut();
  const { id } = await say(log, "second");
  await call(alice, "edit", { id: first.id, text: "changed" });
  await call(alice, "redact", { id });
  const context = await back;
  assert.equal(context.recovered, true);
  await caughtUp;
  const changes = heard.publications.map(({ data }) => [data.type, data.id, data.text]);
  assert.ok(changes.some(([type, about, text]) => type === "edit" && about === first.id && text === "changed"));
});

test("neither the past nor a search gives what was edited or taken back, after a restart too", async () => {
  let phoenix = await ChatServer.start({ env });
  const { port, home } = phoenix;
  try {
    const alice = await client({ sub: "alice", at: phoenix });
    const log = await alice.subscribe(channel());
    const edited = await say(log, "walrus");
    const redacted = await say(log, "giraffe");
    // So many that the ring forgets the first ones: they are changed on the disk.
    await Promise.all(Array.from({ length: 150 }, (_, i) => log.subscription.publish({ text: `${i}` })));
    const { epoch } = await log.subscription.history({ limit: 0 });
    await call(alice, "edit", { id: edited.id, text: "penguin" });
    await call(alice, "redact", { id: redacted.id });
    const words = ["walrus", "giraffe", "penguin"];
    const check = async () => {
      const all = await everything(alice, log.subscription, words);
      assert.doesNotMatch(all, /walrus|giraffe/);
      assert.match(all, /penguin/);
      const { messages } = await call(alice, "search", { text: "penguin" });
      assert.equal(messages.length, 1);
      assert.equal(messages[0].data.id, edited.id);
      const bob = await client({ at: phoenix });
      const late = bob.sdk.newSubscription(channel(), { since: { offset: 0, epoch } });
      const publications = [];
      late.on("publication", ({ data }) => publications.push(data));
      const last = next(late, "publication", ({ data, offset }) => offset === 154 && data.type === "redact");
      const subscribed = next(late, "subscribed");
      late.subscribe();
      assert.equal((await subscribed).recovered, true);
      await last;
      assert.equal(publications.length, 154);
      assert.deepEqual(publications.slice(0, 2).map(({ type, text }) => [type, text]), [
        [undefined, "penguin"],
        ["redact", undefined],
      ]);
      assert.deepEqual(publications.slice(152).map(({ type, text }) => [type, text]), [
        ["edit", "penguin"],
        ["redact", undefined],
      ]);
      bob.close();
    };
    await check();
    const down = next(alice.sdk, "connecting");
    await phoenix.stop("SIGTERM", { keepHome: true });
    await down;
    const back = next(log.subscription, "subscribed");
    phoenix = await ChatServer.start({ env, port, home });
    await back;
    await check();
  } finally {
    await phoenix.stop();
    await rm(home, { recursive: true, force: true });
  }
});

test("a client of the seed's dialect is not told of changes as if they were messages", async () => {
  const alice = await client({ sub: "alice", data: { nick: "Alice" } });
  const log = await alice.subscribe(channel());
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=room-${room}&nick=Bob`);
  clients.push(socket);
  const lines = [];
  socket.on("message", (line) => lines.push(line.toString()));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const last = new Promise((resolve) => socket.on("message", (line) => line.toString().endsWith("end") && resolve()));
  const { id } = await say(log, "one");
  await call(alice, "edit", { id, text: "two" });
  await call(alice, "redact", { id });
  await say(log, "end");
  await last;
  assert.deepEqual(lines, ["Alice: one", "Alice: end"]);
});
