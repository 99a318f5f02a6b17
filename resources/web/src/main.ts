import { Chat } from "./chat.ts";
import { byId } from "./dom.ts";
import { isValidRoom } from "./nickname.ts";
import { roomOfPage, setUpRoomDialog } from "./room.ts";

const room = roomOfPage();
setUpRoomDialog(room);
if (isValidRoom(room)) {
  new Chat(room).start();
} else {
  byId("state", HTMLElement).dataset["kind"] = "refused";
  byId("state-text", HTMLElement).textContent = "Not connected";
  byId("empty-title", HTMLElement).textContent = "There can be no such room";
  byId("empty-text", HTMLElement).textContent =
    "A room's name is 1 to 64 letters, digits, “-”, “_” or “.”. Choose another one above.";
  byId("composer", HTMLFormElement).hidden = true;
}
