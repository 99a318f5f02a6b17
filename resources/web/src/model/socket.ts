// Keeps the SDK from reading orders out of the reason for which a connection was closed. It takes a reason that is JSON
// for advice of its own server's, on whether to come back: of somebody who was sent away for "42" nothing would be left
// to show, and for `{"reconnect":true}` they would be back at once.

/** No JSON begins with it, and nobody sees it. */
const mark = "\u2063";

function isJson(reason: string): boolean {
  try {
    JSON.parse(reason);
    return true;
  } catch {
    return false;
  }
}

/** The reason as the server gave it, of one that came by such a socket. */
export function plainReason(reason: string): string {
  return reason.startsWith(mark) ? reason.slice(mark.length) : reason;
}

/** A class for the SDK's option `websocket`. Made when it is wanted: where there is no document there may be none. */
export function reasonKeepingSocket(): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // The first to listen, so that nobody else hears of it unmarked.
      this.addEventListener("close", (event) => {
        const { code, reason, wasClean } = event;
        if (reason === "" || !isJson(reason)) return;
        event.stopImmediatePropagation();
        this.dispatchEvent(new CloseEvent("close", { code, reason: mark + reason, wasClean }));
      });
    }
  };
}
