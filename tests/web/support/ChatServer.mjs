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
  #home;
  #errors = "";

  /** Resolves when the server says that it listens. `port` 0 lets it pick one. */
  static async start({ port = 0, args = [], env = {} } = {}) {
    const server = new ChatServer();
    await server.#start(port, args, env);
    return server;
  }

  async #start(port, args, env) {
    this.#home = await mkdtemp(join(tmpdir(), "chinwag-web-"));
    this.#process = spawn(serverProgram, ["--listen", `127.0.0.1:${port}`, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: this.#home,
      env: { ...process.env, ...env },
    });
    this.#process.stderr.on("data", (data) => (this.#errors += data));
    this.exited = once(this.#process, "exit");
    for await (const line of createInterface({ input: this.#process.stdout })) {
      const said = /^listening on (http:\/\/\S+)/.exec(line);
      if (!said) continue;
      this.url = new URL(said[1]);
      this.port = Number(this.url.port);
      return;
    }
    throw new Error(`${serverProgram} did not say that it listens:\n${this.#errors}`);
  }

  /** Ends the server, once or again: SIGTERM lets it say goodbye, SIGKILL is a crash. */
  async stop(signal = "SIGTERM") {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.#process.kill(signal);
    await this.exited;
    await rm(this.#home, { recursive: true, force: true });
  }
}
