// The server API, and what the published SDK, unmodified, makes of what it does.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

let server;
let api;
let clients;
let count = 0;

const env = {
  CHINWAG_API_KEYS: `another-key-that-nobody-uses-here,${apiKey}`,
  CHINWAG_API_RATE: "0",
  CHINWAG_AUTH_HMAC_SECRET: secret,
};

before(async () => {
  server = await ChatServer.start({ env });
  api = new ServerApi(server);
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  count += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const channel = () => `chat:api-${count}`;
const user = () => `user-${count}`;

const signedToken = (claims) => sign({ iat: seconds(), exp: seconds() + 3600, ...claims });

/** A connected SDK of the test's user, or of `sub`. */
async function client({ sub = user(), claims = {}, ...options } = {}) {
  const token = signedToken({ sub, ...claims });
  const made = await SdkClient.connected(server, { token, getToken: async () => token, ...options });
  clients.push(made);
  return made;
}

/** The id that the server has given the client. */
async function idOf(one, name) {
  const log = await one.subscribe(name);
  const { clients: present } = await log.subscription.presence();
  const [id] = Object.keys(present);
  log.subscription.unsubscribe();
  one.sdk.removeSubscription(log.subscription);
  return id;
}

test("what is published reaches the SDK, with its tags and its place", async () => {
  const log = await (await client()).subscribe(channel());
  const come = log.next();
  const position = await api.result("publish", {
    channel: channel(),
    data: { text: "Hello", nick: "Shop", unknown: 1 },
    tags: { order: "42" },
  });
  const publication = await come;
  assert.equal(publication.data.text, "Hello");
  assert.equal(publication.data.nick, "Shop");
  assert.equal(publication.data.unknown, undefined);
  assert.match(publication.data.id, /^[0-9a-f]{24}$/);
  assert.deepEqual(publication.tags, { order: "42" });
  assert.equal(publication.offset, position.offset);
  assert.equal(publication.info, undefined);
  assert.equal(position.offset, 1);
  assert.match(position.epoch, /^\w+$/);
});

test("a room hears the server in both dialects", async () => {
  const room = `api-${count}`;
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=${room}`);
  clients.push(socket);
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const heard = new Promise((resolve) => socket.once("message", (data) => resolve(`${data}`)));
  await api.result("publish", { channel: channel(), data: { text: "Closing soon" } });
  assert.equal(await heard, "Server: Closing soon");
});

test("a notice of the server is told as one, is kept as one, and is a line of the seed's dialect", async () => {
  const log = await (await client()).subscribe(channel());
  const seed = new WebSocket(`ws://${server.url.host}/ws/chat?room=api-${count}`);
  clients.push(seed);
  await next(seed, "open");
  const line = next(seed, "message");
  const come = log.next();
  const notice = { nick: "Desk", text: "Closed on Monday", type: "notice" };
  await api.result("publish", { channel: channel(), data: notice });
  const { data } = await come;
  assert.deepEqual(data, { id: data.id, ...notice });
  assert.equal(String(await line), "Desk: Closed on Monday");
  const { publications } = await log.subscription.history({ limit: -1 });
  assert.deepEqual(
    publications.map((one) => one.data),
    [data],
  );
  // Without a name it is the server's; another type than these two is none.
  const unnamed = log.next();
  await api.result("publish", { channel: channel(), data: { text: "Open again", type: "notice" } });
  assert.deepEqual([(await unnamed).data.type, typeof (await unnamed).data.nick], ["notice", "string"]);
  assert.equal(await api.refusal("publish", { channel: channel(), data: { text: "x", type: "edit" } }), 107);
  await assert.rejects(log.subscription.publish({ text: "mine", type: "notice" }), { code: 107 });
});

test("any JSON goes where it is no chat, and JSON in base64", async () => {
  const name = `api-${count}`;
  const log = await (await client()).subscribe(name);
  const last = log.next((publication) => publication.data === "last");
  const values = [0, null, [1, [2]], { a: "\u00e4\u2028\"" }, 1.5, 12345678901234567];
  for (const data of values) await api.result("publish", { channel: name, data });
  const b64data = Buffer.from('{"bytes":true}').toString("base64");
  await api.result("publish", { channel: name, b64data });
  await api.result("publish", { channel: name, data: "last" });
  await last;
  assert.deepEqual(
    log.publications.map((publication) => publication.data),
    [...values, { bytes: true }, "last"],
  );
});

test("a broadcast goes to every channel, and tells of each", async () => {
  const one = await client();
  const names = [`${channel()}-a`, `${channel()}-b`];
  const logs = await Promise.all(names.map((name) => one.subscribe(name)));
  const come = Promise.all(logs.map((log) => log.next()));
  const { responses } = await api.result("broadcast", {
    channels: [names[0], "nowhere:1", names[1]],
    data: { text: "to all" },
  });
  assert.deepEqual(
    responses.map((response) => response.result?.offset ?? response.error.code),
    [1, 102, 1],
  );
  for (const publication of await come) assert.equal(publication.data.text, "to all");
});

test("what skips the history is heard, takes no place and is not remembered", async () => {
  const log = await (await client()).subscribe(channel());
  const last = log.next((publication) => publication.data.text === "3");
  const said = (text, more = {}) => api.result("publish", { channel: channel(), data: { text }, ...more });
  await said("1");
  assert.deepEqual(await said("2", { skip_history: true }), {});
  assert.equal((await said("3")).offset, 2);
  await last;
  assert.deepEqual(
    log.publications.map((publication) => [publication.data.text, publication.offset]),
    [["1", 1], ["2", undefined], ["3", 2]],
  );
  const history = await api.result("history", { channel: channel(), limit: 10 });
  assert.deepEqual(
    history.publications.map((publication) => publication.data.text),
    ["1", "3"],
  );
});

test("a publication that is tried again is published once", async () => {
  const log = await (await client()).subscribe(channel());
  const end = log.next((publication) => publication.data.text === "end");
  const attempt = { channel: channel(), data: { text: "once" }, idempotency_key: "order-1" };
  const first = await api.result("publish", attempt);
  assert.deepEqual(await api.result("publish", attempt), first);
  const again = await api.result("broadcast", { ...attempt, channels: [channel(), `${channel()}-other`] });
  assert.deepEqual(again.responses[0].result, first);
  assert.equal(again.responses[1].result.offset, 1);
  await api.result("publish", { channel: channel(), data: { text: "end" } });
  await end;
  assert.deepEqual(
    log.publications.map((publication) => publication.data.text),
    ["once", "end"],
  );
});

test("a version that is not newer is passed over", async () => {
  const log = await (await client()).subscribe(channel());
  const end = log.next((publication) => publication.data.text === "end");
  const said = (text, version, version_epoch) =>
    api.result("publish", { channel: channel(), data: { text }, version, version_epoch });
  assert.equal((await said("v2", 2)).offset, 1);
  assert.deepEqual(await said("v2 again", 2), {});
  assert.deepEqual(await said("v1", 1), {});
  assert.equal((await said("v3", 3)).offset, 2);
  assert.equal((await said("v1 anew", 1, "next")).offset, 3);
  assert.equal((await said("end", 0)).offset, 4);
  await end;
  assert.deepEqual(
    log.publications.map((publication) => publication.data.text),
    ["v2", "v3", "v1 anew", "end"],
  );
});

test("history is paged both ways, and removed without anybody missing anything", async () => {
  const log = await (await client()).subscribe(channel());
  await (await client({ sub: "one who stays" })).subscribe(channel());
  const seventh = log.next((publication) => publication.data.text === "7");
  for (let i = 1; i <= 7; ++i) await api.result("publish", { channel: channel(), data: { text: `${i}` } });
  await seventh;
  const ask = (more) => api.result("history", { channel: channel(), ...more });
  const said = (result) => result.publications.map((publication) => publication.data.text).join("");
  const top = await ask({});
  assert.deepEqual({ ...top, epoch: "" }, { publications: [], epoch: "", offset: 7 });
  assert.equal(said(await ask({ limit: 3, since: { offset: 2, epoch: top.epoch } })), "345");
  assert.equal(said(await ask({ limit: 3, since: { offset: 5, epoch: top.epoch }, reverse: true })), "432");
  assert.equal(said(await ask({ limit: -1 })), "1234567");
  assert.equal(said(await ask({ limit: 2, reverse: true })), "76");
  assert.equal(await api.refusal("history", { channel: channel(), since: { offset: 1, epoch: "other" } }), 112);

  await api.result("history_remove", { channel: channel() });
  assert.deepEqual(await ask({ limit: 10 }), { ...top, publications: [] });
  const [cut] = clients;
  const back = next(log.subscription, "subscribed");
  cut.cut();
  const context = await back;
  assert.equal(context.recovered, true);
  assert.deepEqual(context.publications ?? [], []);
});

test("history reaches further back than memory, and what is removed is gone from the disk too", async () => {
  const texts = Array.from({ length: 150 }, (_, i) => `${i + 1}`);
  for (const text of texts) await api.result("publish", { channel: channel(), data: { text } });
  const ask = (more) => api.result("history", { channel: channel(), ...more });
  const said = (result) => result.publications.map((publication) => publication.data.text);
  const all = await ask({ limit: -1 });
  assert.deepEqual(said(all), texts);
  const since = { offset: 10, epoch: all.epoch };
  assert.deepEqual(said(await ask({ limit: 3, since })), ["11", "12", "13"]);
  await api.result("history_remove", { channel: channel() });
  assert.deepEqual(await ask({ limit: -1 }), { publications: [], epoch: all.epoch, offset: 150 });
  assert.deepEqual(said(await ask({ limit: 3, since })), []);
});

test("who is there is told", async () => {
  const name = channel();
  const first = await client({ claims: { info: { name: "Ann" } } });
  const second = await client({ sub: "somebody" });
  await first.subscribe(name);
  await second.subscribe(name);
  const { presence } = await api.result("presence", { channel: name });
  const present = Object.values(presence);
  assert.deepEqual(present.map((one) => one.user).sort(), ["somebody", user()]);
  assert.deepEqual(present.find((one) => one.user === user()).conn_info, { name: "Ann" });
  for (const [id, one] of Object.entries(presence)) assert.equal(one.client, id);
  assert.deepEqual(await api.result("presence_stats", { channel: name }), { num_clients: 2, num_users: 2 });

  const { channels } = await api.result("channels", { pattern: `chat:*-${count}` });
  assert.deepEqual(channels, { [name]: { num_clients: 2 } });
  assert.ok(name in (await api.result("channels")).channels);
  assert.deepEqual((await api.result("channels", { pattern: "chat:?" })).channels, {});
  const { nodes } = await api.result("info");
  assert.equal(nodes.length, 1);
  assert.ok(nodes[0].num_clients >= 2 && nodes[0].num_users >= 2 && nodes[0].num_channels >= 1);
  assert.match(nodes[0].version, /^\d+\.\d+/);
});

test("a user is subscribed by the server, hears, and is unsubscribed", async () => {
  const one = await client();
  const stranger = await client({ sub: "stranger" });
  stranger.sdk.on("subscribed", () => assert.fail("somebody else was subscribed"));
  const subscribed = next(one.sdk, "subscribed");
  await api.result("subscribe", { user: user(), channel: channel(), info: { role: "guest" } });
  const context = await subscribed;
  assert.equal(context.channel, channel());
  assert.equal(context.recoverable, true);
  const { presence } = await api.result("presence", { channel: channel() });
  assert.deepEqual(Object.values(presence)[0].chan_info, { role: "guest" });

  const heard = next(one.sdk, "publication");
  await api.result("publish", { channel: channel(), data: { text: "for you" } });
  assert.equal((await heard).data.text, "for you");

  const unsubscribed = next(one.sdk, "unsubscribed");
  await api.result("unsubscribe", { user: user(), channel: channel() });
  assert.equal((await unsubscribed).channel, channel());
  assert.deepEqual((await api.result("presence", { channel: channel() })).presence, {});
});

test("what the server subscribes to goes on where it stood, and comes with data", async () => {
  const one = await client();
  const stays = await (await client({ sub: "one who stays" })).subscribe(channel());
  const { epoch } = await api.result("publish", { channel: channel(), data: { text: "1" } });
  for (const text of ["2", "3"]) await api.result("publish", { channel: channel(), data: { text } });
  const subscribed = next(one.sdk, "subscribed");
  const heard = [];
  const third = next(one.sdk, "publication", ({ data }) => data.text === "3");
  one.sdk.on("publication", ({ data, offset }) => heard.push([data.text, offset]));
  const b64 = (value) => Buffer.from(JSON.stringify(value)).toString("base64");
  await api.result("subscribe", {
    user: user(),
    channel: channel(),
    b64data: b64({ hello: 1 }),
    b64info: b64({ role: "guest" }),
    recover_since: { offset: 1, epoch },
  });
  const context = await subscribed;
  assert.deepEqual(context.data, { hello: 1 });
  assert.deepEqual(context.streamPosition, { offset: 1, epoch });
  await third;
  assert.deepEqual(heard, [["2", 2], ["3", 3]]);
  const { presence } = await api.result("presence", { channel: channel() });
  assert.deepEqual(Object.values(presence).find((each) => each.user === user()).chan_info, { role: "guest" });

  // The subscription is there again after a cut, as far as the client may be there by itself.
  const again = next(one.sdk, "subscribed");
  const fourth = next(one.sdk, "publication", ({ data }) => data.text === "4");
  const down = next(one.sdk, "connecting");
  one.cut();
  await down;
  await api.result("publish", { channel: channel(), data: { text: "4" } });
  const back = await again;
  assert.deepEqual([back.channel, back.recovered], [channel(), true]);
  await fourth;
  assert.deepEqual(heard, [["2", 2], ["3", 3], ["4", 4]]);
  await stays.subscription.unsubscribe();
});

test("the latest value of a channel comes with a subscription of the server, too", async () => {
  const one = await client();
  const name = `score:api-${count}`;
  await api.result("publish", { channel: name, data: { home: 1 } });
  const heard = next(one.sdk, "publication");
  await api.result("subscribe", { user: user(), channel: name });
  assert.deepEqual((await heard).data, { home: 1 });
});

test("what others are told of a user is changed by the server", async () => {
  await (await client()).subscribe(channel());
  const log = await (await client({ sub: "one who listens" })).subscribe(channel());
  const told = log.next((publication) => publication.data.type === "nick");
  await api.result("refresh", { user: user(), expire_at: seconds() + 3600, info: { nick: "Zoe", vip: true } });
  const { data } = await told;
  assert.equal(data.nick, "Zoe");
  const { presence } = await api.result("presence", { channel: channel() });
  const shown = Object.values(presence).find((each) => each.user === user());
  assert.deepEqual(shown.conn_info, { nick: "Zoe", vip: true });
});

test("a subscription of the client's own is ended for good by the server", async () => {
  const log = await (await client()).subscribe(channel());
  const gone = next(log.subscription, "unsubscribed");
  await api.result("unsubscribe", { user: user(), channel: channel() });
  assert.equal((await gone).code, 2000);
});

test("a subscription that the server makes ends at its time", async () => {
  const quick = await ChatServer.start({ env: { ...env, CHINWAG_CLIENT_PONG: "50ms" } });
  try {
    const one = await SdkClient.connected(quick, { token: signedToken({ sub: user() }) });
    clients.push(one);
    const gone = next(one.sdk, "unsubscribed");
    const expire_at = seconds() + 2;
    await new ServerApi(quick).result("subscribe", { user: user(), channel: channel(), expire_at });
    assert.equal((await gone).channel, channel());
  } finally {
    await quick.stop();
  }
});

for (const [what, disconnect, code, reason, returns] of [
  ["as it is by default", undefined, 3503, "force disconnect", false],
  ["with a code that asks to come back", { code: 4100, reason: "moved" }, 4100, "moved", true],
  ["with a code that asks not to", { code: 4600, reason: "closed" }, 4600, "closed", false],
  ["with a code of the protocol that asks to come back", { code: 3011, reason: "again" }, 3011, "again", true],
])
  test(`a user is disconnected ${what}`, async () => {
    const one = await client();
    const event = next(one.sdk, returns ? "connecting" : "disconnected");
    await api.result("disconnect", { user: user(), disconnect });
    const context = await event;
    assert.equal(context.code, code);
    assert.equal(context.reason, reason);
    if (returns) await next(one.sdk, "connected");
    assert.equal(one.sockets.length, returns ? 2 : 1);
  });

test("one of a user's clients is disconnected, or all but one", async () => {
  const [first, second, third] = [await client(), await client(), await client()];
  const ids = [];
  for (const one of [first, second, third]) ids.push(await idOf(one, `${channel()}-${ids.length}`));
  const firstGone = next(first.sdk, "disconnected");
  await api.result("disconnect", { user: user(), client: ids[0] });
  await firstGone;
  const secondGone = next(second.sdk, "disconnected");
  await api.result("disconnect", { user: user(), whitelist: [ids[2]] });
  await secondGone;
  assert.equal(third.sdk.state, "connected");
  // With the id of a client that is somebody else's nothing happens.
  await api.result("disconnect", { user: "somebody", client: ids[2] });
  await third.subscribe(channel());
  assert.equal(third.sdk.state, "connected");
});

test("a user of the seed's dialect is disconnected too", async () => {
  const token = signedToken({ sub: user() });
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=api-${count}&token=${token}`);
  clients.push(socket);
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const closed = new Promise((resolve) => socket.on("close", (code, reason) => resolve([code, `${reason}`])));
  await api.result("disconnect", { user: user(), disconnect: { code: 4500, reason: "bye" } });
  assert.deepEqual(await closed, [4500, "bye"]);
});

test("a connection that is said to have expired must come back", async () => {
  const one = await client();
  const event = next(one.sdk, "connecting");
  const again = event.then(() => next(one.sdk, "connected"));
  await api.result("refresh", { user: user(), expired: true });
  assert.equal((await event).code, 3005);
  await again;
  assert.equal(one.sockets.length, 2);
});

test("somebody anonymous is refreshed by the id of the connection, and nobody else is", async () => {
  const sockets = [];
  const open = async () => {
    const socket = new WebSocket(`ws://${server.url.host}/connection/websocket`);
    sockets.push(socket);
    await next(socket, "open");
    const reply = next(socket, "message");
    socket.send(JSON.stringify({ id: 1, connect: {} }));
    return { socket, id: JSON.parse(await reply).connect.client };
  };
  const frame = async ({ socket }) => JSON.parse(await next(socket, "message"));
  try {
    const one = await open();
    const other = await open();
    assert.equal(await api.refusal("refresh", { user: "", expire_at: seconds() + 3600 }), 107);
    const put = frame(one);
    await api.result("refresh", { client: one.id, expire_at: seconds() + 3600 });
    const { refresh } = (await put).push;
    assert.ok(refresh.expires && refresh.ttl > 3000 && refresh.ttl <= 3600, JSON.stringify(refresh));
    // One that has no end any more is told so.
    const endless = frame(one);
    await api.result("refresh", { user: "", client: one.id });
    assert.deepEqual((await endless).push, { refresh: {} });
    await api.result("refresh", { client: "nobody", expired: true });
    const closed = next(one.socket, "close");
    await api.result("refresh", { client: one.id, expired: true });
    assert.equal(await closed, 3005);
    // The other one has heard of none of this.
    const reply = frame(other);
    other.socket.send(JSON.stringify({ id: 2, ping: {} }));
    assert.equal((await reply).id, 2);
  } finally {
    sockets.forEach((socket) => socket.terminate());
  }
});

// The SDK sees to its own tokens and takes no notice of this; other clients count on it.
test("a connection's end is put off without the client's doing", async () => {
  const quick = await ChatServer.start({ env: { ...env, CHINWAG_CLIENT_PONG: "50ms" } });
  const sockets = [];
  const open = async (sub, life) => {
    const token = signedToken({ sub, exp: seconds() + life });
    const socket = new WebSocket(`ws://${quick.url.host}/connection/websocket`);
    sockets.push(socket);
    const frames = [];
    socket.on("message", (data) => frames.push(JSON.parse(data)));
    await next(socket, "open");
    socket.send(JSON.stringify({ id: 1, connect: { token } }));
    await next(socket, "message");
    return { socket, frames };
  };
  try {
    const one = await open(user(), 2);
    const other = await open("other", 3);
    const closed = next(other.socket, "close");
    const pushed = next(one.socket, "message");
    const expire_at = seconds() + 3600;
    await new ServerApi(quick).result("refresh", { user: user(), expire_at });
    await pushed;
    const { refresh } = one.frames.at(-1).push;
    assert.ok(refresh.expires && refresh.ttl > 3000, JSON.stringify(refresh));
    assert.equal(await closed, 3005); // so the time of the first is over, too
    assert.equal(one.socket.readyState, WebSocket.OPEN);
  } finally {
    sockets.forEach((socket) => socket.terminate());
    await quick.stop();
  }
});

test("a revoked token is of no use any more, not even to who is in", async () => {
  const one = await client({ claims: { jti: `token-${count}` } });
  const other = await client({ claims: { jti: `other-${count}` } });
  const gone = next(one.sdk, "disconnected");
  await api.result("revoke_token", { uid: `token-${count}`, expire_at: seconds() + 3600 });
  assert.equal((await gone).code, 3500);
  assert.equal(other.sdk.state, "connected");
  const refused = next(one.sdk, "disconnected");
  one.sdk.connect();
  assert.equal((await refused).code, 3500);
  await other.subscribe(channel());
});

test("a revoked token for a subscription ends that, and nothing else", async () => {
  const one = await client();
  const name = `chat:$revoked-${count}`;
  const token = signedToken({ sub: user(), channel: name, jti: `channel-${count}` });
  const { subscription } = await one.subscribe(name, { token });
  const other = await one.subscribe(channel());
  const gone = next(subscription, "unsubscribed");
  await api.result("revoke_token", { uid: `channel-${count}`, expire_at: seconds() + 3600 });
  assert.equal((await gone).code, 2000);
  const refused = next(subscription, "unsubscribed");
  subscription.subscribe();
  assert.equal((await refused).code, 103);
  assert.deepEqual([one.sockets.length, other.subscription.state], [1, "subscribed"]);
});

test("all tokens of a user are revoked, of nobody else", async () => {
  const both = [await client(), await client()];
  const other = await client({ sub: `other-${count}` });
  const gone = Promise.all(both.map((one) => next(one.sdk, "disconnected")));
  await api.result("invalidate_user_tokens", { user: user() });
  for (const context of await gone) assert.equal(context.code, 3500);
  const refused = next(both[0].sdk, "disconnected");
  both[0].sdk.connect();
  assert.equal((await refused).code, 3500);
  assert.equal(other.sdk.state, "connected");
  await other.subscribe(channel());
});

for (const parallel of [false, true])
  test(`a batch answers each of its commands in order${parallel ? ", when they run at once" : ""}`, async () => {
    const response = await api.post("batch", {
      parallel,
      commands: [
        { publish: { channel: channel(), data: { text: "1" } } },
        { publish: { channel: "nowhere:1", data: 1 } },
        { revoke_token: { uid: "one that nobody has" } },
        { publish: { channel: channel(), data: { text: "2" } } },
        { history: { channel: channel(), limit: 10 } },
        { batch: { commands: [] } },
        { publish: 1 },
        {},
      ],
    });
    assert.equal(response.status, 200);
    const { replies } = await response.json();
    assert.equal(replies[0].publish.offset, 1);
    assert.equal(replies[1].error.code, 102);
    assert.deepEqual(replies[2], { revoke_token: {} });
    assert.equal(replies[3].publish.offset, 2);
    assert.equal(replies[4].history.publications.length, 2);
    assert.deepEqual(
      replies.slice(5).map((reply) => reply.error.code),
      [104, 107, 107],
    );
  });

test("a batch of very many commands is answered", async () => {
  const commands = Array.from({ length: 30_000 }, () => ({ info: {} }));
  const { replies } = await api.call("batch", { commands });
  assert.equal(replies.length, commands.length);
  assert.equal(replies.at(-1).info.nodes.length, 1);
});

const good = { channel: "chat:errors", data: { text: "a" } };
for (const [what, method, params, code] of [
  ["no channel", "publish", { data: 1 }, 107],
  ["an empty channel", "publish", { ...good, channel: "" }, 107],
  ["a channel that is no text", "publish", { ...good, channel: 1 }, 107],
  ["a channel with a space", "publish", { ...good, channel: "a b" }, 107],
  ["a channel too long", "publish", { ...good, channel: "x".repeat(256) }, 107],
  ["a channel without a namespace", "publish", { ...good, channel: "nowhere:1" }, 102],
  ["no data", "publish", { channel: "chat:errors" }, 107],
  ["data twice", "publish", { ...good, b64data: "e30=" }, 107],
  ["base64 that is none", "publish", { channel: "errors", b64data: "e30=!" }, 107],
  ["base64 of what is no JSON", "publish", { channel: "errors", b64data: "aGk=" }, 107],
  ["a message without text", "publish", { ...good, data: {} }, 107],
  ["a message too long", "publish", { ...good, data: { text: "x".repeat(4001) } }, 107],
  ["a nickname that none may have", "publish", { ...good, data: { text: "a", nick: "a\u202eb" } }, 107],
  ["tags that are no texts", "publish", { ...good, tags: { a: 1 } }, 107],
  ["tags that are a list", "publish", { ...good, tags: ["a"] }, 107],
  ["skip_history that is a text", "publish", { ...good, skip_history: "yes" }, 107],
  ["a negative version", "publish", { ...good, version: -1 }, 107],
  ["a version with a fraction", "publish", { ...good, version: 1.5 }, 107],
  ["a key too long", "publish", { ...good, idempotency_key: "x".repeat(256) }, 107],
  ["no channels", "broadcast", { data: 1 }, 107],
  ["channels that are no texts", "broadcast", { channels: [1], data: 1 }, 107],
  ["no user to subscribe", "subscribe", { channel: "chat:a" }, 107],
  ["a channel that cannot be", "subscribe", { user: "a", channel: "nowhere:1" }, 102],
  ["a subscription that has ended", "subscribe", { user: "a", channel: "chat:a", expire_at: 1 }, 107],
  ["data of a subscription in base64 that is no JSON", "subscribe", { user: "a", channel: "chat:a", b64data: "aGk=" }, 107],
  ["info of a subscription twice", "subscribe", { user: "a", channel: "chat:a", info: 1, b64info: "e30=" }, 107],
  ["a position that is none", "subscribe", { user: "a", channel: "chat:a", recover_since: { offset: -1 } }, 107],
  ["a filter for clients", "disconnect", { user: "a", label_filter: { op: "eq" } }, 108],
  ["everybody", "disconnect", { user: "a", all_users: true }, 108],
  ["a session", "unsubscribe", { user: "a", channel: "chat:a", session: "s" }, 108],
  ["no user to unsubscribe", "unsubscribe", { channel: "chat:a" }, 107],
  ["no user to disconnect", "disconnect", {}, 107],
  ["a code of the WebSocket's own", "disconnect", { user: "a", disconnect: { code: 1000 } }, 107],
  ["a code that there is not", "disconnect", { user: "a", disconnect: { code: 5000 } }, 107],
  ["a reason too long", "disconnect", { user: "a", disconnect: { code: 4000, reason: "x".repeat(124) } }, 107],
  ["a whitelist that is no list", "disconnect", { user: "a", whitelist: "b" }, 107],
  ["no user to refresh", "refresh", { expired: true }, 107],
  ["a time that is over", "refresh", { user: "a", expire_at: 1 }, 107],
  ["a time that is none", "refresh", { user: "a", expire_at: 1e17 }, 107],
  ["presence where there is no channel", "presence", { channel: "nowhere:1" }, 102],
  ["presence of nothing", "presence_stats", {}, 107],
  ["history that is not kept", "history", { channel: "errors" }, 108],
  ["history since nowhere", "history", { channel: "chat:a", since: 5 }, 107],
  ["history of another epoch", "history", { channel: "chat:a", since: { offset: 1, epoch: "x" } }, 112],
  ["history of another epoch to remove", "history_remove", { channel: "errors" }, 108],
  ["a pattern that is no text", "channels", { pattern: 1 }, 107],
  ["no token", "revoke_token", {}, 107],
  ["a time of issue", "invalidate_user_tokens", { user: "a", issued_before: 5 }, 108],
  ["no commands", "batch", {}, 107],
  ["commands that are no list", "batch", { commands: {} }, 107],
])
  test(`refuses with ${code}: ${what} (${method})`, async () => {
    assert.equal(await api.refusal(method, params), code);
  });

test("zero values are as good as none", async () => {
  await api.result("publish", {
    ...good,
    tags: {},
    skip_history: false,
    b64data: "",
    idempotency_key: "",
    version: 0,
    version_epoch: "",
    delta: false,
  });
  await api.result("unsubscribe", { user: "a", channel: "chat:a", client: "", session: "" });
  await api.result("subscribe", { user: "a", channel: "chat:a", override: null, recover_since: {}, expire_at: 0 });
});

test("a request that is none is refused by HTTP", async () => {
  const status = async (body, headers) => {
    const response = await api.post("publish", body, headers);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal((await response.json()).status, response.status);
    return response.status;
  };
  assert.equal(await status("{"), 400);
  assert.equal(await status("[]"), 400);
  assert.equal(await status(""), 400);
  assert.equal(await status("[".repeat(100_000)), 400);
  assert.equal(await status("{}", { "Content-Type": "text/plain" }), 415);
  assert.equal(await status(" ".repeat(1024 * 1024 + 1)), 413);
  const get = await fetch(new URL("/api/publish", server.url), { headers: { "X-API-Key": apiKey } });
  assert.equal(get.status, 405);
  assert.equal((await api.post("nothing", {})).status, 404);
  // As curl --data sends it.
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  assert.equal((await api.post("info", "{}", form)).status, 200);
});

test("no key, no API", async () => {
  const off = await ChatServer.start();
  try {
    const response = await new ServerApi(off).post("info", {});
    assert.equal(response.status, 404);
    assert.match((await response.json()).detail, /api\.keys/);
  } finally {
    await off.stop();
  }
});

test("a key is asked for, in either header, and guessing is slowed down", async () => {
  const own = await ChatServer.start({ env });
  try {
    const status = async (keys) => {
      const headers = { "Content-Type": "application/json", ...keys };
      return (await fetch(new URL("/api/info", own.url), { method: "POST", body: "{}", headers })).status;
    };
    assert.equal(await status({ "X-API-Key": apiKey }), 200);
    assert.equal(await status({ Authorization: `apikey ${apiKey}` }), 200);
    assert.equal(await status({ Authorization: `ApiKey ${apiKey}` }), 200);
    assert.equal(await status({ Authorization: `Bearer ${apiKey}` }), 401);
    assert.equal(await status({}), 401);
    const wrong = await new ServerApi(own, `${apiKey}x`).post("info", {});
    assert.equal(wrong.status, 401);
    assert.equal(wrong.headers.get("www-authenticate"), "apikey");
    const statuses = new Set();
    for (let i = 0; i < 100; ++i) statuses.add(await status({ "X-API-Key": `wrong-key-number-${i}-of-many` }));
    assert.deepEqual([...statuses], [401, 429]);
    assert.equal(await status({ "X-API-Key": apiKey }), 200);
  } finally {
    await own.stop();
  }
});

test("a key has a rate, and who is over it is told when to come again", async () => {
  const limited = await ChatServer.start({ env: { ...env, CHINWAG_API_RATE: "5" } });
  try {
    const busy = new ServerApi(limited);
    const responses = await Promise.all(Array.from({ length: 50 }, () => busy.post("info", {})));
    const statuses = responses.map((response) => response.status);
    assert.ok(statuses.filter((status) => status === 200).length >= 5);
    const refused = responses.find((response) => response.status === 429);
    assert.ok(Number(refused.headers.get("retry-after")) >= 1);
    assert.equal(refused.headers.get("content-type"), "application/problem+json");
  } finally {
    await limited.stop();
  }
});

test("with an internal listener the API is there alone", async () => {
  const split = await ChatServer.start({ args: ["--internal-listen", "127.0.0.1:0"], env });
  try {
    assert.equal((await new ServerApi(split).post("info", {})).status, 404);
    const inside = new ServerApi({ url: await split.internalUrl() });
    assert.equal((await inside.post("info", {})).status, 200);
  } finally {
    await split.stop();
  }
});
