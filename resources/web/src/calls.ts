// What the page asks the server to do, and how it says what has become of it.
import { faultOf, isOfTheLink, type Link } from "./model/link.ts";
import { t } from "./text/text.ts";

export type Parameters = Readonly<Record<string, unknown>>;

interface Outcome {
  /** What is said when it was done. */
  done?(answer: unknown): string;
  /** What went wrong, of the server's reason. */
  failed?(why: string): string;
}

/** Why something failed, in words for a person; those of the server are English. */
export function whyOf(error: unknown): string {
  const fault = faultOf(error);
  if (isOfTheLink(fault)) return t.noConnection;
  return /[.!?]$/u.test(fault.message) ? fault.message : `${fault.message}.`;
}

export class Calls {
  constructor(
    private readonly link_: Pick<Link, "call">,
    private readonly say_: (text: string) => void,
  ) {}

  /** Calls a method of `chat.` for the room; rejects with a Fault. */
  call(method: string, parameters: Parameters = {}): Promise<unknown> {
    return this.link_.call(method, parameters);
  }

  /** Does it, and resolves with what went wrong, empty when nothing has. */
  async attempt(method: string, parameters: Parameters, { done, failed = t.notDone }: Outcome = {}): Promise<string> {
    try {
      const answer = await this.call(method, parameters);
      if (done) this.say_(done(answer));
      return "";
    } catch (error) {
      return failed(whyOf(error));
    }
  }
}
