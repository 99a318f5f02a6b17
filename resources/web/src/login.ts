// Takes a log-in token from a person, where the server wants one.
import { byId } from "./dom.ts";
import { storedToken } from "./model/token.ts";

export class LoginDialog {
  private readonly dialog_ = byId("login-dialog", HTMLDialogElement);
  private readonly field_ = byId("login-input", HTMLInputElement);

  constructor(private readonly token_: string) {
    byId("login-cancel", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
    byId("login-form", HTMLFormElement).addEventListener("submit", () => {
      storedToken().set(this.field_.value.trim());
      location.reload();
    });
  }

  open(): void {
    byId("login-fault", HTMLElement).hidden = this.token_ === "";
    this.field_.value = "";
    this.dialog_.showModal();
  }
}
