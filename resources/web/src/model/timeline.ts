// The messages of a room that the page knows, in the order in which they were said.
import type { Message, Told } from "./wire.ts";

/** Two sources tell of a message, the past and the present, and may both tell of the same one. */
export class Timeline {
  private messages_: Message[] = [];
  private readonly places_ = new Map<string, Message>();
  private seam_ = 0;

  get messages(): readonly Message[] {
    return this.messages_;
  }

  find(id: string): Message | undefined {
    return this.places_.get(id);
  }

  /** The newest one that `accepts`. */
  findLast(accepts: (message: Message) => boolean): Message | undefined {
    return this.messages_.findLast(accepts);
  }

  /** False when it is known already. */
  append(message: Message): boolean {
    if (this.places_.has(message.id)) return false;
    this.messages_.push(message);
    this.places_.set(message.id, message);
    return true;
  }

  /** Puts in front what of a page is older than all that is known, and answers with how many that were. */
  prepend(page: readonly Message[]): number {
    const first = page.findIndex(({ id }) => this.places_.has(id));
    const oldest = this.messages_[0]?.at ?? Infinity;
    // A page of the present may have messages that are about to be told; those are not older.
    const isOlder = first < 0 && (page.at(-1)?.at ?? 0) <= oldest;
    const older = first >= 0 ? page.slice(0, first) : isOlder ? page : [];
    this.messages_ = [...older, ...this.messages_];
    this.seam_ += older.length;
    for (const message of older) this.places_.set(message.id, message);
    return older.length;
  }

  /** From here on messages come again, and between what is known and those there may be a gap. */
  breakOff(): void {
    this.seam_ = this.messages_.length;
  }

  /**
   * Closes the gap with the newest page. When that does not reach back to what was known before the gap, only the page
   * and what came after it stay. True when it reached back; every message of the page is as the page has it.
   */
  rejoin(page: readonly Message[]): boolean {
    const fresh = new Set(page.map(({ id }) => id));
    const old = this.messages_.slice(0, this.seam_);
    const joins = old.length === 0 || old.some(({ id }) => fresh.has(id));
    const isElsewhere = ({ id }: Message) => !fresh.has(id);
    const before = joins ? old.filter(isElsewhere) : [];
    this.messages_ = [...before, ...page, ...this.messages_.slice(this.seam_).filter(isElsewhere)];
    this.places_.clear();
    for (const message of this.messages_) this.places_.set(message.id, message);
    this.seam_ = 0;
    return joins;
  }

  /** The message as it is now; undefined when it is not known. */
  change(told: Extract<Told, { kind: "edit" | "redact" }>): Message | undefined {
    const before = this.places_.get(told.id);
    if (!before) return undefined;
    const after =
      told.kind === "edit"
        ? { ...before, text: told.text, editedAt: told.at }
        : { ...before, text: "", isTakenBack: true };
    this.replace(after);
    return after;
  }

  /** Forgets the oldest beyond `most` and answers with them. */
  trim(most: number): readonly Message[] {
    const gone = this.messages_.splice(0, Math.max(0, this.messages_.length - most));
    for (const { id } of gone) this.places_.delete(id);
    this.seam_ = Math.max(0, this.seam_ - gone.length);
    return gone;
  }

  private replace(message: Message): void {
    const at = this.messages_.findLastIndex(({ id }) => id === message.id);
    this.messages_[at] = message;
    this.places_.set(message.id, message);
  }
}
