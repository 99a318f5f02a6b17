// Says how the link is: a short word in the bar, and a banner when the reader can do something about it.
import { byId } from "./dom.ts";
import type { LinkState } from "./model/link.ts";
import { isTokenFault, refusalText } from "./model/refusal.ts";
import { t } from "./text/text.ts";

export class StatusView {
  private readonly banner_ = byId("banner", HTMLElement);
  private readonly reconnect_ = byId("reconnect", HTMLButtonElement);
  private readonly login_ = byId("login", HTMLButtonElement);
  private state_: LinkState = { kind: "connecting" };
  private everConnected_ = false;

  constructor(reconnect: () => void, login: () => void) {
    this.reconnect_.addEventListener("click", reconnect);
    this.login_.addEventListener("click", login);
  }

  show(state: LinkState): void {
    this.state_ = state;
    this.everConnected_ ||= state.kind === "connected";
    this.draw();
  }

  /** Also when the browser learns that it is online or offline. */
  draw(): void {
    const { banner_: banner, reconnect_: reconnect } = this;
    byId("state", HTMLElement).dataset["kind"] = this.isOffline() ? "offline" : this.state_.kind;
    byId("state-text", HTMLElement).textContent = this.label();
    const bad = this.state_.kind === "waiting" || this.state_.kind === "refused";
    // While an attempt runs the banner keeps its place, so that the page does not jump.
    banner.hidden = !bad && (this.state_.kind === "connected" || banner.hidden);
    reconnect.disabled = !bad;
    reconnect.textContent = this.state_.kind === "refused" ? t.reconnect : t.reconnectNow;
    if (!bad) return;
    this.login_.hidden = !(this.state_.kind === "refused" && isTokenFault(this.state_.code));
    banner.dataset["kind"] = this.state_.kind;
    byId("banner-text", HTMLElement).textContent = this.explanation();
  }

  private isOffline(): boolean {
    return this.state_.kind === "waiting" && !navigator.onLine;
  }

  private label(): string {
    switch (this.state_.kind) {
      case "connecting":
        return t.connecting;
      case "connected":
        return t.connected;
      case "waiting":
        return this.isOffline() ? t.offline : t.reconnecting;
      case "refused":
        return t.disconnected;
    }
  }

  private explanation(): string {
    if (this.state_.kind === "refused") return refusalText(this.state_.code, this.state_.reason);
    if (this.isOffline()) return t.youAreOffline;
    return this.everConnected_ ? t.connectionLost : t.unreachable;
  }
}
