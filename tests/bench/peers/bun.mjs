// The tutorial's chat on Bun: its own publish/subscribe does the fan-out, inside its C++ core.
const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  fetch(request, self) {
    const room = new URL(request.url).searchParams.get("room") ?? "lobby";
    if (self.upgrade(request, { data: { room } })) return undefined;
    return new Response("WebSocket only\n", { status: 426 });
  },
  websocket: {
    perMessageDeflate: false,
    open(socket) {
      socket.subscribe(socket.data.room);
    },
    message(socket, message) {
      // The server's publish, not the socket's: the sender gets its own message too.
      server.publish(socket.data.room, message);
    },
  },
});

console.log(`listening on http://127.0.0.1:${server.port}`);
