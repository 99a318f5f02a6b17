// Who one is and where one may be, by tokens: with the published SDK, unmodified.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

let server;
let clients;
let room = 0;

before(async () => {
  const env = {
    CHINWAG_AUTH_MODE: "token",
    CHINWAG_AUTH_HMAC_SECRET: secret,
    CHINWAG_AUTH_LEEWAY: "200ms",
    CHINWAG_CLIENT_PONG: "1500ms",
  };
  server = await ChatServer.start({ env });
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  room += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const channel = () => `chat:room-${room}`;
function made(options) {
  const client = new SdkClient(server, options);
  clients.push(client);
  return client;
}
async function connected(claims, options = {}) {
  const client = made({ token: sign(claims), ...options });
  await client.connect();
  return client;
}

test("the token says who one is, and others are told", async () => {
  const alice = await connected({ sub: "alice", info: { nick: "Alice" } });
  const bob = await connected({ sub: "bob", info: { nick: "Bob" } });
  const log = await alice.subscribe(channel());
  await bob.subscribe(channel());
  const presence = await log.subscription.presence();
  assert.deepEqual(
    Object.values(presence.clients).map((one) => [one.user, one.connInfo.nick]).sort(),
    [
      ["alice", "Alice"],
      ["bob", "Bob"],
    ],
  );
  const come = log.next();
  await bob.sdk.publish(channel(), { nick: "Alice", text: "not hers" });
  const publication = await come;
  assert.equal(publication.data.nick, "Bob");
  assert.equal(publication.info.user, "bob");
});

for (const [what, token] of [
  ["none", ""],
  ["of another's key", sign({ sub: "alice" }, "another key that is at least 32 bytes long")],
  ["for one channel only", sign({ sub: "alice", channel: "chat:a" })],
  ["that is not yet valid", sign({ sub: "alice", nbf: seconds() + 600 })],
  ["that is no token", "a.b.c"],
])
  test(`a token ${what} ends the conversation with 3500`, async () => {
    const client = made({ token });
    const gone = next(client.sdk, "disconnected");
    client.sdk.connect();
    const context = await gone;
    assert.equal(context.code, 3500);
    assert.equal(client.sockets.length, 1);
  });

test("an expired token is asked anew from the application", async () => {
  let asked = 0;
  const client = made({
    token: sign({ sub: "alice", exp: seconds() - 600 }),
    getToken: async () => {
      asked += 1;
      return sign({ sub: "alice", exp: seconds() + 600 });
    },
  });
  await client.connect();
  assert.equal(asked, 1);
});

test("a token is refreshed in time, and the connection stays", async () => {
  let refreshed;
  const again = new Promise((resolve) => (refreshed = resolve));
  let asked = 0;
  const client = await connected(
    { sub: "alice", exp: seconds() + 4 },
    {
      getToken: async () => {
        asked += 1;
        if (asked === 2) refreshed();
        return sign({ sub: "alice", exp: seconds() + (asked === 1 ? 4 : 600) });
      },
    },
  );
  await again;
  const { subscription } = await client.subscribe(channel());
  await subscription.publish({ nick: "a", text: "still here" });
  assert.equal(client.sockets.length, 1);
});

// Applications that keep their tokens for a while give out one that is over now and then.
test("with an expired token for a fresh one the SDK comes back for another", async () => {
  const lives = [-600, 600];
  const client = await connected(
    { sub: "alice", exp: seconds() + 4 },
    { getToken: async () => sign({ sub: "alice", exp: seconds() + (lives.shift() ?? 600) }) },
  );
  const event = next(client.sdk, "connecting");
  const again = event.then(() => next(client.sdk, "connected"));
  assert.equal((await event).code, 3005);
  await again;
  assert.ok(client.sockets.length > 1);
});

test("with an expired token for a subscription the SDK asks for another", async () => {
  const name = `chat:$stale-${room}`;
  const alice = await connected({ sub: "alice" });
  const token = (life) => sign({ sub: "alice", channel: name, exp: seconds() + life });
  const lives = [-600, 600];
  const { subscription } = await alice.subscribe(name, {
    token: token(4),
    getToken: async () => token(lives.shift() ?? 600),
  });
  const event = next(subscription, "subscribing");
  const again = event.then(() => next(subscription, "subscribed"));
  assert.equal((await event).code, 2501);
  await again;
  assert.equal(alice.sockets.length, 1);
});

test("a connection may last longer than its token, or less long", async () => {
  const reply = async (claims) => {
    const socket = new WebSocket(`ws://${server.url.host}/connection/websocket`);
    clients.push(socket);
    await next(socket, "open");
    const come = next(socket, "message");
    socket.send(JSON.stringify({ id: 1, connect: { token: sign(claims) } }));
    return JSON.parse(await come);
  };
  const exp = seconds() + 60;
  const endless = (await reply({ sub: "alice", exp, expire_at: 0 })).connect;
  assert.deepEqual([endless.expires, endless.ttl], [undefined, undefined]);
  const long = (await reply({ sub: "alice", exp, expire_at: seconds() + 3600 })).connect;
  assert.ok(long.expires && long.ttl > 3000, JSON.stringify(long));
  assert.equal((await reply({ sub: "alice", exp, expire_at: seconds() - 60 })).error.code, 109);
  assert.equal((await reply({ sub: "alice", exp: seconds() - 60, expire_at: 0 })).error.code, 109);
});

test("what a token says of its channels is told to its bearer, what it shows to others", async () => {
  const name = channel();
  const b64 = (value) => Buffer.from(JSON.stringify(value)).toString("base64");
  const subs = { [name]: { info: { seat: 1 }, data: { welcome: true } }, [`${name}-b`]: { b64info: b64({ seat: 2 }) } };
  const alice = made({ token: sign({ sub: "alice", b64info: b64({ nick: "Alice" }), channels: [name], subs }) });
  const subscribed = [];
  alice.sdk.on("subscribed", (context) => subscribed.push(context));
  await alice.connect();
  assert.deepEqual(
    subscribed.map((context) => [context.channel, context.data]).sort(),
    [[name, { welcome: true }], [`${name}-b`, undefined]],
  );
  const bob = await connected({ sub: "bob" });
  for (const [where, seat] of [[name, 1], [`${name}-b`, 2]]) {
    const { subscription } = await bob.subscribe(where);
    const { clients: present } = await subscription.presence();
    const one = Object.values(present).find((client) => client.user === "alice");
    assert.deepEqual([one.connInfo.nick, one.chanInfo.seat], ["Alice", seat]);
  }
  const own = await bob.subscribe(`chat:$data-${room}`, {
    token: sign({ sub: "bob", channel: `chat:$data-${room}`, data: [1] }),
  });
  assert.deepEqual(own.subscribed[0].data, [1]);
});

test("a token for a subscription may be for one connection alone", async () => {
  const name = `chat:$one-${room}`;
  const alice = made({ token: sign({ sub: "alice" }) });
  const { client } = await alice.connect();
  const subscription = alice.sdk.newSubscription(name, { token: sign({ sub: "alice", channel: name, client: "other" }) });
  const refused = next(subscription, "unsubscribed");
  subscription.subscribe();
  assert.equal((await refused).code, 103);
  alice.sdk.removeSubscription(subscription);
  await alice.subscribe(name, { token: sign({ sub: "alice", channel: name, client }) });
});

test("a token of more channels than one may be in is refused, and says so", async () => {
  const client = made({ token: sign({ sub: "alice", channels: Array.from({ length: 129 }, (_, i) => `chat:${i}`) }) });
  const gone = next(client.sdk, "disconnected");
  client.sdk.connect();
  assert.equal((await gone).code, 3505);
});

test("a fresh token shows its bearer to others as it says", async () => {
  const name = channel();
  const bob = await connected({ sub: "bob" });
  const log = await bob.subscribe(name);
  const alice = await connected(
    { sub: "alice", exp: seconds() + 4, info: { nick: "Alice" } },
    { getToken: async () => sign({ sub: "alice", exp: seconds() + 600, info: { nick: "Alicia", rank: 2 } }) },
  );
  await alice.subscribe(name);
  const { data } = await log.next((publication) => publication.data.type === "nick");
  assert.deepEqual(data, { type: "nick", nick: "Alicia", before: "Alice" });
  const { clients: present } = await log.subscription.presence();
  const one = Object.values(present).find((client) => client.user === "alice");
  assert.deepEqual(one.connInfo, { nick: "Alicia", rank: 2 });
  const come = log.next();
  await alice.sdk.publish(name, { text: "It is me" });
  assert.equal((await come).data.nick, "Alicia");
});

// The SDK leaves by itself when it has nobody to ask for a token; another program may not.
test("without a fresh token a subscription ends with 2501 and the connection with 3005", async () => {
  const name = `chat:$short-${room}`;
  const socket = new WebSocket(`ws://${server.url.host}/connection/websocket`);
  const pushes = [];
  socket.on("message", (data) => {
    for (const line of `${data}`.split("\n")) if (JSON.parse(line).push) pushes.push(JSON.parse(line).push);
  });
  const closed = new Promise((resolve) => socket.on("close", (code, reason) => resolve([code, `${reason}`])));
  await new Promise((resolve) => socket.on("open", resolve));
  const token = sign({ sub: "alice", exp: seconds() + 3 });
  const forChannel = sign({ sub: "alice", channel: name, exp: seconds() + 1 });
  socket.send(
    JSON.stringify({ id: 1, connect: { token } }) +
      "\n" +
      JSON.stringify({ id: 2, subscribe: { channel: name, token: forChannel } }),
  );
  assert.deepEqual(await closed, [3005, "expired"]);
  assert.deepEqual(pushes, [{ channel: name, unsubscribe: { code: 2501, reason: "subscription expired" } }]);
});

test("somebody else's token does not refresh", async () => {
  const client = await connected(
    { sub: "alice", exp: seconds() + 4 },
    { getToken: async () => sign({ sub: "bob", exp: seconds() + 600 }) },
  );
  assert.equal((await next(client.sdk, "disconnected")).code, 3500);
});

test("the token's channels are subscribed to by the server, and recover", async () => {
  const names = [channel(), `chat:other-${room}`];
  const alice = made({ token: sign({ sub: "alice", channels: names }) });
  const subscribed = [];
  alice.sdk.on("subscribed", (context) => subscribed.push(context));
  const heard = [];
  alice.sdk.on("publication", (context) => heard.push([context.channel, context.data.text]));
  await alice.connect();
  assert.deepEqual(subscribed.map((context) => context.channel).sort(), [...names].sort());
  const bob = await connected({ sub: "bob" });
  const speaker = await bob.subscribe(channel());
  const first = next(alice.sdk, "publication");
  await speaker.subscription.publish({ nick: "Bob", text: "live" });
  await first;
  const down = next(alice.sdk, "connecting");
  alice.cut();
  await down;
  const missed = next(alice.sdk, "publication");
  await speaker.subscription.publish({ nick: "Bob", text: "missed" });
  await missed;
  assert.deepEqual(heard, [
    [channel(), "live"],
    [channel(), "missed"],
  ]);
  assert.equal(subscribed.at(-1).recovered, true);
});

for (const form of ["chat:$private", "$chat:private"])
test(`a private channel opens to a token for it alone (${form})`, async () => {
  const name = `${form}-${room}`;
  const alice = await connected({ sub: "alice" });
  const refusal = async (token) => {
    const subscription = alice.sdk.newSubscription(name, { token });
    const refused = next(subscription, "unsubscribed");
    subscription.subscribe();
    const { code } = await refused;
    alice.sdk.removeSubscription(subscription);
    return code;
  };
  assert.equal(await refusal(""), 103);
  assert.equal(await refusal(sign({ sub: "alice", channel: "chat:$other" })), 103);
  assert.equal(await refusal(sign({ sub: "bob", channel: name })), 103);
  assert.equal(await refusal(sign({ sub: "alice" })), 103);
  const log = await alice.subscribe(name, { token: sign({ sub: "alice", channel: name, info: { seat: 7 } }) });
  const presence = await log.subscription.presence();
  assert.deepEqual(Object.values(presence.clients)[0].chanInfo, { seat: 7 });
});

test("a subscription is refreshed in time, and stays", async () => {
  const name = `chat:$timed-${room}`;
  const alice = await connected({ sub: "alice" });
  const subscriptionToken = (life) =>
    sign({ sub: "alice", channel: name, exp: seconds() + life, info: { long: life > 4 } });
  let asked = 0;
  let second;
  const again = new Promise((resolve) => (second = resolve));
  const { subscription } = await alice.subscribe(name, {
    token: subscriptionToken(4),
    getToken: async () => {
      asked += 1;
      if (asked === 2) second();
      return subscriptionToken(asked === 1 ? 4 : 600);
    },
  });
  let resubscribed = 0;
  subscription.on("subscribing", () => (resubscribed += 1));
  await again;
  let shown;
  do shown = Object.values((await subscription.presence()).clients)[0].chanInfo;
  while (!shown.long); // the refresh is on its way
  assert.equal(resubscribed, 0);
});

test("a channel with a list of users is theirs alone", async () => {
  const alice = await connected({ sub: "alice" });
  const eve = await connected({ sub: "eve" });
  const name = `chat:dialog-${room}#alice,bob`;
  await alice.subscribe(name);
  const subscription = eve.sdk.newSubscription(name);
  const refused = next(subscription, "unsubscribed");
  subscription.subscribe();
  assert.equal((await refused).code, 103);
});

test("a token for one channel opens no door", async () => {
  const claims = { sub: "alice", channel: channel(), exp: seconds() + 60 };
  const alice = made({ token: sign(claims) });
  const refused = next(alice.sdk, "disconnected");
  alice.sdk.connect();
  assert.equal((await refused).code, 3500);
  const seed = new WebSocket(`ws://${server.url.host}/ws/chat?room=room-${room}&token=${sign(claims)}`);
  const response = await new Promise((resolve, reject) =>
    seed.on("unexpected-response", (_, answer) => resolve(answer)).on("open", () => reject(new Error("it opened"))),
  );
  assert.equal(response.statusCode, 401);
  assert.match(response.headers["www-authenticate"], /the token is for one channel alone/);
});
