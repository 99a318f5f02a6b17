// Turns the samples of script/bench into the Markdown of RESULTS.md.
//   node table.mjs SAMPLES.jsonl FACTS.md
import { readFileSync } from "node:fs";

const reference = "bun";
const titles = {
  "chinwag-unkept": "Chinwag, 1 worker, nothing kept",
  "chinwag-1": "Chinwag, 1 worker",
  "chinwag-2": "Chinwag, 2 workers",
  bun: "Bun",
  ws: "Node ws",
  socketio: "Socket.IO",
  fastapi: "FastAPI",
};

const grouped = (digits) => new Intl.NumberFormat("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
const whole = (value) => grouped(0).format(value);
const short = (value) => grouped(value < 10 ? 2 : value < 100 ? 1 : 0).format(value);

function fixedRows(samples) {
  const counts = [...new Set(samples.map(({ measure }) => /^closed-(\d+)$/.exec(measure)?.[1]).filter(Boolean))];
  const perCount = (title, key, show) =>
    counts.map((count) => ({ title: `${title}, ${whole(Number(count))} clients`, measure: `closed-${count}`, key, show }));
  const idleClients = samples.find(({ measure }) => measure === "idle")?.found.clients ?? 0;
  return [
    ...perCount("deliveries/s", "deliveries_per_second", whole),
    ...perCount("CPU us/delivery", "server_us_per_delivery", short),
    { title: "deliveries/s, 1,000 clients, 10 talk", measure: "lively", key: "deliveries_per_second", show: whole },
    { title: "CPU us/delivery, 1,000 clients, 10 talk", measure: "lively", key: "server_us_per_delivery", show: short },
    { title: "CPU us/delivery, 1,000 rooms of 10", measure: "rooms", key: "server_us_per_delivery", show: short },
    { title: "CPU us/message in, 1,000 rooms of 10", measure: "rooms", key: "server_us_per_message", show: short },
    { title: "p50 us, 50 msg/s to 1,000", measure: "open", key: "latency_p50_us", show: whole },
    { title: "p99 us, 50 msg/s to 1,000", measure: "open", key: "latency_p99_us", show: whole },
    { title: `KiB/idle connection of ${whole(idleClients)}`, measure: "idle", key: "pss_kib_per_connection", show: short },
    { title: "CPU us/connect", measure: "idle", key: "server_us_per_connect", show: short },
    { title: "idle CPU %", measure: "idle", key: "idle_cpu_percent", show: short },
    { title: "base MiB", measure: "idle", key: "base_pss_mib", show: short },
    { title: "kept and acknowledged/s", measure: "publish", key: "acknowledged_per_second", show: whole },
    { title: "CPU us/publication kept", measure: "publish", key: "server_us_per_publication", show: short },
    { title: "s until all are back", measure: "storm", key: "back_seconds", show: short },
    { title: "CPU us/client that is back", measure: "storm", key: "server_us_per_return", show: short },
    { title: "start ms", measure: "start", key: "milliseconds", show: whole },
    ...perCount("generator CPU %", "generator_cpu_percent", whole).map((row) => ({ ...row, plain: true })),
  ];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function valuesOf(samples, contestant, row) {
  return samples
    .filter((sample) => sample.contestant === contestant && sample.measure === row.measure)
    .map((sample) => sample.found[row.key])
    .filter((value) => typeof value === "number");
}

// The machine's speed drifts by more than the servers differ, so a server is compared with the reference within
// a round, where they ran right after each other; the ratio shown is the median of those.
function ratioToReference(samples, contestant, row) {
  const rounds = [...new Set(samples.map(({ round }) => round))];
  const ratios = rounds.flatMap((round) => {
    const ofRound = samples.filter((sample) => sample.round === round);
    const own = valuesOf(ofRound, contestant, row);
    const base = valuesOf(ofRound, reference, row);
    return own.length && base.length && median(base) > 0 ? [median(own) / median(base)] : [];
  });
  return ratios.length ? median(ratios) : undefined;
}

function cell(values, ratio, row) {
  if (values.length === 0) return "–";
  const shown = row.show(median(values));
  return ratio === undefined || row.plain ? shown : `${shown} (${grouped(2).format(ratio)})`;
}

// How far apart the rounds are, for the contestant for whom they are farthest.
function spread(perContestant) {
  const spreads = perContestant
    .filter((values) => values.length > 1 && median(values) > 0)
    .map((values) => (Math.max(...values) - Math.min(...values)) / median(values));
  return spreads.length ? `${whole(Math.max(...spreads) * 100)}%` : "–";
}

function table(samples) {
  const contestants = Object.keys(titles).filter((name) => samples.some((sample) => sample.contestant === name));
  const lines = [
    `| | ${contestants.map((name) => titles[name]).join(" | ")} | spread |`,
    `|---|${contestants.map(() => "---:|").join("")}---:|`,
  ];
  for (const row of fixedRows(samples)) {
    const perContestant = contestants.map((name) => valuesOf(samples, name, row));
    const cells = contestants.map((name, i) => cell(perContestant[i], ratioToReference(samples, name, row), row));
    lines.push(`| ${row.title} | ${cells.join(" | ")} | ${spread(perContestant)} |`);
  }
  return lines.join("\n");
}

const [samplesFile, factsFile] = process.argv.slice(2);
const samples = readFileSync(samplesFile, "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));
const closed = samples.find(({ measure }) => measure.startsWith("closed-"));
const rounds = Math.max(0, ...Object.keys(titles).map((name) => valuesOf(samples, name, { measure: closed?.measure, key: "clients" }).length));

process.stdout.write(`# Chinwag beside other servers

Written by \`script/bench\`. Every cell is the median of ${rounds} round${rounds === 1 ? "" : "s"} and, in parentheses, the median of its
ratios to Bun's in the same round: above 1 is better for deliveries/s, below 1 for everything else.

${readFileSync(factsFile, "utf8").trim()}

${table(samples)}

## What is measured

Each server is the tutorial's chat: what a client sends goes, as it is, to every client, its sender too. All of
them run on this machine, one after another within each round, every measurement on a freshly started server,
Chinwag's with an empty database, in which it then keeps what is said, on disk and searchable (which none of the
others does, therefore also a column in which it keeps nothing); the load generator, \`chinwag-bench\`, is one thread
beside them and has to share the processors with them.

- **deliveries/s** – closed loop: 5 of the clients (where it says so, 10) talk, 64 bytes a message; each sends its next message when its
  last one has come back to it. Counted is what arrives at all clients.
- **CPU us/delivery** – processor time of the server (all its threads and processes, user and system) for one of those
  deliveries. It depends far less than deliveries/s on what else the machine is doing.
- **1,000 rooms of 10** – closed loop, too: one of the ten talks in each room.
- **kept and acknowledged/s** – Centrifuge protocol, closed loop: 1,000 clients publish, each to a channel of its own,
  4 messages under way each; an acknowledgement says that the message is on disk and can be searched for. The clients
  get their own messages as well.
- **s until all are back** – Centrifuge protocol: that many listeners of one room, in which 20 messages a second are
  said, lose their connections, and a second later all of them come back at once and recover what they have missed.
  The generator fails unless each has got every offset once and in order.
- **p50, p99** – open loop: 50 messages a second in all, at fixed times, to 1,000 clients; from the time at which a
  message was due to the time at which a client read it.
- **KiB/idle connection** – growth of the server's proportional set size while the connections were opened.
- **CPU us/connect** – processor time of the server for a connection, from accept to the end of the opening handshake.
- **idle CPU %** – of one processor, while those connections are open and silent.
- **base MiB** – proportional set size before the first connection; **start ms** – from the start of the process
  to the line that says where it listens.
- **generator CPU %** – of one processor; near 100 the generator may be what limits deliveries/s. A server of more
  than one thread competes with it for the processors when there are only two.
- **spread** – the largest distance between rounds, for any of the servers, relative to its median.

The more messages are under way at a time, the more of them a server can write at once, and the less each delivery
costs: with 10 talking clients instead of 5 all servers that join writes are faster. The ratios between them hold
for this load and not for every other.

After every closed and open loop the generator waits until each client has received every message, and fails if one
has not. A dash stands for a measurement that failed. uWebSockets is not among the servers: no package registry has it.
`);
