// What staff may lay down in a room, and what it is refused by the server anyway.
import { members, number, text } from "./wire.ts";

const mostReasonBytes = 100;

/** A reason as the server takes it: one line. */
export function reasonOf(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** The reason among the parameters of a call; an empty one is none. */
export function reasonMember(reason: string): { readonly reason?: string } {
  return reason === "" ? {} : { reason };
}

/** By how many bytes it is too long. */
export function excessOf(reason: string): number {
  return Math.max(0, new TextEncoder().encode(reason).length - mostReasonBytes);
}

/** Minutes for which a mute or a ban holds; 0: until it is lifted. */
export const durations: readonly number[] = [10, 60, 24 * 60, 7 * 24 * 60, 0];
/** Seconds between two messages of one who is not staff; 0: as they like. */
export const slowTimes: readonly number[] = [0, 5, 10, 30, 60, 300, 900, 3600];

export interface Sanction {
  readonly id: string;
  readonly isBan: boolean;
  /** Empty for somebody who is known by the address, which is for operators. */
  readonly user: string;
  /** Milliseconds since 1970; 0: until it is lifted. */
  readonly until: number;
  readonly reason: string;
}

/** What chat.sanctions answers. */
export function readSanctions(answer: unknown): Sanction[] {
  const list = members(answer)["sanctions"];
  return (Array.isArray(list) ? (list as unknown[]) : [])
    .map(members)
    .map((one) => ({
      id: text(one["id"]),
      isBan: one["kind"] === "ban",
      user: text(one["user"]),
      until: number(one["until"]),
      reason: text(one["reason"]),
    }))
    .filter(({ id }) => id !== "");
}
