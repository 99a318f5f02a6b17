// Another program beside the server, which is stopped when the test is over.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const toSay = 60_000; // milliseconds; a program that has not said it by then never will

export class Program {
  #process;
  #lines = [];
  #waiting = [];

  /** `name` is looked for in PATH, where script/test has what script/bootstrap fetched, and where Debian has daemons. */
  static start(name, args, options = {}) {
    const program = new Program();
    const path = `${process.env.PATH}:/usr/sbin`;
    program.#process = spawn(name, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
      env: { ...(options.env ?? process.env), PATH: path },
    });
    for (const stream of [program.#process.stdout, program.#process.stderr])
      createInterface({ input: stream }).on("line", (line) => program.#hear(line));
    program.name = name;
    program.exited = program.#end();
    return program;
  }

  /** What it says, on whichever stream, that `pattern` matches. */
  says(pattern) {
    const said = this.#lines.map((line) => pattern.exec(line)).find(Boolean);
    if (said) return said;
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(this.#account(`did not say what ${pattern} matches`)));
      const timer = setTimeout(fail, toSay);
      this.#waiting.push({
        pattern,
        resolve: (match) => (clearTimeout(timer), resolve(match)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      });
    });
  }

  /** All that it has said, when it has ended; fails unless it ended well. */
  async output() {
    const code = await this.exited;
    if (code !== 0) throw new Error(this.#account(`ended: ${code}`));
    return this.#lines.join("\n");
  }

  async stop() {
    this.#process.kill("SIGTERM");
    await this.exited;
  }

  async #end() {
    let code;
    try {
      [code] = await once(this.#process, "close");
    } catch (error) {
      code = error.code === "ENOENT" ? "not found; script/bootstrap test brings it" : error.message;
    }
    this.#waiting.forEach(({ reject }) => reject(new Error(this.#account(`ended: ${code}`))));
    return code;
  }

  #hear(line) {
    this.#lines.push(line);
    this.#waiting = this.#waiting.filter(({ pattern, resolve }) => {
      const match = pattern.exec(line);
      if (match) resolve(match);
      return !match;
    });
  }

  #account(what) {
    return `${this.name} ${what}:\n${this.#lines.join("\n")}`;
  }
}
