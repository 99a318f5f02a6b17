// A network between a browser and a server, which can break.
import { once } from "node:events";
import { connect, createServer } from "node:net";

export class Proxy {
  #listener;
  #sockets = new Set();

  /** Resolves when it hands on to the server at `url` whatever comes to its own. */
  static async to(url) {
    const proxy = new Proxy();
    proxy.#listener = createServer((near) => proxy.#join(near, connect(Number(url.port), url.hostname)));
    proxy.#listener.listen(0, "127.0.0.1");
    await once(proxy.#listener, "listening");
    proxy.url = new URL(`http://127.0.0.1:${proxy.#listener.address().port}`);
    return proxy;
  }

  #join(near, far) {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      this.#sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  /** Every connection breaks without a word. */
  cut() {
    this.#sockets.forEach((socket) => socket.resetAndDestroy());
  }

  async close() {
    this.#listener.close();
    this.cut();
    await once(this.#listener, "close");
  }
}
