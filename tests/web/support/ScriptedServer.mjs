// A server for rainy days: serves the built page like the real one, speaks as much of the client protocol as the page
// does, and lets a test decide what happens to each connection, which the real server cannot be made to do on request.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { WebSocketServer } from "./packages.mjs";
import { builtPage } from "./places.mjs";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:";
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const epoch = "scripted";

/** The id of the message `count`, said at `at`. */
export const messageId = (count, at = Date.now()) =>
  at.toString(16).padStart(12, "0") + count.toString(16).padStart(12, "0");

/** What the page has connected: one conversation of the protocol, in one room. */
class ScriptedLink {
  #socket;
  #server;
  #published = [];
  #readers = [];
  channel = "chat:lobby";

  constructor(socket, server) {
    this.#socket = socket;
    this.#server = server;
    socket.on("message", (frame) => {
      for (const line of frame.toString().split("\n")) this.#told(JSON.parse(line));
    });
  }

  /** Closes as a server does. */
  close(code, reason) {
    this.#socket.close(code, reason);
  }

  /** Breaks without a goodbye. */
  terminate() {
    this.#socket.terminate();
  }

  /** Somebody says something in the room; `more` are other members of the message. */
  say(nick, text, more = {}, info = { client: `client-of-${nick}` }) {
    this.publish({ id: messageId(++this.#server.count), nick, text, ...more }, info);
  }

  publish(data, info) {
    this.#push({ channel: this.channel, pub: { data, info, offset: ++this.#server.offset } });
  }

  /** What is told without an offset. */
  signal(data, info) {
    this.#push({ channel: this.channel, pub: { data, info } });
  }

  /** What the page publishes next; it waits for an answer until the test gives one. */
  nextPublish() {
    return new Promise((resolve) => {
      const ready = this.#published.shift();
      if (ready) resolve(ready);
      else this.#readers.push(resolve);
    });
  }

  /** Tells everybody what was published, and its sender that it is kept. */
  accept({ id, data }) {
    this.say(data.nick, data.text, { client_id: data.client_id }, { client: "page" });
    this.#send({ id, publish: {} });
  }

  refuse({ id }, code, message) {
    this.#send({ id, error: { code, message } });
  }

  #push(push) {
    this.#send({ push });
  }

  #send(reply) {
    this.#socket.send(JSON.stringify(reply));
  }

  #told({ id, connect, subscribe, publish, rpc, presence, presence_stats: stats }) {
    if (connect) this.#send({ id, connect: { client: "page", version: "scripted", ping: 25, pong: true } });
    else if (subscribe) this.#subscribed(id, subscribe);
    else if (publish) this.#wrote({ id, data: publish.data });
    else if (rpc) this.#called(id, rpc);
    else if (stats) this.#send({ id, presence_stats: { num_clients: 2, num_users: 0 } });
    else if (presence) this.#send({ id, presence: { presence: this.#server.people } });
  }

  #subscribed(id, { channel, recover }) {
    this.channel = channel;
    const { offset, recovers } = this.#server;
    const answer = { recoverable: true, positioned: true, epoch, offset };
    this.#send({ id, subscribe: recover ? { ...answer, was_recovering: true, recovered: recovers } : answer });
    this.#server.entered(this);
  }

  #wrote(publish) {
    const reader = this.#readers.shift();
    if (reader) reader(publish);
    else this.#published.push(publish);
  }

  #called(id, { method, data }) {
    const answer = this.#server.calls[method];
    if (answer === undefined) this.#send({ id, error: { code: 104, message: "method not found" } });
    else this.#send({ id, rpc: { data: typeof answer === "function" ? answer(data) : answer } });
  }
}

export class ScriptedServer {
  #http = createServer((request, response) => this.#answer(request, response));
  #sockets = new WebSocketServer({ server: this.#http, path: "/connection/websocket" });
  #waiting = [];
  #arrived = [];
  #refuses = false;

  /** Of the room. */
  offset = 0;
  count = 0;
  /** Whether who comes back is told that nothing was missed. */
  recovers = true;
  people = { page: { client: "page" }, other: { client: "other", conn_info: { nick: "Bob" } } };
  /** What calls are answered with, by method: the data, or what makes it of the parameters. */
  calls = { "chat.history": { messages: [] }, "chat.typing": {}, "chat.nick": {}, "chat.directory": { rooms: [] } };

  static async start() {
    const server = new ScriptedServer();
    server.#sockets.on("connection", (socket) => {
      if (server.#refuses) socket.close(3001, "shutdown");
      else new ScriptedLink(socket, server);
    });
    server.#http.listen(0, "127.0.0.1");
    await once(server.#http, "listening");
    server.url = new URL(`http://127.0.0.1:${server.#http.address().port}/`);
    return server;
  }

  /** The next connection that enters a room. What it publishes waits until the test takes it with nextPublish(). */
  nextSocket() {
    return new Promise((resolve) => {
      const ready = this.#arrived.shift();
      if (ready) resolve(ready);
      else this.#waiting.push(resolve);
    });
  }

  entered(link) {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(link);
    else this.#arrived.push(link);
  }

  /** While it refuses, who comes is closed before a word. */
  refuse(refuses) {
    this.#refuses = refuses;
  }

  async stop() {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, "close");
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, "http://host/");
    const name = pathname === "/" ? "index.html" : pathname.replace(/^\/static\//, "");
    try {
      const body = await readFile(join(builtPage, name));
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Content-Type", `${types[extname(name)]}; charset=utf-8`);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}
