// Says before one writes that a room is locked or slow.
import type { RoomRules } from "./model/wire.ts";
import { t } from "./text/text.ts";

/** Empty when everybody may write as they like. */
export function rulesText({ isLocked, slowSeconds }: RoomRules): string {
  if (isLocked) return t.lockedRoom;
  return slowSeconds > 0 ? t.slowRoom(slowSeconds) : "";
}

export class RulesView {
  private rules_: RoomRules = { isLocked: false, slowSeconds: 0 };

  constructor(private readonly element_: HTMLElement) {}

  /** As they were told last. */
  get rules(): RoomRules {
    return this.rules_;
  }

  /** What cannot be learned is not said: the server's answer to a message says it then. */
  async ask(rules: () => Promise<RoomRules>, isStaff: boolean): Promise<void> {
    try {
      this.show(await rules(), isStaff);
    } catch {
      this.element_.hidden = true;
    }
  }

  show(rules: RoomRules, isStaff: boolean): void {
    this.rules_ = rules;
    const text = rulesText(rules);
    this.element_.textContent = isStaff && text !== "" ? `${text} ${t.notForStaff}` : text;
    this.element_.hidden = text === "";
  }
}
