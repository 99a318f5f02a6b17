import { Chat } from "./chat.ts";
import { byId } from "./dom.ts";
import { claimsOf, tokenOfPage } from "./model/token.ts";
import { isValidRoom } from "./nickname.ts";
import { RoomDialog, roomOfPage } from "./room.ts";

const room = roomOfPage();
if (isValidRoom(room)) {
  const token = tokenOfPage();
  new Chat(room, token, claimsOf(token)).start();
} else {
  new RoomDialog(room, () => Promise.resolve([]));
  byId("state", HTMLElement).dataset["kind"] = "refused";
  byId("state-text", HTMLElement).textContent = "Not connected";
  byId("empty", HTMLElement).hidden = false;
  byId("empty-title", HTMLElement).textContent = "There can be no such room";
  byId("empty-text", HTMLElement).textContent =
    "A room's name is 1 to 64 letters, digits, “-”, “_” or “.”. Choose another one above.";
  byId("composer", HTMLFormElement).hidden = true;
}
