// What the page knows of a room: messages in their order, the past, and what is not confirmed.
import assert from "node:assert/strict";
import test from "node:test";

import { pageModule } from "../support/module.mjs";

const { Timeline } = await pageModule("model/timeline.ts");
const { Past } = await pageModule("model/past.ts");
const { Outbox, recognisedMs } = await pageModule("model/outbox.ts");
const { readPage, readPublication, timeOfId } = await pageModule("model/wire.ts");

const idOf = (number) => (1_700_000_000_000 + number).toString(16).padStart(12, "0") + "0".repeat(12);
const message = (number, text = String(number)) =>
  readPublication({ id: idOf(number), nick: "Ann", text }, { client: "c", user: "u" }).message;
const texts = (timeline) => timeline.messages.map(({ text }) => text);
const pageOf = (...numbers) => numbers.map((number) => message(number));

test("a message is read with whose it is and when it was said", () => {
  const { message: read } = readPublication(
    { id: idOf(5), nick: "Ann", text: "hi", reply_to: "r", edited: 7, client_id: "n" },
    { client: "c", user: "u" },
  );
  assert.deepEqual(read, {
    id: idOf(5), nickname: "Ann", text: "hi", at: 1_700_000_000_005, user: "u", client: "c",
    isNotice: false, isTakenBack: false, editedAt: 7, replyTo: "r", clientId: "n",
  });
});

for (const data of [null, 1, "text", [], {}, { id: 5 }, { id: "" }, { type: "read", id: "x" }, { type: 7, id: "x" }])
  test(`what is no message is none: ${JSON.stringify(data)}`, () =>
    assert.equal(readPublication(data, undefined), undefined));

test("members that are something else are left out", () => {
  const { message: read } = readPublication({ id: idOf(1), nick: 5, text: {}, edited: "x", reply_to: null }, "info");
  assert.equal(read.nickname + read.text + read.replyTo + read.user + read.client, "");
  assert.equal(read.editedAt, 0);
});

test("an id that tells no time is taken for now", () => {
  assert.ok(Math.abs(timeOfId("other") - Date.now()) < 60_000);
  assert.ok(Math.abs(timeOfId("0".repeat(24)) - Date.now()) < 60_000);
});

test("a page comes oldest first, with tombstones in their places", () => {
  const page = readPage({
    messages: [
      { data: { id: idOf(3), nick: "Ann", text: "three" }, time: 33 },
      { data: { type: "redact", id: idOf(2) }, time: 22 },
      { data: { text: "no id" }, time: 11 },
      "nothing",
    ],
    next: 17,
  });
  assert.deepEqual(page.messages.map(({ text, at, isTakenBack }) => [text, at, isTakenBack]), [["", 22, true], ["three", 33, false]]);
  assert.equal(page.before, 17);
  for (const none of [undefined, {}, { messages: 7, next: "x" }])
    assert.deepEqual(readPage(none), { messages: [], before: undefined });
});

test("what is told twice stands once", () => {
  const timeline = new Timeline();
  assert.equal(timeline.append(message(1)), true);
  assert.equal(timeline.append(message(1)), false);
  assert.deepEqual(texts(timeline), ["1"]);
});

test("the newest page goes in front of what was told before it came", () => {
  const timeline = new Timeline();
  timeline.breakOff();
  timeline.append(message(4));
  assert.equal(timeline.rejoin(pageOf(1, 2, 3, 4)), true);
  timeline.append(message(5));
  assert.deepEqual(texts(timeline), ["1", "2", "3", "4", "5"]);
});

test("a page that reaches back over a gap closes it, in order, whatever was told meanwhile", () => {
  const timeline = new Timeline();
  for (const number of [1, 2, 3]) timeline.append(message(number));
  timeline.breakOff();
  timeline.append(message(6));
  timeline.append(message(7));
  assert.equal(timeline.rejoin([message(2, "2, changed"), ...pageOf(3, 4, 5, 6)]), true);
  assert.deepEqual(texts(timeline), ["1", "2, changed", "3", "4", "5", "6", "7"]);
});

test("a page that does not reach back replaces what was known before the gap", () => {
  const timeline = new Timeline();
  for (const number of [1, 2]) timeline.append(message(number));
  timeline.breakOff();
  timeline.append(message(9));
  assert.equal(timeline.rejoin(pageOf(7, 8)), false);
  assert.deepEqual(texts(timeline), ["7", "8", "9"]);
  assert.equal(timeline.find(idOf(1)), undefined);
});

test("only what is older goes in front", () => {
  const timeline = new Timeline();
  for (const number of [5, 6]) timeline.append(message(number));
  assert.equal(timeline.prepend(pageOf(3, 4, 5, 6)), 2);
  // About to be told, and therefore not older.
  assert.equal(timeline.prepend(pageOf(7, 8)), 0);
  assert.equal(timeline.prepend(pageOf(1, 2)), 2);
  assert.deepEqual(texts(timeline), ["1", "2", "3", "4", "5", "6"]);
});

test("what is changed, taken back and trimmed is so for good", () => {
  const timeline = new Timeline();
  for (const number of [1, 2, 3]) timeline.append(message(number));
  assert.equal(timeline.change({ kind: "edit", id: idOf(2), text: "two", at: 5 }).text, "two");
  assert.equal(timeline.change({ kind: "redact", id: idOf(3) }).isTakenBack, true);
  assert.equal(timeline.change({ kind: "redact", id: idOf(9) }), undefined);
  assert.deepEqual(timeline.trim(2).map(({ text }) => text), ["1"]);
  assert.deepEqual(texts(timeline), ["two", ""]);
  assert.equal(timeline.change({ kind: "redact", id: idOf(1) }), undefined);
});

/** A server with the messages 1 to `count`; the cursor is the number of a message. */
function pastOf(count, calls = []) {
  const call = async (method, { before = count + 1, limit }) => {
    calls.push(before);
    const first = Math.max(1, before - limit);
    const numbers = Array.from({ length: before - first }, (_, at) => before - 1 - at);
    return {
      messages: numbers.map((number) => ({ data: { id: idOf(number), text: String(number) }, time: number })),
      ...(first > 1 && { next: first }),
    };
  };
  return { call, remembered: async () => [] };
}

test("the past comes page by page to its beginning, and is found again after the top was forgotten", async () => {
  const timeline = new Timeline();
  const past = new Past(pastOf(260), timeline);
  assert.equal(await past.newest(), true);
  assert.equal(timeline.messages.length, 50);
  assert.equal(await past.older(), true);
  assert.equal(timeline.messages.length, 150);
  timeline.trim(20);
  past.forgot();
  while (past.state === "idle") await past.older();
  assert.equal(past.state, "complete");
  assert.deepEqual(texts(timeline), Array.from({ length: 260 }, (_, at) => String(at + 1)));
});

test("where nothing is kept, what is remembered is the past", async () => {
  const timeline = new Timeline();
  const past = new Past(
    {
      call: () => Promise.reject({ code: 108, message: "not available" }),
      remembered: async () => [{ kind: "message", message: message(1) }, { kind: "redact", id: "x" }],
    },
    timeline,
  );
  await past.newest();
  assert.deepEqual(texts(timeline), ["1"]);
  assert.equal(past.state, "complete");
});

test("a past that cannot be read can be asked for again, and an answer that comes too late is none", async () => {
  const timeline = new Timeline();
  const fails = new Past({ call: () => Promise.reject({ code: 100, message: "internal" }) }, timeline);
  await assert.rejects(fails.newest(), { code: 100, message: "internal" });
  assert.equal(fails.state, "idle");

  const late = new Past(pastOf(3), timeline);
  const [first, second] = [late.newest(), late.newest()];
  assert.equal(await first, undefined);
  assert.equal(await second, true);
});

function outboxOf(...draftTexts) {
  let count = 0;
  const outbox = new Outbox(() => `name-${++count}`);
  for (const text of draftTexts) outbox.write({ nickname: "Nia", text, replyTo: "" });
  return outbox;
}
const statuses = (outbox) => outbox.entries.map(({ status }) => status);

test("what is written waits, goes out, and is gone when it has arrived", () => {
  const outbox = outboxOf("a", "b");
  assert.deepEqual(outbox.waiting().map(({ text }) => text), ["a", "b"]);
  outbox.sent("name-1", 5);
  assert.deepEqual(statuses(outbox), ["sending", "waiting"]);
  assert.equal(outbox.arrived("name-1"), true);
  assert.equal(outbox.arrived("name-1"), false);
  assert.equal(outbox.arrived(""), false);
  assert.deepEqual(outbox.entries.map(({ text }) => text), ["b"]);
});

for (const [why, certain, recognised, later, status] of [
  ["it would have been heard", true, false, recognisedMs * 10, "waiting"],
  ["the server recognises it", false, true, recognisedMs - 1, "waiting"],
  ["it is too long ago to be recognised", false, true, recognisedMs, "unconfirmed"],
  ["nobody recognises what comes from nobody", false, false, 1, "unconfirmed"],
])
  test(`what was under way when the link broke is ${status}: ${why}`, () => {
    const outbox = outboxOf("a");
    outbox.sent("name-1", 1_000);
    outbox.lost();
    assert.deepEqual(statuses(outbox), ["lost"]);
    outbox.settle(certain, recognised, 1_000 + later);
    assert.deepEqual(statuses(outbox), [status]);
  });

test("what goes out again keeps its name and when it first went out", () => {
  const outbox = outboxOf("a");
  outbox.sent("name-1", 1_000);
  outbox.lost("name-1");
  outbox.settle(true, false, 2_000);
  outbox.sent("name-1", 3_000);
  assert.equal(outbox.entries[0].sentAt, 1_000);
});

test("what the server does not want stays with its reason until a person decides", () => {
  const outbox = outboxOf("a");
  outbox.sent("name-1", 1);
  outbox.refused("name-1", "You are muted.");
  outbox.lost();
  outbox.settle(true, true, 2);
  assert.deepEqual(statuses(outbox), ["refused"]);
  assert.equal(outbox.entries[0].reason, "You are muted.");
  outbox.again("name-1");
  assert.deepEqual(outbox.waiting().map(({ reason }) => reason), [""]);
  outbox.remove("name-1");
  assert.deepEqual(outbox.entries, []);
});
