// Who is muted in the room or banned from it, for staff, and the way to take that back.
import { ask } from "./ask.ts";
import { whyOf, type Calls } from "./calls.ts";
import { byId, make } from "./dom.ts";
import { readSanctions, reasonMember, reasonOf, type Sanction } from "./model/sanction.ts";
import { reasonField } from "./staff.ts";
import { t, timeText } from "./text/text.ts";

export class SanctionsDialog {
  private readonly dialog_ = byId("sanctions-dialog", HTMLDialogElement);
  private readonly list_ = byId("sanctions-list", HTMLElement);
  private readonly state_ = byId("sanctions-state", HTMLElement);

  constructor(
    private readonly room_: string,
    private readonly calls_: Calls,
  ) {
    byId("sanctions-close", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
  }

  open(): void {
    byId("sanctions-title", HTMLElement).textContent = t.sanctions.title(this.room_);
    this.list_.replaceChildren();
    this.state_.textContent = t.sanctions.looking;
    this.dialog_.showModal();
    void this.fill();
  }

  private async fill(): Promise<void> {
    try {
      const sanctions = readSanctions(await this.calls_.call("sanctions"));
      this.list_.replaceChildren(...sanctions.map((sanction) => this.row(sanction)));
      this.state_.textContent = sanctions.length === 0 ? t.sanctions.nobody : "";
    } catch (error) {
      this.state_.textContent = t.notDone(whyOf(error));
    }
    this.list_.hidden = this.list_.childElementCount === 0;
  }

  private row(sanction: Sanction): HTMLElement {
    const whom = sanction.user || t.sanctions.anonymous;
    const what = t.sanctions.what(sanction.isBan, sanction.until === 0 ? "" : timeText(sanction.until), sanction.reason);
    const lift = make("button", "button button-small", t.lift.verb);
    lift.type = "button";
    lift.ariaLabel = t.lift.label(whom, what);
    lift.addEventListener("click", () => this.askToLift(sanction.id, whom, what));
    const about = make("span", "sanction", make("bdi", "list-name", whom), make("span", "sanction-what", what));
    return make("li", "list-row", about, lift);
  }

  private askToLift(id: string, whom: string, what: string): void {
    ask({
      title: t.lift.title(whom),
      text: what,
      verb: t.lift.verb,
      words: reasonField(t.reasonKept),
      act: async ({ words }) => {
        const reason = reasonOf(words);
        const parameters = { id, ...reasonMember(reason) };
        const fault = await this.calls_.attempt("lift", parameters, { done: () => t.lift.done(whom) });
        // The button that was pressed goes with its row.
        await this.fill();
        this.list_.focus();
        return fault;
      },
    });
  }
}
