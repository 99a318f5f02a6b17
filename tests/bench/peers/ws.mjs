// The tutorial's chat on Node's `ws`, as its documentation shows a broadcast.
import { createServer } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

const http = createServer((_request, response) => {
  response.writeHead(426).end("WebSocket only\n");
});
const chat = new WebSocketServer({ server: http, perMessageDeflate: false });

const rooms = new Map();

function join(socket, name) {
  if (!rooms.has(name)) rooms.set(name, new Set());
  const members = rooms.get(name).add(socket);
  socket.on("close", () => members.delete(socket));
  return members;
}

chat.on("connection", (socket, request) => {
  const members = join(socket, new URL(request.url, "http://localhost").searchParams.get("room") ?? "lobby");
  socket.on("error", () => socket.terminate());
  socket.on("message", (data, isBinary) => {
    for (const client of members) {
      if (client.readyState === WebSocket.OPEN) client.send(data, { binary: isBinary });
    }
  });
});

http.listen({ host: "127.0.0.1", port: 0, backlog: 4096 }, () => {
  console.log(`listening on http://127.0.0.1:${http.address().port}`);
});
