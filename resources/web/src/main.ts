import { Chat } from "./chat.ts";
import { byId } from "./dom.ts";
import { claimsOf, tokenOfPage } from "./model/token.ts";
import { isValidRoom } from "./nickname.ts";
import { RoomDialog, roomOfPage } from "./room.ts";
import { dressPage, t } from "./text/text.ts";

dressPage();
const room = roomOfPage();
if (isValidRoom(room)) {
  const token = tokenOfPage();
  new Chat(room, token, claimsOf(token)).start();
} else {
  new RoomDialog(room, () => Promise.resolve([]));
  byId("state", HTMLElement).dataset["kind"] = "refused";
  byId("state-text", HTMLElement).textContent = t.notConnected;
  byId("empty", HTMLElement).hidden = false;
  byId("empty-title", HTMLElement).textContent = t.noSuchRoom;
  byId("empty-text", HTMLElement).textContent = t.roomRuleElsewhere;
  byId("composer", HTMLFormElement).hidden = true;
}
