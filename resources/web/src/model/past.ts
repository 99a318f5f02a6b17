// Brings what was said before into a timeline: the newest page when the room is entered, older ones on demand.
import { faultOf, type Fault, type Link } from "./link.ts";
import type { Timeline } from "./timeline.ts";
import { readPage, type Message, type Page } from "./wire.ts";

export const newestLimit = 50;
const pageLimit = 100;
/** The server keeps nothing of the room: what it remembers is all that there is. */
const notAvailable = 108;

export type PastState = "idle" | "loading" | "complete";

export class Past {
  private state_: PastState = "idle";
  /** Where the next page ends; undefined: at the newest message. */
  private before_: number | undefined;
  /** Grows with every entering: an answer to an older question is of no use. */
  private round_ = 0;

  constructor(
    private readonly link_: Pick<Link, "call" | "remembered">,
    private readonly timeline_: Timeline,
  ) {}

  get state(): PastState {
    return this.state_;
  }

  /**
   * The room was entered and something may have been missed: closes the gap. Resolves with whether it is certain that
   * nothing is missing, or with undefined when another entering came in between. Rejects with a Fault.
   */
  async newest(): Promise<boolean | undefined> {
    const round = ++this.round_;
    this.timeline_.breakOff();
    this.state_ = "loading";
    try {
      const page = await this.page(undefined, newestLimit);
      if (round !== this.round_) return undefined;
      this.take(page);
      return this.timeline_.rejoin(page.messages);
    } catch (error) {
      if (round === this.round_) this.state_ = "idle";
      throw faultOf(error);
    }
  }

  /** True when there is more at the top than before. Rejects with a Fault. */
  async older(): Promise<boolean> {
    if (this.state_ !== "idle") return false;
    const round = this.round_;
    this.state_ = "loading";
    try {
      for (;;) {
        const page = await this.page(this.before_, pageLimit);
        if (round !== this.round_) return false;
        this.take(page);
        const added = this.timeline_.prepend(page.messages);
        if (added > 0 || page.before === undefined) return added > 0;
        this.state_ = "loading";
      }
    } catch (error) {
      if (round === this.round_) this.state_ = "idle";
      throw faultOf(error);
    }
  }

  /** The top of the timeline was forgotten: it is found again from the newest message on. */
  forgot(): void {
    this.before_ = undefined;
    this.state_ = "idle";
  }

  private take({ before }: Page): void {
    this.before_ = before;
    this.state_ = before === undefined ? "complete" : "idle";
  }

  private async page(before: number | undefined, limit: number): Promise<Page> {
    try {
      return readPage(await this.link_.call("history", { limit, ...(before !== undefined && { before }) }));
    } catch (error) {
      const fault: Fault = faultOf(error);
      if (fault.code !== notAvailable) throw error;
      return { messages: await this.remembered(), before: undefined };
    }
  }

  private async remembered(): Promise<Message[]> {
    const told = await this.link_.remembered(pageLimit);
    return told.flatMap((one) => (one.kind === "message" ? [one.message] : []));
  }
}
