// The real server as a process of its own, on a port that it picks.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { serverProgram } from "./places.mjs";

export class ChatServer {
  #process;
  home;
  #errors = "";
  #lines;

  /** Resolves when the server says that it listens. `port` 0 lets it pick one. */
  static async start({ port = 0, args = [], env = {}, home } = {}) {
    const server = new ChatServer();
    await server.#start(port, args, env, home);
    return server;
  }

  async #start(port, args, env, home) {
    this.home = home ?? (await mkdtemp(join(tmpdir(), "chinwag-web-")));
    this.#process = spawn(serverProgram, ["--listen", `127.0.0.1:${port}`, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: this.home,
      env: { ...process.env, CHINWAG_SERVER_DATA_DIR: this.home, ...env },
    });
    this.#process.stderr.on("data", (data) => (this.#errors += data));
    this.exited = once(this.#process, "exit");
    const lines = createInterface({ input: this.#process.stdout });
    this.#lines = lines[Symbol.asyncIterator]();
    this.url = await this.#nextListener();
    this.port = Number(this.url.port);
  }

  async #nextUrl(pattern) {
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next()) {
      const said = pattern.exec(line.value);
      if (said) return new URL(said[1]);
    }
    throw new Error(`${serverProgram} did not say what ${pattern} matches:\n${this.#errors}`);
  }

  #nextListener() {
    return this.#nextUrl(/^listening on (http:\/\/\S+)/);
  }

  /** Where the first operator is made. Asked for once, of a server that has none. */
  setupLink() {
    return this.#nextUrl(/open (http:\/\/\S+#\S+)/);
  }

  /** Where the listener is that comes after the first: the internal one. Asked for once. */
  internalUrl() {
    return this.#nextListener();
  }

  /** Ends the server, once or again: SIGTERM lets it say goodbye, SIGKILL is a crash. */
  async stop(signal = "SIGTERM", { keepHome = false } = {}) {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill(signal);
    await this.exited;
    if (!keepHome) await rm(this.home, { recursive: true, force: true });
  }
}
