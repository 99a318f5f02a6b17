// The link to the server: opens it, keeps it, and comes back when it breaks. Knows nothing of the page,
// so that it can be tested with a scripted socket and a clock that is moved by hand.
import { backoffMs, isFinalClose } from "./backoff.ts";

export type LinkState =
  | { readonly kind: "connecting" }
  | { readonly kind: "connected" }
  | { readonly kind: "waiting"; readonly retryAt: number }
  | { readonly kind: "refused"; readonly code: number; readonly reason: string };

/** The part of a WebSocket that is used here. */
export interface Socket {
  send(data: string): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  received(line: string): void;
  closed(code: number, reason: string): void;
}

/** What the link needs of the world around it. */
export interface Surroundings {
  open(url: string, events: SocketEvents): Socket;
  now(): number;
  after(ms: number, action: () => void): () => void;
  random(): number;
}

export interface LinkListener {
  stateChanged(state: LinkState): void;
  received(line: string): void;
}

/** A server that accepts and then says nothing must not hold the page in "connecting" for minutes. */
export const openingLimitMs = 15_000;
/** Only a link that lived this long starts the back-off anew; one that breaks at once backs off further. */
export const settledAfterMs = 5_000;

export class Connection {
  private socket_: Socket | undefined;
  private state_: LinkState = { kind: "connecting" };
  private attempt_ = 0;
  private openedAt_ = 0;
  private cancelTimer_: () => void = () => undefined;

  constructor(
    private readonly url_: string,
    private readonly around_: Surroundings,
    private readonly listener_: LinkListener,
  ) {}

  get state(): LinkState {
    return this.state_;
  }

  /** Connects now; also the way out of waiting and out of a refusal. */
  connect(): void {
    if (this.socket_) return;
    this.cancelTimer_();
    // A socket that was given up may still report; only the current one counts.
    const current = () => socket === this.socket_;
    const socket = this.around_.open(this.url_, {
      opened: () => current() && this.opened(),
      received: (line) => current() && this.listener_.received(line),
      closed: (code, reason) => current() && this.lost(code, reason),
    });
    this.socket_ = socket;
    this.cancelTimer_ = this.around_.after(openingLimitMs, () => {
      this.lost(1006, "");
      socket.close();
    });
    this.change({ kind: "connecting" });
  }

  /** The network is back or somebody looks at the page: no point in waiting any longer. */
  wake(): void {
    if (this.state_.kind === "waiting") this.connect();
  }

  /** False when there is no link; then nothing was sent. */
  send(line: string): boolean {
    if (this.state_.kind !== "connected" || !this.socket_) return false;
    this.socket_.send(line);
    return true;
  }

  private opened(): void {
    this.cancelTimer_();
    this.openedAt_ = this.around_.now();
    this.change({ kind: "connected" });
  }

  private lost(code: number, reason: string): void {
    this.cancelTimer_();
    this.socket_ = undefined;
    if (isFinalClose(code)) {
      this.change({ kind: "refused", code, reason });
      return;
    }
    const wasOpen = this.state_.kind === "connected";
    if (wasOpen && this.around_.now() - this.openedAt_ >= settledAfterMs) this.attempt_ = 0;
    const delay = backoffMs(this.attempt_, () => this.around_.random());
    ++this.attempt_;
    this.cancelTimer_ = this.around_.after(delay, () => this.connect());
    this.change({ kind: "waiting", retryAt: this.around_.now() + delay });
  }

  private change(state: LinkState): void {
    this.state_ = state;
    this.listener_.stateChanged(state);
  }
}
