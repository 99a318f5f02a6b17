// The browser's own socket, clock and chance, as the link wants them.
import type { SocketEvents, Surroundings } from "./connection.ts";

function open(url: string, events: SocketEvents): WebSocket {
  const socket = new WebSocket(url);
  socket.addEventListener("open", () => events.opened());
  socket.addEventListener("message", ({ data }) => {
    // A binary frame is no line of the dialect.
    if (typeof data === "string") events.received(data);
  });
  socket.addEventListener("close", ({ code, reason }) => events.closed(code, reason));
  return socket;
}

export const browser: Surroundings = {
  open,
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
