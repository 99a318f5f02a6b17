// Says how the link is: a short word in the bar, and a banner when the reader can do something about it.
import type { LinkState } from "./connection.ts";

/** What an operator's kick closes with. */
const kickedCode = 4500;

/** Why the page does not come back by itself. */
export function refusalText(code: number, reason: string): string {
  if (code !== kickedCode) return `The server ended the connection: ${reason || `code ${code}`}.`;
  if (reason === "" || reason === "kicked") return "An operator has removed you from the room.";
  return `An operator has removed you from the room: “${reason}”`;
}

interface StatusParts {
  readonly pill: HTMLElement;
  readonly text: HTMLElement;
  readonly countdown: HTMLElement;
  readonly banner: HTMLElement;
  readonly bannerText: HTMLElement;
  readonly reconnect: HTMLButtonElement;
}

export class StatusView {
  private state_: LinkState = { kind: "connecting" };
  private everConnected_ = false;
  private ticking_: number | undefined;

  constructor(
    private readonly parts_: StatusParts,
    reconnect: () => void,
  ) {
    parts_.reconnect.addEventListener("click", reconnect);
  }

  show(state: LinkState): void {
    this.state_ = state;
    this.everConnected_ ||= state.kind === "connected";
    clearInterval(this.ticking_);
    // Only the figure ticks: a screen reader is told the state once.
    if (state.kind === "waiting") this.ticking_ = setInterval(() => this.tick(), 500);
    this.draw();
  }

  /** Also when the browser learns that it is online or offline. */
  draw(): void {
    const { pill, text, banner, bannerText, reconnect } = this.parts_;
    pill.dataset["kind"] = this.isOffline() ? "offline" : this.state_.kind;
    text.textContent = this.label();
    this.tick();
    const bad = this.state_.kind === "waiting" || this.state_.kind === "refused";
    // While an attempt runs the banner keeps its place, so that the page does not jump.
    banner.hidden = !bad && (this.state_.kind === "connected" || banner.hidden);
    reconnect.disabled = !bad;
    reconnect.textContent = this.state_.kind === "refused" ? "Reconnect" : "Reconnect now";
    if (!bad) return;
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
        return this.isOffline() ? "Offline" : "Reconnecting";
      case "refused":
        return "Disconnected";
    }
  }

  private explanation(): string {
    if (this.state_.kind === "refused") {
      return refusalText(this.state_.code, this.state_.reason);
    }
    if (this.isOffline()) return "You are offline. What you write stays here until the network is back.";
    return this.everConnected_
      ? "The connection was lost. What you write stays here until it is back."
      : "The server cannot be reached. It is tried again by itself.";
  }

  private tick(): void {
    if (this.state_.kind !== "waiting") {
      this.parts_.countdown.textContent = "";
      return;
    }
    const seconds = Math.max(0, Math.ceil((this.state_.retryAt - Date.now()) / 1000));
    this.parts_.countdown.textContent = ` in ${seconds} s`;
  }
}
