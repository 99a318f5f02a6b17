// The published SDK as an application uses it, with what happens to it written down.
import { Centrifuge, WebSocket } from "./packages.mjs";

/** Resolves with the arguments of the emitter's next `event`; rejects when it does not come. */
export function next(emitter, event, accept = () => true) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`no "${event}" came`)), 30_000);
    const listener = (context) => {
      if (!accept(context)) return;
      clearTimeout(limit);
      emitter.removeListener(event, listener);
      resolve(context);
    };
    emitter.on(event, listener);
  });
}

export class SdkClient {
  /** Not yet connected. `server` is a ChatServer. */
  constructor(server, options = {}) {
    this.sockets = [];
    const sockets = this.sockets;
    class RecordedSocket extends WebSocket {
      constructor(...args) {
        super(...args);
        sockets.push(this);
      }
    }
    this.sdk = new Centrifuge(`ws://${server.url.host}/connection/websocket`, {
      websocket: RecordedSocket,
      minReconnectDelay: 10,
      maxReconnectDelay: 200,
      ...options,
    });
    this.errors = [];
    this.sdk.on("error", (context) => this.errors.push(context));
  }

  static async connected(server, options = {}) {
    const client = new SdkClient(server, options);
    await client.connect();
    return client;
  }

  async connect() {
    const connected = next(this.sdk, "connected");
    this.sdk.connect();
    return connected;
  }

  /** A subscription that is live; `publications`, `joins` and `leaves` of it grow as they come. */
  async subscribe(channel, options = {}) {
    const subscription = this.sdk.newSubscription(channel, options);
    const log = { subscription, publications: [], joins: [], leaves: [], subscribed: [] };
    subscription.on("publication", (context) => log.publications.push(context));
    subscription.on("join", (context) => log.joins.push(context));
    subscription.on("leave", (context) => log.leaves.push(context));
    subscription.on("subscribed", (context) => log.subscribed.push(context));
    const subscribed = next(subscription, "subscribed");
    subscription.subscribe();
    await subscribed;
    log.next = (accept) => next(subscription, "publication", accept);
    return log;
  }

  /** The connection breaks as a network does: without a word. */
  cut() {
    this.sockets.at(-1).terminate();
  }

  close() {
    this.sdk.disconnect();
  }
}
