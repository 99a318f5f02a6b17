// The link to the server, with a scripted socket and a clock that is moved by hand.
import assert from "node:assert/strict";
import test from "node:test";

import { pageModule } from "../support/module.mjs";

const { Connection, openingLimitMs, settledAfterMs } = await pageModule("connection.ts");
const { backoffMs, firstCapMs, isFinalClose, lastCapMs } = await pageModule("backoff.ts");

class World {
  time = 1_000_000;
  chance = 0.5;
  sockets = [];
  states = [];
  lines = [];
  #timers = new Set();

  constructor() {
    this.connection = new Connection("ws://host/ws/chat?room=lobby", this.#surroundings(), {
      stateChanged: (state) => this.states.push(state),
      received: (line) => this.lines.push(line),
    });
  }

  get socket() {
    return this.sockets.at(-1);
  }

  get kinds() {
    return this.states.map((state) => state.kind);
  }

  pass(ms) {
    this.time += ms;
    for (const timer of [...this.#timers]) {
      if (timer.at > this.time || !this.#timers.delete(timer)) continue;
      timer.action();
    }
  }

  get timers() {
    return this.#timers.size;
  }

  #surroundings() {
    return {
      now: () => this.time,
      random: () => this.chance,
      open: (url, events) => {
        const socket = { url, events, sent: [], closed: false };
        socket.send = (line) => socket.sent.push(line);
        socket.close = () => (socket.closed = true);
        this.sockets.push(socket);
        return socket;
      },
      after: (ms, action) => {
        const timer = { at: this.time + ms, action };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
    };
  }
}

function connectedWorld() {
  const world = new World();
  world.connection.connect();
  world.socket.events.opened();
  return world;
}

test("connects, sends and receives", () => {
  const world = connectedWorld();
  assert.deepEqual(world.kinds, ["connecting", "connected"]);
  assert.equal(world.timers, 0);
  assert.equal(world.connection.send("Alice: Hello"), true);
  assert.deepEqual(world.socket.sent, ["Alice: Hello"]);
  world.socket.events.received("Bob: Hi Alice");
  assert.deepEqual(world.lines, ["Bob: Hi Alice"]);
});

test("sends nothing without a link and says so", () => {
  const world = new World();
  assert.equal(world.connection.send("a"), false);
  world.connection.connect();
  assert.equal(world.connection.send("a"), false);
  world.socket.events.opened();
  world.socket.events.closed(1006, "");
  assert.equal(world.connection.send("a"), false);
  assert.deepEqual(world.socket.sent, []);
});

test("backs off further with every failure, up to a cap", () => {
  const world = new World();
  world.connection.connect();
  const delays = [];
  for (let i = 0; i < 8; ++i) {
    world.socket.events.closed(1006, "");
    delays.push(world.states.at(-1).retryAt - world.time);
    world.pass(delays.at(-1));
    assert.equal(world.sockets.length, i + 2);
  }
  assert.deepEqual(delays, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});

test("a link that held starts the back-off anew, one that breaks at once does not", () => {
  const world = connectedWorld();
  const lose = (afterMs) => {
    world.pass(afterMs);
    world.socket.events.closed(3001, "shutdown");
    const delay = world.states.at(-1).retryAt - world.time;
    world.pass(delay);
    world.socket.events.opened();
    return delay;
  };
  assert.deepEqual([0, 0, settledAfterMs, 0].map(lose), [500, 1000, 500, 1000]);
});

test("a final close code is not answered by a new connection until somebody asks", () => {
  const world = connectedWorld();
  world.socket.events.closed(3503, "force disconnect");
  assert.deepEqual(world.states.at(-1), { kind: "refused", code: 3503, reason: "force disconnect" });
  world.connection.wake();
  world.pass(3_600_000);
  assert.equal(world.sockets.length, 1);
  world.connection.connect();
  assert.equal(world.sockets.length, 2);
  assert.equal(world.connection.state.kind, "connecting");
});

test("waking connects at once, and only when waiting", () => {
  const world = connectedWorld();
  world.connection.wake();
  assert.equal(world.sockets.length, 1);
  world.socket.events.closed(1006, "");
  world.connection.wake();
  assert.equal(world.sockets.length, 2);
  world.connection.wake();
  world.pass(lastCapMs / 2);
  assert.equal(world.sockets.length, 2, "the timer of the wait is gone");
});

test("an opening that takes too long is given up, and its late events are ignored", () => {
  const world = new World();
  world.connection.connect();
  const stuck = world.socket;
  world.pass(openingLimitMs);
  assert.equal(stuck.closed, true);
  assert.equal(world.connection.state.kind, "waiting");
  stuck.events.opened();
  stuck.events.received("late");
  stuck.events.closed(1006, "");
  assert.equal(world.connection.state.kind, "waiting");
  assert.deepEqual(world.lines, []);
  assert.equal(world.timers, 1);
});

test("the jitter is full", () => {
  assert.equal(backoffMs(0, () => 0), 0);
  assert.equal(backoffMs(0, () => 1), firstCapMs);
  assert.equal(backoffMs(3, () => 1), firstCapMs * 8);
  assert.equal(backoffMs(1_000, () => 1), lastCapMs);
});

const codes = [
  [1000, false],
  [1001, false],
  [1006, false],
  [1008, true],
  [1009, false],
  [1011, false],
  [1012, false],
  [3000, false],
  [3001, false],
  [3499, false],
  [3500, true],
  [3999, true],
  [4000, false],
  [4499, false],
  [4500, true],
  [4999, true],
];
for (const [code, final] of codes)
  test(`close code ${code} is ${final ? "final" : "not final"}`, () => assert.equal(isFinalClose(code), final));
