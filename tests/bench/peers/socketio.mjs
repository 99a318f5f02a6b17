// The tutorial's chat on Socket.IO: WebSocket transport only, no compression, an event called "chat".
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const chat = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });

chat.on("connection", (socket) => {
  const room = socket.handshake.query.room ?? "lobby";
  socket.join(room);
  socket.on("chat", (message) => chat.to(room).emit("chat", message));
});

http.listen({ host: "127.0.0.1", port: 0, backlog: 4096 }, () => {
  console.log(`listening on http://127.0.0.1:${http.address().port}`);
});
