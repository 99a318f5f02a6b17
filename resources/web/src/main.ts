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
  byId("state-text", HTMLElement).textContent = "No such room";
  byId("hint", HTMLElement).textContent =
    "A room's name is 1 to 64 letters, digits, “-”, “_” or “.”. Choose another one above.";
  byId("composer", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
}
