"""The tutorial's chat on FastAPI and uvicorn: one list of sockets a room, each sent to in turn.

On uvloop and httptools, as the tutorial advises; uvicorn fails when they are missing, so that nothing slower is
measured by accident. One worker: with more of them the tutorial's room falls apart into one room a process.
"""

import socket
from collections import defaultdict

import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
connected: dict[str, list[WebSocket]] = defaultdict(list)


@app.websocket("/ws/chat")
async def chat(websocket: WebSocket, room: str = "lobby") -> None:
    await websocket.accept()
    connected[room].append(websocket)
    try:
        while True:
            message = await websocket.receive_text()
            for each in connected[room]:
                await each.send_text(message)
    except WebSocketDisconnect:
        connected[room].remove(websocket)


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    print(f"listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(
        app, loop="uvloop", http="httptools", ws="websockets", log_level="warning", access_log=False, backlog=4096
    )
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
