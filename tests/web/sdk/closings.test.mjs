// How the server ends conversations, and what the published SDK, unmodified, makes of it: it comes back where
// that makes sense, and stays away where it should. server/protocol/PROTOCOL.md lists the codes.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { Operator } from "../support/Operator.mjs";
import { WebSocketServer } from "../support/packages.mjs";
import { sourceRoot } from "../support/places.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { secret, sign } from "../support/token.mjs";

const env = {
  CHINWAG_API_KEYS: apiKey,
  CHINWAG_API_RATE: "0",
  CHINWAG_AUTH_HMAC_SECRET: secret,
  CHINWAG_CLIENT_MAX_MESSAGE: "32KiB",
  CHINWAG_CLIENT_MAX_QUEUE: "64KiB",
};
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

const user = () => `user-${round}`;

function made(at = server, sub = user()) {
  const client = new SdkClient(at, at.home ? { token: sign({ sub }) } : {});
  clients.push(client);
  return client;
}

async function connected() {
  const client = made();
  await client.connect();
  return client;
}

async function rule(path, body) {
  const answer = await operator.ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${path}: ${await answer.text()}`);
}

test("who is banned is sent away with the reason, and does not come back", async () => {
  const client = await connected();
  const gone = next(client.sdk, "disconnected");
  await rule("bans", { target: "user", value: user(), reason: "spam" });
  assert.deepEqual(await gone, { code: 4501, reason: "spam" });
  assert.equal(client.sockets.length, 1);
  // The next attempt of theirs goes no further.
  const refused = next(client.sdk, "disconnected");
  client.sdk.connect();
  assert.equal((await refused).code, 4501);
  assert.equal(client.sockets.length, 2);
});

test("a lockdown sends those away who are here, and lets nobody in", async () => {
  const client = await connected();
  const gone = next(client.sdk, "disconnected");
  await rule("lockdown", { level: 3, reason: "raid" });
  assert.deepEqual(await gone, { code: 4502, reason: "raid" });
  const other = made(server, "other");
  const refused = next(other.sdk, "disconnected");
  other.sdk.connect();
  assert.equal((await refused).code, 4502);
  assert.deepEqual([client.sockets.length, other.sockets.length], [1, 1]);
  await rule("lockdown", { level: 0, reason: "over" });
  await other.connect();
});

test("from a server that stops one comes back to the one that starts", async () => {
  const brief = await ChatServer.start({ env });
  const client = made(brief);
  await client.connect();
  const away = next(client.sdk, "connecting");
  const back = next(client.sdk, "connected");
  await brief.stop("SIGTERM", { keepHome: true });
  assert.deepEqual(await away, { code: 3001, reason: "shutdown" });
  const again = await ChatServer.start({ port: brief.port, env, home: brief.home });
  await back;
  client.close();
  await again.stop();
});

test("who does not read is let go, and comes back", async () => {
  const client = await connected();
  await client.subscribe("flood");
  const api = new ServerApi(server);
  const [socket] = client.sockets;
  socket.pause();
  const away = next(client.sdk, "connecting");
  const back = next(client.sdk, "connected");
  // More than the kernel keeps between two ends, until the server has had enough.
  const data = "x".repeat(100_000);
  const isLetGo = async () => (await operator.get("stats")).closings.slow > 0;
  do await api.result("publish", { channel: "flood", data });
  while (!(await isLetGo()));
  socket.resume();
  assert.deepEqual(await away, { code: 3008, reason: "slow" });
  await back;
});

test("a message over the limit ends the conversation for good: it would be too long again", async () => {
  const client = await connected();
  const { subscription } = await client.subscribe("long");
  const gone = next(client.sdk, "disconnected");
  const published = subscription.publish("x".repeat(40_000));
  await assert.rejects(published);
  const { code, reason } = await gone;
  assert.deepEqual([code, reason], [3, "message size limit exceeded"]); // the SDK's own for 1009
  assert.equal(client.sockets.length, 1);
});

/** The codes of the Centrifuge protocol, and ours, that the document says the server sends. */
async function documented() {
  const text = await readFile(join(sourceRoot, "server/protocol/PROTOCOL.md"), "utf8");
  const table = text.slice(text.indexOf("## Close codes"));
  return [...table.matchAll(/^\| (\d{4}) \|/gm)].map(([, code]) => Number(code)).filter((code) => code >= 3_000);
}

test("each code that is documented brings the SDK back or keeps it away", async () => {
  const codes = await documented();
  assert.ok(codes.includes(3010) && codes.includes(4502), `${codes}`);
  for (const code of codes) {
    let first = true;
    const other = new WebSocketServer({ host: "127.0.0.1", port: 0 });
    other.on("connection", (socket) =>
      socket.on("message", (data) => {
        const { id } = JSON.parse(`${data}`.split("\n")[0]);
        if (!first) return socket.send(JSON.stringify({ id, connect: { client: "c", version: "1" } }));
        first = false;
        socket.close(code, "why");
      }),
    );
    await once(other, "listening");
    const client = made({ url: new URL(`http://127.0.0.1:${other.address().port}`) });
    const mayReturn = code < 3_500 || (code >= 4_000 && code < 4_500);
    const heard = mayReturn ? next(client.sdk, "connected") : next(client.sdk, "disconnected");
    client.sdk.connect();
    const context = await heard;
    if (!mayReturn) assert.deepEqual(context, { code, reason: "why" });
    client.close();
    other.close();
  }
});
