// A server for rainy days: serves the built page like the real one, and lets a test decide what happens to
// each WebSocket, which the real server cannot be made to do on request.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { WebSocketServer } from "./packages.mjs";
import { builtPage } from "./places.mjs";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:";
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

export class ScriptedServer {
  #http = createServer((request, response) => this.#answer(request, response));
  #sockets = new WebSocketServer({ server: this.#http, path: "/ws/chat" });
  #waiting = [];
  #arrived = [];

  static async start() {
    const server = new ScriptedServer();
    server.#sockets.on("connection", (socket) => server.#connected(socket));
    server.#http.listen(0, "127.0.0.1");
    await once(server.#http, "listening");
    server.url = new URL(`http://127.0.0.1:${server.#http.address().port}/`);
    return server;
  }

  /** The next WebSocket that a page opens. Its lines wait until the test takes them with nextLine(). */
  nextSocket() {
    return new Promise((resolve) => {
      const ready = this.#arrived.shift();
      if (ready) resolve(ready);
      else this.#waiting.push(resolve);
    });
  }

  async stop() {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, "close");
  }

  #connected(socket) {
    const lines = [];
    const readers = [];
    socket.on("message", (data) => {
      const reader = readers.shift();
      if (reader) reader(data.toString());
      else lines.push(data.toString());
    });
    socket.nextLine = () =>
      new Promise((resolve) => (lines.length > 0 ? resolve(lines.shift()) : readers.push(resolve)));
    const waiting = this.#waiting.shift();
    if (waiting) waiting(socket);
    else this.#arrived.push(socket);
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
