// Which messages are one's own, and which of them one may still change.
import { Stored } from "../storage.ts";
import type { Message } from "./wire.ts";

/** So many names of sent messages are remembered through a reload of the tab. */
const mostNames = 500;

export class Self {
  private readonly stored_: Stored;
  private readonly sent_: Set<string>;

  /** `client` is what the server calls the connection of the moment. */
  constructor(
    room: string,
    private readonly user_: string,
    private readonly client_: () => string,
  ) {
    this.stored_ = new Stored("sessionStorage", `chinwag.sent.${room}`);
    this.sent_ = new Set(this.stored_.value.split(" ").filter((name) => name !== ""));
  }

  /** Somebody whose messages the server recognises when they come twice. */
  get isUser(): boolean {
    return this.user_ !== "";
  }

  sent(clientId: string): void {
    this.sent_.add(clientId);
    this.stored_.set([...this.sent_].slice(-mostNames).join(" "));
  }

  owns(message: Message): boolean {
    return this.mayChange(message) || (message.clientId !== "" && this.sent_.has(message.clientId));
  }

  /** The server's rule: the same user, or for somebody anonymous the same connection. */
  mayChange(message: Message): boolean {
    if (message.user !== "") return message.user === this.user_;
    return message.client !== "" && message.client === this.client_();
  }
}
