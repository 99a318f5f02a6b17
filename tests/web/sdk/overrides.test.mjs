// What a channel does for one subscriber by the `override` of a token or of the server API, where that is not
// what its namespace says: with the published SDK, unmodified.
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

// `feed` remembers, and does nothing else.
const configuration = `
[auth]
hmac_secret = "${secret}"

[api]
keys = ["${apiKey}"]

[[namespace]]
name = "feed"
history_size = 10
subscribe = "anyone"
`;

let server;
let api;
let clients;
let count = 0;

before(async () => {
  const home = await mkdtemp(join(tmpdir(), "chinwag-web-"));
  const file = join(home, "chinwag.toml");
  await writeFile(file, configuration);
  server = await ChatServer.start({ home, args: ["--config", file] });
  api = new ServerApi(server);
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  count += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const room = () => `chat:room-${count}`;
const feed = () => `feed:news-${count}`;

/** `{presence: false}` as tokens have it. */
function overriding(options) {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, { value }]));
}

async function connected(sub, claims = {}) {
  const client = await SdkClient.connected(server, { token: sign({ sub, ...claims }) });
  clients.push(client);
  return client;
}

/** A subscription of `client`, who is `sub`, with a token that overrides `options`. */
function subscribed(client, sub, channel, options, more = {}) {
  return client.subscribe(channel, { token: sign({ sub, channel, override: overriding(options) }), ...more });
}

const usersIn = async (log) =>
  Object.values((await log.subscription.presence()).clients)
    .map((one) => one.user)
    .sort();

test("who is not to be present is not, and sees the others", async () => {
  const anna = await (await connected("anna")).subscribe(room());
  const ghost = await subscribed(await connected("ghost"), "ghost", room(), { presence: false });
  assert.deepEqual(await usersIn(anna), ["anna"]);
  assert.deepEqual(await usersIn(ghost), ["anna"]);
  const { numUsers } = await anna.subscription.presenceStats();
  assert.equal(numUsers, 1);
  const come = ghost.next();
  await anna.subscription.publish({ text: "anybody there?" });
  assert.equal((await come).data.text, "anybody there?");
});

test("where nobody is present by the namespace, those are who are by their tokens", async () => {
  const anna = await subscribed(await connected("anna"), "anna", feed(), { presence: true });
  await subscribed(await connected("bert"), "bert", feed(), { presence: true });
  const other = await (await connected("other")).subscribe(feed());
  assert.deepEqual(await usersIn(anna), ["anna", "bert"]);
  await assert.rejects(usersIn(other), { code: 108 });
});

test("who comes and goes without a word does so", async () => {
  const anna = await (await connected("anna")).subscribe(room(), { joinLeave: true });
  const quiet = await connected("quiet");
  const { subscription } = await subscribed(quiet, "quiet", room(), { join_leave: false });
  subscription.unsubscribe();
  // It is told in order, so what comes of this one comes after.
  const told = next(anna.subscription, "join", (context) => context.info.user !== "anna");
  const loud = await (await connected("loud")).subscribe(room());
  assert.equal((await told).info.user, "loud");
  const left = next(anna.subscription, "leave");
  loud.subscription.unsubscribe();
  assert.equal((await left).info.user, "loud");
});

test("who comes and goes is told to whose token says so, though it has not asked", async () => {
  const anna = await subscribed(await connected("anna"), "anna", room(), { force_push_join_leave: true });
  const told = next(anna.subscription, "join", (context) => context.info.user === "bert");
  await (await connected("bert")).subscribe(room());
  await told;
});

test("who comes and goes where nobody is announced is told to those alone whose tokens say so", async () => {
  const anna = await subscribed(await connected("anna"), "anna", feed(), { force_push_join_leave: true });
  const deaf = await (await connected("deaf")).subscribe(feed(), { joinLeave: true });
  const told = next(anna.subscription, "join");
  await subscribed(await connected("bert"), "bert", feed(), { join_leave: true });
  assert.equal((await told).info.user, "bert");
  const heard = [anna.next(), deaf.next()];
  await api.result("publish", { channel: feed(), data: 1 });
  await Promise.all(heard);
  assert.deepEqual(deaf.joins, []);
});

test("whom the server subscribes is told who comes and goes, unless the token says otherwise", async () => {
  const subs = { [room()]: {}, [`${room()}-b`]: { override: overriding({ force_push_join_leave: false }) } };
  const anna = await connected("anna", { subs });
  const joins = [];
  const publications = [];
  anna.sdk.on("join", (context) => joins.push([context.channel, context.info.user]));
  anna.sdk.on("publication", (context) => publications.push(context.channel));
  const bert = await connected("bert");
  const told = next(anna.sdk, "join", (context) => context.info.user === "bert");
  await bert.subscribe(`${room()}-b`);
  await bert.subscribe(room());
  await told;
  assert.deepEqual(joins.filter(([, who]) => who === "bert"), [[room(), "bert"]]);
});

for (const [what, channel, options, expected] of [
  ["as the namespace has it", room, {}, [true, true]],
  ["not recovered", room, { force_recovery: false }, [false, false]],
  ["looked after only", room, { force_recovery: false, force_positioning: true }, [false, true]],
  ["recovered, so looked after", feed, { force_recovery: true, force_positioning: false }, [true, true]],
  ["looked after in a namespace that does not", feed, { force_positioning: true }, [false, true]],
  ["neither", feed, {}, [false, false]],
])
  test(`a subscription is ${what} (${channel().split(":")[0]})`, async () => {
    const log = await subscribed(await connected("anna"), "anna", channel(), options);
    const { recoverable, positioned } = log.subscribed[0];
    assert.deepEqual([recoverable, positioned], expected);
  });

test("what was missed comes to whose token says so, where the namespace recovers nothing", async () => {
  const anna = await connected("anna");
  const bert = await connected("bert");
  const log = await subscribed(anna, "anna", feed(), { force_recovery: true });
  const none = await bert.subscribe(feed());
  const heard = [log.next(), none.next()];
  await api.result("publish", { channel: feed(), data: "live" });
  await Promise.all(heard);
  const down = [anna, bert].map((client) => next(client.sdk, "connecting"));
  const back = [log, none].map((one) => next(one.subscription, "subscribed"));
  anna.cut();
  bert.cut();
  await Promise.all(down);
  await api.result("publish", { channel: feed(), data: "missed" });
  await Promise.all(back);
  assert.deepEqual(log.publications.map((one) => one.data), ["live", "missed"]);
  assert.ok(log.subscribed.at(-1).recovered);
  assert.ok(!none.subscribed.at(-1).wasRecovering);
});

test("what was missed is not told to whose token says so", async () => {
  const anna = await connected("anna");
  const log = await subscribed(anna, "anna", room(), { force_recovery: false });
  const bert = await (await connected("bert")).subscribe(room());
  const heard = log.next();
  await bert.subscription.publish({ text: "live" });
  await heard;
  const down = next(anna.sdk, "connecting");
  const back = next(log.subscription, "subscribed");
  anna.cut();
  await down;
  await bert.subscription.publish({ text: "missed" });
  const { wasRecovering } = await back;
  assert.ok(!wasRecovering);
  const last = log.next();
  await bert.subscription.publish({ text: "later" });
  await last;
  assert.deepEqual(log.publications.map((one) => one.data.text), ["live", "later"]);
});

test("a connection's token overrides for each of its channels", async () => {
  const subs = { [room()]: { override: overriding({ presence: false, force_recovery: false }) }, [`${room()}-b`]: {} };
  const ghost = new SdkClient(server, { token: sign({ sub: "ghost", subs }) });
  clients.push(ghost);
  const found = {};
  ghost.sdk.on("subscribed", ({ channel, recoverable }) => (found[channel] = recoverable));
  await ghost.connect();
  assert.deepEqual(found, { [room()]: false, [`${room()}-b`]: true });
  const anna = await connected("anna");
  assert.deepEqual(await usersIn(await anna.subscribe(room())), ["anna"]);
  assert.deepEqual(await usersIn(await anna.subscribe(`${room()}-b`)), ["anna", "ghost"]);
});

test("an application overrides as well", async () => {
  const ghost = await connected("ghost");
  const come = next(ghost.sdk, "subscribed");
  await api.result("subscribe", {
    user: "ghost",
    channel: room(),
    override: overriding({ presence: false, force_recovery: false }),
  });
  assert.equal((await come).recoverable, false);
  assert.deepEqual(await usersIn(await (await connected("anna")).subscribe(room())), ["anna"]);
  for (const override of [true, { presence: true }, { presence: { value: "no" } }])
    assert.equal(await api.refusal("subscribe", { user: "ghost", channel: room(), override }), 107);
});

test("what is not known is passed over, and no value is false", async () => {
  const anna = await connected("anna");
  const override = { presence: {}, join_leave: null, delta: { value: true } };
  const log = await anna.subscribe(room(), { token: sign({ sub: "anna", channel: room(), override }) });
  assert.deepEqual(await usersIn(log), []);
});

test("an override of another form makes the token none", async () => {
  const anna = await connected("anna");
  for (const override of [true, [], { presence: false }, { presence: { value: 0 } }]) {
    const subscription = anna.sdk.newSubscription(room(), { token: sign({ sub: "anna", channel: room(), override }) });
    const refused = next(subscription, "unsubscribed");
    subscription.subscribe();
    assert.equal((await refused).code, 103);
    anna.sdk.removeSubscription(subscription);
  }
  const socket = new WebSocket(`ws://${server.url.host}/connection/websocket`);
  const closed = new Promise((resolve) => socket.on("close", (code) => resolve(code)));
  await next(socket, "open");
  const token = sign({ sub: "anna", subs: { [room()]: { override: { presence: 1 } } } });
  socket.send(JSON.stringify({ id: 1, connect: { token } }));
  assert.equal(await closed, 3500);
});
