// Somebody who looks after a server, by its operator API.
import { spawn } from "node:child_process";
import { once } from "node:events";

import { serverProgram } from "./places.mjs";

const name = "olga";
const password = "correct horse";

export class Operator {
  #server;
  #token;

  /** Makes the operator of a ChatServer and logs in. */
  static async of(server) {
    const adding = spawn(serverProgram, ["admin", "add", name], {
      stdio: ["pipe", "ignore", "inherit"],
      env: { ...process.env, CHINWAG_SERVER_DATA_DIR: server.home },
    });
    adding.stdin.end(`${password}\n`);
    const [code] = await once(adding, "exit");
    if (code !== 0) throw new Error(`the operator could not be made: ${code}`);
    const operator = new Operator();
    operator.#server = server;
    const answer = await operator.ask("login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, password }),
    });
    operator.#token = (await answer.json()).token;
    return operator;
  }

  ask(path, { headers, ...options } = {}) {
    return fetch(new URL(`/admin/api/${path}`, this.#server.url), {
      headers: { ...headers, ...(this.#token && { Authorization: `Bearer ${this.#token}` }) },
      ...options,
    });
  }

  async get(path) {
    const answer = await this.ask(path);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
    return answer.json();
  }
}
