// The nickname field: checked while it is typed, remembered in this browser.
import { paintAvatar } from "./avatar.ts";
import { nicknameFault, nicknameWhenEmpty } from "./nickname.ts";

const storageKey = "chinwag.nickname";

// A browser may forbid storage altogether; then the nickname lasts as long as the page.
function remembered(): string {
  try {
    return localStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
}

function remember(nickname: string): void {
  try {
    localStorage.setItem(storageKey, nickname);
  } catch {
    return;
  }
}

export class Identity {
  constructor(
    private readonly field_: HTMLInputElement,
    private readonly avatar_: HTMLElement,
    private readonly hint_: (text: string) => void,
  ) {
    field_.value = remembered();
    field_.addEventListener("input", () => this.changed());
    field_.addEventListener("change", () => {
      field_.value = field_.value.trim();
      this.changed();
    });
    this.changed();
  }

  /** The nickname to sign with; undefined when it is none, and then the reason is shown. */
  nickname(): string | undefined {
    this.field_.value = this.field_.value.trim();
    this.changed();
    if (nicknameFault(this.field_.value) === "") return this.field_.value || nicknameWhenEmpty;
    this.field_.focus();
    return undefined;
  }

  private changed(): void {
    const nickname = this.field_.value.trim();
    const fault = nicknameFault(nickname);
    this.field_.ariaInvalid = String(fault !== "");
    this.hint_(fault);
    paintAvatar(this.avatar_, nickname || nicknameWhenEmpty);
    if (fault === "") remember(nickname);
  }
}
