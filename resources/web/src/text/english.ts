// The texts of the chat page that depend on something.
import { counting } from "./language.ts";

const plural = counting("en");
const shortTime = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

const seconds = (count: number) => {
  if (count % 3600 === 0) return plural(count / 3600, { one: "1 hour", other: `${count / 3600} hours` });
  if (count % 60 === 0) return plural(count / 60, { one: "1 minute", other: `${count / 60} minutes` });
  return plural(count, { one: "1 second", other: `${count} seconds` });
};

export const english = {
  suggestions: (count: number) =>
    plural(count, {
      one: "One person to mention: Enter takes it.",
      other: `${count} people to mention: the arrow keys choose, Enter takes one.`,
    }),

  noConnection: "there is no connection.",
  notDone: (why: string) => `That was not done: ${why}`,
  notChanged: (why: string) => `It was not changed: ${why}`,
  notRenamed: (why: string) => `The nickname was not taken: ${why}`,

  takeBackTitle: "Take this message back?",
  takeBackText: (words: string) => `“${words}” disappears for everybody, for good.`,
  takeBackTextOf: (author: string, words: string) => `“${words}” of ${author} disappears for everybody, for good.`,
  takeBack: "Take back",
  reportTitle: "Report this message",
  reportText: (words: string) => `Those who run this server will see it: “${words}”`,
  reportWords: "What is wrong with it?",
  report: "Report",
  reported: "Reported to those who run this server.",

  // --- staff ---
  personMenu: (name: string) => `What to do about ${name}`,
  roomMenu: "Look after this room",
  deeds: {
    mute: {
      item: "Mute…",
      title: (name: string) => `Mute ${name}?`,
      text: "They can read in this room, but not write.",
      verb: "Mute",
      done: (name: string) => `${name} may not write here for now.`,
    },
    kick: {
      item: "Send away…",
      title: (name: string) => `Send ${name} away?`,
      text: "They are disconnected, and may come back at once.",
      verb: "Send away",
      done: (name: string) => `${name} was sent away.`,
    },
    ban: {
      item: "Ban…",
      title: (name: string) => `Ban ${name}?`,
      text: "They are put out of this room, and cannot come back.",
      verb: "Ban",
      done: (name: string) => `${name} may not be here for now.`,
    },
  },
  hitsUser: (user: string) => `It is the user ${user}.`,
  hitsAddress: (name: string) => `${name} is not logged in: it holds for everybody who comes from the same address.`,
  notHere: (name: string) => `${name} is not here any more.`,
  howLong: "For how long",
  forGood: "for good",
  seconds,
  minutes: (count: number) => {
    if (count % 10_080 === 0) return plural(count / 10_080, { one: "1 week", other: `${count / 10_080} weeks` });
    if (count % 1440 === 0) return plural(count / 1440, { one: "1 day", other: `${count / 1440} days` });
    return seconds(count * 60);
  },
  reasonTold: "Why, if you like (they read it)",
  reasonKept: "Why, if you like (it goes on record)",
  reasonTooLong: (bytes: number) =>
    plural(bytes, {
      one: "Shorter, please: it is one byte too long.",
      other: `Shorter, please: it is ${bytes} bytes too long.`,
    }),
  lock: {
    item: "Lock this room…",
    title: (room: string) => `Lock #${room}?`,
    text: "Everybody can read, and only staff can write.",
    verb: "Lock",
  },
  unlock: {
    item: "Unlock this room…",
    title: (room: string) => `Unlock #${room}?`,
    text: "Everybody can write again.",
    verb: "Unlock",
  },
  slow: {
    item: "Slow mode…",
    title: (room: string) => `Slow mode in #${room}`,
    text: "It holds for everybody in the room but staff.",
    label: "One message every",
    none: "No slow mode",
    verb: "Set",
  },
  roomChanged: "Done.",
  sanctions: {
    item: "Muted and banned people…",
    title: (room: string) => `Muted and banned in #${room}`,
    looking: "Looking…",
    nobody: "Nobody is.",
    anonymous: "Somebody who is not logged in",
    what: (isBan: boolean, until: number, reason: string) =>
      `${isBan ? "Banned" : "Muted"} ${until === 0 ? "for good" : `until ${shortTime.format(until)}`}` +
      (reason === "" ? "" : `, “${reason}”`),
  },
  lift: {
    label: (whom: string, what: string) => `Lift: ${whom}, ${what}`,
    title: (whom: string) => `Lift it for ${whom}?`,
    verb: "Lift",
    done: (whom: string) => `Lifted for ${whom}.`,
  },
};

export type Texts = typeof english;
