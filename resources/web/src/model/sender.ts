// Sends what is in the outbox, and knows what became of it.
import { faultOf, isOfTheLink, type Link } from "./link.ts";
import type { Outbox, OutboxEntry } from "./outbox.ts";

interface SenderWorld {
  readonly link: Pick<Link, "publish" | "state">;
  /** A message went out under this name. */
  sent(id: string): void;
  /** The outbox is another one now. */
  changed(): void;
  now(): number;
}

export class Sender {
  constructor(
    private readonly outbox_: Outbox,
    private readonly world_: SenderWorld,
  ) {}

  /** Everything that waits, in order, if there is a room to say it in. */
  send(): void {
    if (this.world_.link.state.kind === "connected")
      for (const entry of this.outbox_.waiting()) void this.sendOne(entry);
    this.world_.changed();
  }

  private async sendOne(entry: OutboxEntry): Promise<void> {
    this.outbox_.sent(entry.id, this.world_.now());
    this.world_.sent(entry.id);
    try {
      await this.world_.link.publish({
        nick: entry.nickname,
        text: entry.text,
        client_id: entry.id,
        ...(entry.replyTo !== "" && { reply_to: entry.replyTo }),
      });
      this.outbox_.arrived(entry.id);
    } catch (error) {
      const fault = faultOf(error);
      if (isOfTheLink(fault)) this.outbox_.lost(entry.id);
      else this.outbox_.refused(entry.id, fault.message);
    }
    this.world_.changed();
  }
}
