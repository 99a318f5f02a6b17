// What an SDK never does, on the wire: the rules that protect the server and the codes that say which was
// broken.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { WebSocket } from "../support/packages.mjs";
import { SdkClient } from "../support/SdkClient.mjs";

let server;
before(async () => (server = await ChatServer.start()));
after(() => server?.stop());

/** A socket that remembers what it was told, and how it ended. */
async function open(at = server) {
  const socket = new WebSocket(`ws://${at.url.host}/connection/websocket`);
  const frames = [];
  const waiting = new Set();
  socket.on("message", (data) => {
    frames.push(data.toString());
    for (const tell of [...waiting]) tell();
  });
  const closed = new Promise((resolve) => socket.on("close", (code, reason) => resolve([code, `${reason}`])));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  return {
    socket,
    frames,
    closed,
    async expect(count) {
      while (frames.length < count) {
        await new Promise((resolve) => {
          const tell = () => {
            waiting.delete(tell);
            resolve();
          };
          waiting.add(tell);
        });
      }
      return frames;
    },
  };
}

for (const [what, frame] of [
  ["another command before connect", '{"id":1,"subscribe":{"channel":"chat:a"}}'],
  ["a second connect", '{"id":1,"connect":{}}\n{"id":2,"connect":{}}'],
  ["a command without a number", '{"connect":{}}'],
  ["what is no JSON", "hello"],
  ["JSON that is no object", "[]"],
  ["a member of another type", '{"id":1,"connect":{"token":1}}'],
  ["nested too deep", "[".repeat(60_000)],
])
  test(`closes with 3501 after ${what}`, async () => {
    const link = await open();
    link.socket.send(frame);
    assert.deepEqual(await link.closed, [3501, "bad request"]);
  });

test("a binary message is not spoken here", async () => {
  const link = await open();
  link.socket.send(Buffer.from([1, 2, 3]));
  assert.equal((await link.closed)[0], 1003);
});

test("commands of a frame are answered in a frame, a line each, in order", async () => {
  const link = await open();
  link.socket.send(
    [
      '{"id":1,"connect":{"name":"test"}}',
      '{"id":2,"subscribe":{"channel":"chat:wire"}}',
      '{"id":3,"history":{"channel":"chat:wire"}}',
      '{"id":4,"subscribe":{"channel":"chat:wire"}}',
      '{"id":5,"unsubscribe":{"channel":"chat:wire"}}',
      '{"id":6,"publish":{"channel":"chat:wire","data":{"text":"a"}}}',
      '{"id":7,"something":{}}',
      "",
    ].join("\n"),
  );
  const replies = (await link.expect(1))[0].split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(
    replies.map((reply) => reply.id),
    [1, 2, 3, 4, 5, 6, 7],
  );
  assert.equal(replies[0].connect.ping, 25);
  assert.equal(replies[0].connect.pong, true);
  assert.match(replies[0].connect.client, /^[0-9a-f-]{36}$/);
  assert.match(replies[0].connect.version, /^Chinwag \d/);
  assert.equal(replies[1].subscribe.recoverable, true);
  assert.match(replies[1].subscribe.epoch, /\w+/);
  assert.equal(replies[2].history.epoch, replies[1].subscribe.epoch);
  assert.deepEqual(replies[3].error, { code: 105, message: "already subscribed" });
  assert.deepEqual(replies[4], { id: 5, unsubscribe: {} });
  assert.equal(replies[5].error.code, 103);
  assert.equal(replies[6].error.code, 104);
  link.socket.close();
});

test("a client that does not connect is closed, one that does not answer pings too", async () => {
  const quick = await ChatServer.start({ env: { CHINWAG_CLIENT_PING: "1s", CHINWAG_CLIENT_PONG: "300ms" , CHINWAG_SERVER_HEAD_TIMEOUT: "300ms" } });
  try {
    const silent = await open(quick);
    assert.deepEqual(await silent.closed, [3502, "stale"]);
    const deaf = await open(quick);
    deaf.socket.send('{"id":1,"connect":{}}');
    assert.deepEqual(await deaf.closed, [3012, "no pong"]);
    assert.equal(deaf.frames.at(-1), "{}");
    const healthy = await SdkClient.connected(quick);
    const pings = [];
    healthy.sockets[0].on("message", (data) => pings.push(`${data}`));
    while (pings.filter((text) => text === "{}").length < 3)
      await new Promise((resolve) => healthy.sockets[0].once("message", resolve));
    assert.equal(healthy.sockets.length, 1);
    healthy.close();
  } finally {
    await quick.stop();
  }
});

test("a subscriber too many is refused", async () => {
  const link = await open();
  const subscribe = (i) => `{"id":${i + 2},"subscribe":{"channel":"chat:${i}"}}`;
  link.socket.send('{"id":1,"connect":{}}\n' + Array.from({ length: 129 }, (_, i) => subscribe(i)).join("\n"));
  const replies = (await link.expect(1))[0].split("\n").map((line) => JSON.parse(line));
  assert.equal(replies[128].error, undefined);
  assert.equal(replies[129].error.code, 106);
  link.socket.close();
});
