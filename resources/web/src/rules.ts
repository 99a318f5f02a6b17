// Says before one writes that a room is locked or slow.
import type { RoomRules } from "./model/wire.ts";

function duration(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? "hour" : `${seconds / 3600} hours`;
  if (seconds % 60 === 0) return seconds === 60 ? "minute" : `${seconds / 60} minutes`;
  return seconds === 1 ? "second" : `${seconds} seconds`;
}

/** Empty when everybody may write as they like. */
export function rulesText({ isLocked, slowSeconds }: RoomRules): string {
  if (isLocked) return "This room is locked: everybody may read, and nobody may write.";
  return slowSeconds > 0 ? `This room is slow: one message every ${duration(slowSeconds)}.` : "";
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
    this.element_.textContent = isStaff && text !== "" ? `${text} That does not hold for you, as staff.` : text;
    this.element_.hidden = text === "";
  }
}
