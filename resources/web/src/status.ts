// Says how the link is: a short word in the bar, and a banner when the reader can do something about it.
import type { LinkState } from "./model/link.ts";
import { isTokenFault, refusalText } from "./model/refusal.ts";

interface StatusParts {
  readonly pill: HTMLElement;
  readonly text: HTMLElement;
  readonly banner: HTMLElement;
  readonly bannerText: HTMLElement;
  readonly reconnect: HTMLButtonElement;
  readonly login: HTMLButtonElement;
}

export class StatusView {
  private state_: LinkState = { kind: "connecting" };
  private everConnected_ = false;

  constructor(
    private readonly parts_: StatusParts,
    reconnect: () => void,
    login: () => void,
  ) {
    parts_.reconnect.addEventListener("click", reconnect);
    parts_.login.addEventListener("click", login);
  }

  show(state: LinkState): void {
    this.state_ = state;
    this.everConnected_ ||= state.kind === "connected";
    this.draw();
  }

  /** Also when the browser learns that it is online or offline. */
  draw(): void {
    const { pill, text, banner, bannerText, reconnect, login } = this.parts_;
    pill.dataset["kind"] = this.isOffline() ? "offline" : this.state_.kind;
    text.textContent = this.label();
    const bad = this.state_.kind === "waiting" || this.state_.kind === "refused";
    // While an attempt runs the banner keeps its place, so that the page does not jump.
    banner.hidden = !bad && (this.state_.kind === "connected" || banner.hidden);
    reconnect.disabled = !bad;
    reconnect.textContent = this.state_.kind === "refused" ? "Reconnect" : "Reconnect now";
    if (!bad) return;
    login.hidden = !(this.state_.kind === "refused" && isTokenFault(this.state_.code));
    banner.dataset["kind"] = this.state_.kind;
    bannerText.textContent = this.explanation();
  }

  private isOffline(): boolean {
    return this.state_.kind === "waiting" && !navigator.onLine;
  }

  private label(): string {
    switch (this.state_.kind) {
      case "connecting":
        return "Connecting…";
      case "connected":
        return "Connected";
      case "waiting":
        return this.isOffline() ? "Offline" : "Reconnecting…";
      case "refused":
        return "Disconnected";
    }
  }

  private explanation(): string {
    if (this.state_.kind === "refused") return refusalText(this.state_.code, this.state_.reason);
    if (this.isOffline()) return "You are offline. What you write is sent when the network is back.";
    return this.everConnected_
      ? "The connection was lost. What you write is sent when it is back."
      : "The server cannot be reached. It is tried again by itself.";
  }
}
