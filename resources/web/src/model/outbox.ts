// What was written and is not confirmed yet. A message goes out under a name of its own, so that its echo is known
// and it can go out again without being said twice.

export type OutboxStatus =
  /** Goes out as soon as there is a room to say it in. */
  | "waiting"
  | "sending"
  /** The connection broke while it was under way: whether it has arrived will be known. */
  | "lost"
  /** Nobody can tell whether it has arrived; a person decides. */
  | "unconfirmed"
  /** The server does not want it, for `reason`. */
  | "refused";

export interface OutboxEntry {
  readonly id: string;
  readonly nickname: string;
  readonly text: string;
  readonly replyTo: string;
  readonly status: OutboxStatus;
  readonly reason: string;
  /** When it first went out; milliseconds since 1970, 0: never. */
  readonly sentAt: number;
}

export interface Draft {
  readonly nickname: string;
  readonly text: string;
  readonly replyTo: string;
}

/** For so long the server recognises what the user of a token has named (five minutes), with a margin. */
export const recognisedMs = 4 * 60_000;

export class Outbox {
  private entries_: OutboxEntry[] = [];

  constructor(private readonly newId_: () => string) {}

  get entries(): readonly OutboxEntry[] {
    return this.entries_;
  }

  write(draft: Draft): OutboxEntry {
    const entry: OutboxEntry = { ...draft, id: this.newId_(), status: "waiting", reason: "", sentAt: 0 };
    this.entries_.push(entry);
    return entry;
  }

  waiting(): readonly OutboxEntry[] {
    return this.entries_.filter(({ status }) => status === "waiting");
  }

  sent(id: string, now: number): void {
    this.change(id, (entry) => ({ ...entry, status: "sending", sentAt: entry.sentAt || now }));
  }

  /** It was heard, or the server has it. True when it was one of ours. */
  arrived(id: string): boolean {
    const count = this.entries_.length;
    this.remove(id);
    return this.entries_.length < count;
  }

  refused(id: string, reason: string): void {
    this.change(id, (entry) => ({ ...entry, status: "refused", reason }));
  }

  /** The connection broke, for one message or for all that are under way. */
  lost(id?: string): void {
    this.entries_ = this.entries_.map((entry) =>
      entry.status === "sending" && (id === undefined || entry.id === id) ? { ...entry, status: "lost" } : entry,
    );
  }

  /**
   * The connection is back and all that it could bring has been heard. What was lost goes out again where that
   * cannot say it twice: it is `certain` that it would have been heard, or the server recognises it.
   */
  settle(certain: boolean, isRecognised: boolean, now: number): void {
    this.entries_ = this.entries_.map((entry) => {
      if (entry.status !== "lost") return entry;
      const safe = certain || (isRecognised && now - entry.sentAt < recognisedMs);
      return { ...entry, status: safe ? "waiting" : "unconfirmed" };
    });
  }

  /** A person wants it to go out once more. */
  again(id: string): void {
    this.change(id, (entry) => ({ ...entry, status: "waiting", reason: "" }));
  }

  remove(id: string): void {
    this.entries_ = this.entries_.filter((entry) => entry.id !== id);
  }

  private change(id: string, how: (entry: OutboxEntry) => OutboxEntry): void {
    this.entries_ = this.entries_.map((entry) => (entry.id === id ? how(entry) : entry));
  }
}
