// What watches the server, as it is shipped: a real Prometheus with our configuration looks at a real server, our
// alerts hold their tongue, and every curve of the dashboard finds what it shows.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { ChatServer } from "../web/support/ChatServer.mjs";
import { WebSocket } from "../web/support/packages.mjs";
import { sourceRoot } from "../web/support/places.mjs";
import { Program } from "./support/Program.mjs";

const shipped = join(sourceRoot, "packaging/prometheus");
const patience = 60_000; // milliseconds

let folder;
let server;
let prometheus;
let address;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "chinwag-monitoring-"));
  server = await ChatServer.start();
  const written = await readFile(join(shipped, "prometheus.yml"), "utf8");
  const adapted = written
    .replace("127.0.0.1:8000", server.url.host)
    .replace("- chinwag.rules.yml", `- ${join(shipped, "chinwag.rules.yml")}`)
    .replaceAll(/_interval: 15s/g, "_interval: 1s");
  for (const part of [server.url.host, shipped, "scrape_interval: 1s"]) assert.ok(adapted.includes(part), part);
  await writeFile(join(folder, "prometheus.yml"), adapted);
  prometheus = Program.start("prometheus", [
    `--config.file=${join(folder, "prometheus.yml")}`,
    `--storage.tsdb.path=${join(folder, "data")}`,
    "--web.listen-address=127.0.0.1:0",
  ]);
  [, address] = await prometheus.says(/Listening on.*address=(127\.0\.0\.1:[1-9]\d*)/);
});
after(async () => {
  await prometheus?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path) {
  const answer = await fetch(`http://${address}/api/v1/${path}`);
  const { status, error, data } = await answer.json();
  assert.equal(status, "success", `${path}: ${error}`);
  return data;
}

/** People come, talk and go, and somebody finds the wrong door. */
async function live() {
  const people = [1, 2].map(() => new WebSocket(`ws://${server.url.host}/ws/chat?room=watched`));
  await Promise.all(people.map((socket) => once(socket, "open")));
  const heard = once(people[1], "message");
  people[0].send("Anna: Hello");
  await heard;
  people[0].close();
  const lost = new WebSocket(`ws://${server.url.host}/nowhere`);
  await new Promise((resolve) => lost.on("error", resolve));
  return people[1];
}

test("promtool finds no fault in the configuration", async () => {
  await Program.start("promtool", ["check", "config", join(shipped, "prometheus.yml")]).output();
});

test("each alert speaks up when it should", async () => {
  await Program.start("promtool", ["test", "rules", join(sourceRoot, "tests/packaging/alerts.test.yml")]).output();
});

test("every curve of the dashboard shows something", async () => {
  const dashboard = JSON.parse(await readFile(join(sourceRoot, "packaging/grafana/chinwag.json"), "utf8"));
  const places = dashboard.panels.map(({ gridPos: { x, w } }) => x + w);
  assert.ok(Math.max(...places) <= 24);
  const empty = new Set(dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)));
  dashboard.annotations.list.forEach(({ expr }) => empty.add(expr));
  assert.ok(empty.size > 30);
  // What tells of restarts has nothing to tell.
  const restarts = [...empty].filter((expr) => expr.startsWith("changes("));
  const deadline = Date.now() + patience;
  const here = [];
  while (empty.size > restarts.length && Date.now() < deadline) {
    here.push(await live());
    for (const expr of empty) {
      const query = expr.replaceAll("$instance", ".*").replaceAll("$__rate_interval", "10s");
      const { result } = await ask(`query?query=${encodeURIComponent(query)}`);
      // NaN is what a quantile of nothing is.
      if (result.some(({ value: [, number] }) => number !== "NaN")) empty.delete(expr);
    }
    await pause(500);
  }
  here.forEach((socket) => socket.close());
  assert.deepEqual([...empty], restarts);
});

test("nothing is wrong with a server that is well", async () => {
  const { groups } = await ask("rules");
  const rules = groups.flatMap((group) => group.rules);
  assert.ok(rules.length >= 9);
  for (const { name, health, lastError, state } of rules)
    assert.deepEqual([name, health, lastError, state], [name, "ok", undefined, "inactive"]);
});
