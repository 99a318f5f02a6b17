// The tutorial's chat on Node's `ws`, as its documentation shows a broadcast.
import { createServer } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

const http = createServer((_request, response) => {
  response.writeHead(426).end("WebSocket only\n");
});
const chat = new WebSocketServer({ server: http, perMessageDeflate: false });

chat.on("connection", (socket) => {
  socket.on("error", () => socket.terminate());
  socket.on("message", (data, isBinary) => {
    for (const client of chat.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(data, { binary: isBinary });
    }
  });
});

http.listen({ host: "127.0.0.1", port: 0, backlog: 4096 }, () => {
  console.log(`listening on http://127.0.0.1:${http.address().port}`);
});
