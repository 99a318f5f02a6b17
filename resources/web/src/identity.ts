// The nickname field: checked while it is typed, remembered in this browser. A token may settle it.
import { paintAvatar } from "./avatar.ts";
import type { Claims } from "./model/token.ts";
import { nicknameFault, nicknameWhenEmpty } from "./nickname.ts";
import { Stored } from "./storage.ts";
import { t } from "./text/text.ts";

export interface IdentityListener {
  hint(text: string): void;
  /** Somebody has settled on another nickname; empty: none. */
  renamed(nickname: string): void;
}

export class Identity {
  private readonly stored_ = new Stored("localStorage", "chinwag.nickname");
  private settled_: string;

  constructor(
    private readonly field_: HTMLInputElement,
    private readonly avatar_: HTMLElement,
    claims: Claims,
    private readonly listener_: IdentityListener,
  ) {
    const isFixed = claims.nickname !== "";
    field_.readOnly = isFixed;
    field_.value = isFixed ? claims.nickname : this.stored_.value || claims.user;
    if (isFixed) field_.title = t.nicknameFixed;
    field_.addEventListener("input", () => this.changed());
    field_.addEventListener("change", () => this.settle());
    this.changed();
    this.settled_ = this.valid() ?? "";
  }

  /** The nickname; empty when there is none or what is in the field cannot be one. */
  get current(): string {
    return this.settled_;
  }

  /** The nickname to sign with, empty for none; undefined when it cannot be one, and then the reason is shown. */
  forSigning(): string | undefined {
    this.settle();
    const nickname = this.valid();
    if (nickname === undefined) this.field_.focus();
    return nickname;
  }

  private settle(): void {
    this.field_.value = this.field_.value.trim();
    this.changed();
    const nickname = this.valid();
    if (nickname === undefined || nickname === this.settled_) return;
    this.settled_ = nickname;
    this.listener_.renamed(nickname);
  }

  private valid(): string | undefined {
    const nickname = this.field_.value.trim();
    return nicknameFault(nickname) === "" ? nickname : undefined;
  }

  private changed(): void {
    const nickname = this.field_.value.trim();
    const fault = nicknameFault(nickname);
    this.field_.ariaInvalid = String(fault !== "");
    this.listener_.hint(fault);
    paintAvatar(this.avatar_, nickname || nicknameWhenEmpty);
    if (fault === "" && !this.field_.readOnly) this.stored_.set(nickname);
  }
}
