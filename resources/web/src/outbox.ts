// Lines that were handed to the socket and have not come back yet. The server delivers what a client sent
// to the client too, in order, so the echo is the receipt: a line without one may be lost.

export type OutboxStatus = "sending" | "unconfirmed";

export interface OutboxEntry {
  readonly id: number;
  readonly line: string;
  readonly status: OutboxStatus;
}

export class Outbox {
  private entries_: OutboxEntry[] = [];
  private nextId_ = 1;

  get entries(): readonly OutboxEntry[] {
    return this.entries_;
  }

  sent(line: string): void {
    this.entries_.push({ id: this.nextId_++, line, status: "sending" });
  }

  /** True when the line is one of ours that was still out. */
  echoed(line: string): boolean {
    const at = this.entries_.findIndex((entry) => entry.line === line && entry.status === "sending");
    if (at < 0) return false;
    this.entries_.splice(at, 1);
    return true;
  }

  /** The link broke: what was out may or may not have arrived. */
  linkLost(): void {
    this.entries_ = this.entries_.map((entry) => ({ ...entry, status: "unconfirmed" }));
  }

  /** The writer sent it once more, or gave it up. */
  remove(id: number): void {
    this.entries_ = this.entries_.filter((entry) => entry.id !== id);
  }
}
