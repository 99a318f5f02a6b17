// The texts of the chat page, in English. Those of other languages have the same members: the compiler sees to that.
import { counting } from "./language.ts";

const plural = counting("en");

const seconds = (count: number) => {
  if (count % 3600 === 0) return plural(count / 3600, { one: "1 hour", other: `${count / 3600} hours` });
  if (count % 60 === 0) return plural(count / 60, { one: "1 minute", other: `${count / 60} minutes` });
  return plural(count, { one: "1 second", other: `${count} seconds` });
};

/** As a reason is shown: “…”. */
const quoted = (reason: string) => (reason === "" ? "." : `: “${reason}”`);

export const english = {
  // --- the frame of the page ---
  room: "Room",
  goElsewhere: "Go to another room",
  whoIsHere: "Who is here",
  search: "Search",
  searchHere: "Search in this room",
  messages: "Messages",
  sayHelloBefore: "Say hello: everybody in ",
  sayHelloAfter: " hears it at once.",
  quiet: "It is quiet in here",
  close: "Close",
  cancel: "Cancel",
  anonymous: "Anonymous",
  somebody: "Somebody",
  you: "you",
  noSuchRoom: "There can be no such room",
  roomRuleElsewhere: "A room's name is 1 to 64 letters, digits, “-”, “_” or “.”. Choose another one above.",

  // --- how the connection is ---
  connecting: "Connecting…",
  connected: "Connected",
  notConnected: "Not connected",
  offline: "Offline",
  reconnecting: "Reconnecting…",
  disconnected: "Disconnected",
  reconnect: "Reconnect",
  reconnectNow: "Reconnect now",
  youAreOffline: "You are offline. What you write is sent when the network is back.",
  connectionLost: "The connection was lost. What you write is sent when it is back.",
  unreachable: "The server cannot be reached. It is tried again by itself.",
  wantsToken: "This server wants a log-in token that is valid. You get one where you log in.",
  sentAway: (reason: string) => `An operator has removed you from the room${quoted(reason)}`,
  banned: (reason: string) => `You are banned from this server${quoted(reason)}`,
  lockedDown: (reason: string) => `The server lets nobody in at the moment${quoted(reason)}`,
  holdsUntil: (time: string) => `This holds until ${time}.`,
  ended: (reason: string) => `The server ended the connection: ${reason}.`,
  endedByCode: (code: number) => `The server ended the connection: code ${code}.`,
  noConnection: "there is no connection.",
  notDone: (why: string) => `That was not done: ${why}`,
  notChanged: (why: string) => `It was not changed: ${why}`,
  notRenamed: (why: string) => `The nickname was not taken: ${why}`,
  pastFailed: (why: string) => `What was said before could not be read: ${why}`,
  olderFailed: (why: string) => `Older messages could not be read: ${why}`,
  searchFailed: (why: string) => `The search failed: ${why}`,

  // --- messages ---
  message: "Message",
  takenBack: "This message was taken back.",
  olderMessage: "An older message",
  answerTo: "Answer to ",
  edited: "edited",
  editedOn: (time: string) => `Changed on ${time}`,
  notice: "notice",
  messageMenu: (author: string) => `What to do about the message of ${author}`,
  latest: "Latest messages",
  newMessages: (count: number) => plural(count, { one: "1 new message", other: `${count} new messages` }),
  older: "Show older messages",
  loading: "Loading…",
  begin: "This is where the room begins.",
  renamed: (before: string, now: string) => `${before} is now called ${now}.`,
  writing: (names: readonly string[]) => {
    if (names.length > 2) return "Several people are writing…";
    return names.length === 2 ? `${names[0]} and ${names[1]} are writing…` : `${names[0]} is writing…`;
  },
  gone: "That message is not here any more, or too far back.",
  copied: "Copied.",
  notCopied: "The browser does not let this page copy.",

  // --- what is done about them ---
  answerItem: "Answer",
  copyItem: "Copy text",
  editItem: "Edit",
  reportItem: "Report…",
  takeBackItem: "Take back…",
  deleteKey: "Del",
  takeBackTitle: "Take this message back?",
  takeBackText: (words: string) => `“${words}” disappears for everybody, for good.`,
  takeBackTextOf: (author: string, words: string) => `“${words}” of ${author} disappears for everybody, for good.`,
  takeBack: "Take back",
  reportTitle: "Report this message",
  reportText: (words: string) => `Those who run this server will see it: “${words}”`,
  reportWords: "What is wrong with it?",
  report: "Report",
  reported: "Reported to those who run this server.",

  // --- writing ---
  chattingAs: "Chatting as",
  yourNickname: "Your nickname",
  typeMessage: "Type a message",
  send: "Send",
  unsent: "Messages that are not confirmed",
  changing: "Changing your message",
  answering: (author: string, words: string) => `Answering ${author}: ${words}`,
  tooLong: (surplus: number, most: number) =>
    plural(surplus, {
      one: `Too long by 1 character: a message has at most ${most}.`,
      other: `Too long by ${surplus} characters: a message has at most ${most}.`,
    }),
  length: (count: number, most: number) => `${count} of ${most} characters`,
  sentLater: "Not connected: it is sent as soon as that is possible.",
  changedLater: "Not connected: a message can be changed when the connection is back.",
  unsentStates: {
    waiting: "Waiting",
    sending: "Sending",
    lost: "Waiting",
    unconfirmed: "Maybe not delivered",
    refused: "Not sent",
  },
  sendAgain: "Send again",
  discard: "Discard",
  nicknameFixed: "Your log-in token says what you are called.",
  nicknameTooLong: (most: number) => `A nickname has at most ${most} characters.`,
  nicknameColon: "A nickname cannot have a colon followed by a space.",
  nicknameInvisible: "A nickname cannot have control, direction or invisible characters.",
  suggestionsLabel: "People to mention",
  suggestions: (count: number) =>
    plural(count, {
      one: "One person to mention: Enter takes it.",
      other: `${count} people to mention: the arrow keys choose, Enter takes one.`,
    }),


  // --- rooms, people, search, log-in ---
  roomName: "Name of the room",
  roomRule: "Letters, digits, “-”, “_” and “.”. A room exists as soon as somebody is in it.",
  roomPattern: "1 to 64 letters, digits, '-', '_' or '.'",
  roomsInUse: "Rooms in use",
  go: "Go",
  people: (count: number) => plural(count, { one: "1 person", other: `${count} people` }),
  peopleHere: (count: number) => plural(count, { one: "1 person is here", other: `${count} people are here` }),
  peopleUnknown: "Who is here cannot be told at the moment.",
  connections: (count: number) => plural(count, { one: "1 connection", other: `${count} connections` }),
  searchWords: "Words that were said",
  searchRule: "All of the words have to be in the message, the last one as a beginning.",
  searchFound: "What was found",
  nothingFound: "Nothing was found.",
  login: "Log in",
  loginItem: "Log in…",
  loginFault: "The token that was used is not valid, or not any more.",
  loginToken: "Log-in token",
  loginRule: "You get it from whoever runs this server. It stays in this tab until that is closed.",
  lockedRoom: "This room is locked: everybody may read, and nobody may write.",
  slowRoom: (count: number) => {
    const every = (unit: string, many: number) => (many === 1 ? unit : `${many} ${unit}s`);
    const time =
      count % 3600 === 0 ? every("hour", count / 3600) : count % 60 === 0 ? every("minute", count / 60) : every("second", count);
    return `This room is slow: one message every ${time}.`;
  },
  notForStaff: "That does not hold for you, as staff.",

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
    /** `until` is empty where it holds for good. */
    what: (isBan: boolean, until: string, reason: string) =>
      `${isBan ? "Banned" : "Muted"} ${until === "" ? "for good" : `until ${until}`}` + (reason === "" ? "" : `, “${reason}”`),
  },
  lift: {
    label: (whom: string, what: string) => `Lift: ${whom}, ${what}`,
    title: (whom: string) => `Lift it for ${whom}?`,
    verb: "Lift",
    done: (whom: string) => `Lifted for ${whom}.`,
  },
};

export type Texts = typeof english;
