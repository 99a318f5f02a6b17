// What clients may call themselves, in both dialects.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { Operator } from "../support/Operator.mjs";
import { WebSocket } from "../support/packages.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

const reserved = "this nickname is reserved, or could be taken for one that is";
const decomposed = "Zoe\u0308";
const composed = "Zo\u00eb";
let server;
let clients;
let room = 0;

before(async () => {
  const env = { CHINWAG_AUTH_HMAC_SECRET: secret, CHINWAG_API_KEYS: apiKey, CHINWAG_CHAT_RESERVED_NICKS: "Admin,Support" };
  server = await ChatServer.start({ env });
});
after(() => server?.stop());
beforeEach(() => {
  clients = [];
  room += 1;
});
afterEach(() => clients.forEach((client) => client.close()));

const channel = () => `chat:room-${room}`;
const tokenOf = (claims) => sign({ exp: seconds() + 3600, ...claims });

async function client(options) {
  const made = await SdkClient.connected(server, options);
  clients.push(made);
  return made;
}

/** A client of the seed's dialect with the lines that it hears. */
function plain(query) {
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=room-${room}${query}`);
  clients.push(socket);
  socket.lines = [];
  socket.on("error", () => {}); // of one that was refused and is closed
  socket.on("message", (data) => socket.lines.push(data.toString()));
  return socket;
}
async function refusal(socket) {
  const [, response] = await once(socket, "unexpected-response");
  let body = "";
  for await (const piece of response) body += piece;
  return [response.statusCode, JSON.parse(body).detail];
}

test("a nickname is composed, whichever way it comes, and a line of the seed stays as it is", async () => {
  const listener = await client();
  const log = await listener.subscribe(channel());
  const heard = async (say) => {
    // The others of a room are told of a new nickname, too, and that may come later than the answer.
    const come = log.next(({ data }) => data.text !== undefined);
    await say();
    return (await come).data.nick;
  };
  const seed = plain("");
  await once(seed, "open");
  assert.equal(await heard(() => seed.send(`${decomposed}: Hello`)), composed);
  assert.deepEqual(seed.lines, [`${decomposed}: Hello`]);
  const named = plain(`&nick=${encodeURIComponent(decomposed)}`);
  await once(named, "open");
  assert.equal(await heard(() => named.send("Hello")), composed);

  const zoe = await client({ data: { nick: decomposed } });
  const hers = await zoe.subscribe(channel());
  assert.equal(await heard(() => hers.subscription.publish({ text: "connected so" })), composed);
  assert.equal(await heard(() => hers.subscription.publish({ text: "said so", nick: decomposed })), composed);
  await zoe.sdk.rpc("chat.nick", { nick: `${decomposed}2` });
  assert.equal(await heard(() => hers.subscription.publish({ text: "renamed so" })), `${composed}2`);
  const api = new ServerApi(server);
  assert.equal(
    await heard(() => api.result("publish", { channel: channel(), data: { nick: decomposed, text: "by the API" } })),
    composed,
  );
  const token = tokenOf({ sub: "zoe", info: { nick: decomposed } });
  const signed = await (await client({ token })).subscribe(channel());
  assert.equal(await heard(() => signed.subscription.publish({ text: "signed so" })), composed);
});

test("nobody connects under a reserved nickname, nor under one that looks like it", async () => {
  for (const nick of ["Admin", "admin", "\u0410dmin", "Adrnin", "SUPP0RT"]) {
    const one = new SdkClient(server, { data: { nick } });
    clients.push(one);
    const ended = next(one.sdk, "disconnected");
    one.sdk.connect();
    const { code, reason } = await ended;
    assert.deepEqual([code, reason], [103, reserved], nick);
    const [status, detail] = await refusal(plain(`&nick=${encodeURIComponent(nick)}`));
    assert.equal(status, 403, nick);
    assert.match(detail, /'nick' is not allowed: this nickname is reserved/);
  }
  await client({ data: { nick: "Adam" } });
});

test("nobody takes a reserved nickname later", async () => {
  const bob = await client({ data: { nick: "Bob" } });
  const log = await bob.subscribe(channel());
  await assert.rejects(log.subscription.publish({ text: "hi", nick: "Admin" }), { code: 103, message: reserved });
  await assert.rejects(bob.sdk.rpc("chat.nick", { nick: "\u0410dmin" }), { code: 103, message: reserved });
  const come = log.next();
  await log.subscription.publish({ text: "still Bob" });
  assert.equal((await come).data.nick, "Bob");
  assert.equal(log.publications.length, 1);
});

test("a line under a reserved nickname is told to nobody but its sender, who reads why", async () => {
  const bob = await client({ data: { nick: "Bob" } });
  const log = await bob.subscribe(channel());
  const seed = plain("&nick=Eve");
  await once(seed, "open");
  for (const line of ["Admin: I am", "\u0410dmin: I am", " Admin : I am", "Ad\u200bmin: I am"]) {
    const told = once(seed, "message");
    seed.send(line);
    const [answer] = await told;
    assert.equal(
      answer.toString(),
      "Chinwag: Your message was not sent. The nickname is reserved, or could be taken for one that is.",
      line,
    );
  }
  const come = log.next();
  seed.send("Adam: Hello");
  assert.equal((await come).data.nick, "Adam");
  assert.equal(log.publications.length, 1);
});

test("a reserved nickname is for the user who is called so, and for what a token says", async () => {
  const admin = await client({ token: tokenOf({ sub: "Admin" }), data: { nick: "Admin" } });
  const log = await admin.subscribe(channel());
  const come = log.next();
  await log.subscription.publish({ text: "I am" });
  assert.equal((await come).data.nick, "Admin");
  const seed = plain(`&nick=Admin&token=${tokenOf({ sub: "Admin" })}`);
  await once(seed, "open");
  const heard = log.next();
  seed.send("Admin: here, too");
  assert.equal((await heard).data.text, "here, too");

  const signed = await client({ token: tokenOf({ sub: "u17", info: { nick: "Support" } }) });
  const hers = await signed.subscribe(channel());
  const said = log.next();
  await hers.subscription.publish({ text: "signed" });
  assert.equal((await said).data.nick, "Support");
  const [status] = await refusal(plain(`&nick=Admin&token=${tokenOf({ sub: "bob" })}`));
  assert.equal(status, 403);
});

test("the name of the server and those of operators are reserved without configuration", async () => {
  const other = await ChatServer.start();
  try {
    await Operator.of(other);
  } finally {
    await other.stop("SIGTERM", { keepHome: true });
  }
  const again = await ChatServer.start({ home: other.home });
  try {
    for (const nick of ["Chinwag", "0lga", "olga"]) {
      const one = new SdkClient(again, { data: { nick } });
      clients.push(one);
      const ended = next(one.sdk, "disconnected");
      one.sdk.connect();
      assert.equal((await ended).code, 103, nick);
    }
  } finally {
    await again.stop();
  }
});
