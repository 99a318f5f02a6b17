// The server behind a real nginx with the configuration that is shipped: pages, requests and both dialects go through,
// and the server knows who is who.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ChatServer } from "../web/support/ChatServer.mjs";
import { Operator } from "../web/support/Operator.mjs";
import { Centrifuge, WebSocket } from "../web/support/packages.mjs";
import { sourceRoot } from "../web/support/places.mjs";
import { apiKey } from "../web/support/ServerApi.mjs";
import { Program } from "./support/Program.mjs";

const host = "chat.example.org";
// Somebody else on this machine, so that nginx's own address is not taken for theirs.
const localAddress = "127.0.0.2";

let folder;
let server;
let nginx;
let port;
let plainPort;

/** Ports that nothing has at the moment: nginx cannot pick its own. */
async function freePorts(count) {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const holder = createServer().listen(0, "127.0.0.1");
      await once(holder, "listening");
      return holder;
    }),
  );
  const ports = holders.map((holder) => holder.address().port);
  await Promise.all(holders.map((holder) => new Promise((done) => holder.close(done))));
  return ports;
}

/** What is shipped, with the names of this test in place of its examples. */
async function adapted() {
  let text = await readFile(join(sourceRoot, "packaging/nginx/chinwag.conf"), "utf8");
  const replace = (from, to) => {
    assert.ok(text.includes(from), from);
    text = text.replaceAll(from, to);
  };
  replace("    listen [::]:80;\n", "");
  replace("    listen [::]:443 ssl;\n", "");
  replace("listen 80;", `listen 127.0.0.1:${plainPort};`);
  replace("listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`);
  replace("server 127.0.0.1:8000;", `server ${server.url.host};`);
  replace(`/etc/letsencrypt/live/${host}/fullchain.pem`, join(folder, "certificate.pem"));
  replace(`/etc/letsencrypt/live/${host}/privkey.pem`, join(folder, "key.pem"));
  return text;
}

/** What Debian's nginx.conf has around it, as far as it matters, with all files in the test's folder. */
const around = (inner) => `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/tmp/${kind};`).join("\n  ")}
  ${inner}
}
`;

// Another program may take a port in between; then others are looked for.
async function startNginx() {
  for (let attempt = 1; ; ++attempt) {
    [port, plainPort] = await freePorts(2);
    await writeFile(join(folder, "nginx.conf"), around(await adapted()));
    const args = ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")];
    nginx = Program.start("nginx", args);
    try {
      await nginx.says(/start worker process \d+/);
      return;
    } catch (error) {
      if (attempt === 3 || !/Address already in use/.test(error.message)) throw error;
    }
  }
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "chinwag-nginx-"));
  await mkdir(join(folder, "tmp"));
  const subject = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "certificate.pem")];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, ...subject, ...files], { stdio: ["ignore", "ignore", "pipe"] });
  server = await ChatServer.start({
    env: {
      CHINWAG_SERVER_TRUSTED_PROXIES: "127.0.0.1,::1",
      CHINWAG_SERVER_ORIGINS: `https://${host}`,
      CHINWAG_API_KEYS: apiKey,
    },
  });
  await startNginx();
});
after(async () => {
  await nginx?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** How a browser would reach the host, if the name led here. */
async function dialled() {
  const ca = await readFile(join(folder, "certificate.pem"));
  return { host: "127.0.0.1", port, servername: host, localAddress, ca };
}

/** An answer to a request by TLS, its body as text. */
async function ask(path, { body, agent, ...options } = {}) {
  const asked = request({ ...(await dialled()), path, agent, ...options, headers: { Host: host, ...options.headers } });
  asked.end(body);
  const [answer] = await once(asked, "response");
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += part;
  return { status: answer.statusCode, headers: answer.headers, text, reused: asked.reusedSocket };
}

async function openSocket(path, { origin = `https://${host}`, headers = {} } = {}) {
  const options = { ...(await dialled()), origin, headers: { Host: host, ...headers } };
  const socket = new WebSocket(`wss://127.0.0.1:${port}${path}`, options);
  const outcome = await Promise.race([
    once(socket, "open").then(() => 101),
    once(socket, "unexpected-response").then(([, answer]) => answer.statusCode),
  ]);
  return { socket, outcome };
}

test("the page comes by TLS, and who comes without is led there", async () => {
  const page = await ask("/");
  assert.equal(page.status, 200);
  assert.match(page.text, /<html/);
  assert.match(page.headers["strict-transport-security"], /max-age/);
  assert.match(page.headers["content-security-policy"], /default-src/);
  const plain = await fetch(`http://127.0.0.1:${plainPort}/docs?x=1`, { redirect: "manual", headers: { Host: host } });
  assert.equal(plain.status, 301);
  assert.match(plain.headers.get("location"), /^https:\/\/[^/]+\/docs\?x=1$/);
});

test("the numbers of the server stay inside", async () => {
  assert.equal((await ask("/metrics")).status, 404);
  assert.equal((await fetch(new URL("/metrics", server.url))).status, 200);
});

test("the server knows a client by its own address, whatever the client says", async () => {
  const operator = await Operator.of(server);
  const { socket, outcome } = await openSocket("/ws/chat?room=proxied&nick=Anna", {
    headers: { "X-Forwarded-For": "203.0.113.9" },
  });
  assert.equal(outcome, 101);
  const heard = once(socket, "message");
  socket.send("Anna: through the proxy");
  assert.equal(`${(await heard)[0]}`, "Anna: through the proxy");
  const { items } = await operator.get("connections?room=proxied");
  assert.deepEqual(
    items.map((one) => one.address),
    [localAddress],
  );
  socket.close();
});

test("a page of somebody else does not get in", async () => {
  const { outcome } = await openSocket("/ws/chat", { origin: "https://evil.example" });
  assert.equal(outcome, 403);
});

test("an application's SDK and its requests go through", async () => {
  const options = await dialled();
  class Dialled extends WebSocket {
    constructor(url, protocols) {
      super(url, protocols, { ...options, headers: { Host: host } });
    }
  }
  const client = new Centrifuge(`wss://127.0.0.1:${port}/connection/websocket`, { websocket: Dialled });
  const room = client.newSubscription("chat:proxied");
  const subscribed = new Promise((resolve) => room.on("subscribed", resolve));
  const published = new Promise((resolve) => room.on("publication", resolve));
  room.subscribe();
  client.connect();
  await subscribed;
  // One connection for both, as an application would have it.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const publish = (text) =>
    ask("/api/publish", {
      agent,
      method: "POST",
      headers: { "X-API-Key": apiKey, "Content-Type": "application/json" },
      body: JSON.stringify({ channel: "chat:proxied", data: { text } }),
    });
  assert.equal((await publish("one")).status, 200);
  assert.equal((await publish("two")).reused, true);
  assert.equal((await published).data.text, "one");
  agent.destroy();
  client.disconnect();
});

test("what is too large is refused on the way", async () => {
  const answer = await ask("/api/publish", { method: "POST", body: "x".repeat(1024 * 1024 + 1) });
  assert.equal(answer.status, 413);
});
