// What travels in a chat room, read from JSON that nobody has vouched for. server/protocol/PROTOCOL.md says what
// there is.

/** What somebody has said, as it is now. */
export interface Message {
  readonly id: string;
  /** Empty when the server does not tell. */
  readonly nickname: string;
  /** Empty when the message was taken back. */
  readonly text: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** Whom the token of its author named; empty for somebody anonymous. */
  readonly user: string;
  /** The connection that it came by; empty when that is not known. */
  readonly client: string;
  readonly isNotice: boolean;
  readonly isTakenBack: boolean;
  /** When its author changed it last; 0: never. */
  readonly editedAt: number;
  /** The id of the message that it answers; empty: none. */
  readonly replyTo: string;
  /** What its author's program called it; empty when it has not. */
  readonly clientId: string;
}

export type Told =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "edit"; readonly id: string; readonly text: string; readonly at: number }
  | { readonly kind: "redact"; readonly id: string }
  | { readonly kind: "typing"; readonly nickname: string; readonly client: string }
  | { readonly kind: "nick"; readonly nickname: string; readonly before: string }
  | { readonly kind: "rules"; readonly rules: RoomRules };

/** What holds in a room for everybody but staff. */
export interface RoomRules {
  readonly isLocked: boolean;
  /** One message each in so many seconds; 0: as many as one likes. */
  readonly slowSeconds: number;
}

/** Who a publication comes from, in the words of the SDK (`client`, `user`) and of chat.history alike. */
interface Sender {
  readonly client: string;
  readonly user: string;
}

type Members = Readonly<Record<string, unknown>>;

export function members(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** An id begins with when the message was said: the SDK does not pass on the time of a publication. */
export function timeOfId(id: string): number {
  const time = /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 12), 16) : 0;
  return time > 0 ? time : Date.now();
}

function sender(info: unknown): Sender {
  const read = members(info);
  return { client: text(read["client"]), user: text(read["user"]) };
}

/** The nickname that a presence has, or the information of who published. */
export function nicknameOf(info: unknown): string {
  const read = members(info);
  return text(members(read["connInfo"] ?? read["conn_info"])["nick"]);
}

export function readRules(data: unknown): RoomRules {
  const read = members(data);
  return { isLocked: read["locked"] === true, slowSeconds: number(read["slow_seconds"]) };
}

function message(data: Members, from: Sender, at: number): Message {
  const isTakenBack = data["type"] === "redact";
  return {
    ...from,
    at,
    id: text(data["id"]),
    nickname: text(data["nick"]),
    text: isTakenBack ? "" : text(data["text"]),
    isNotice: data["type"] === "notice",
    isTakenBack,
    editedAt: number(data["edited"]),
    replyTo: text(data["reply_to"]),
    clientId: text(data["client_id"]),
  };
}

/** Undefined for what this page does not know. */
export function readPublication(data: unknown, info: unknown): Told | undefined {
  const read = members(data);
  const id = text(read["id"]);
  switch (read["type"]) {
    case "typing":
      return { kind: "typing", nickname: text(read["nick"]), client: sender(info).client };
    case "nick":
      return { kind: "nick", nickname: text(read["nick"]), before: text(read["before"]) };
    case "rules":
      return { kind: "rules", rules: readRules(read) };
    case "edit":
      return { kind: "edit", id, text: text(read["text"]), at: number(read["edited"]) };
    case "redact":
      return { kind: "redact", id };
    case undefined:
    case "message":
    case "notice":
      return id === "" ? undefined : { kind: "message", message: message(read, sender(info), timeOfId(id)) };
    default:
      return undefined;
  }
}

export interface Page {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Where the page before this one ends; undefined when there is none. */
  readonly before: number | undefined;
}

/** What chat.history and chat.search answer. */
export function readPage(answer: unknown): Page {
  const read = members(answer);
  const entries = Array.isArray(read["messages"]) ? (read["messages"] as unknown[]) : [];
  const messages = entries.map(members).map((entry) => {
    const data = members(entry["data"]);
    return message(data, sender(entry["info"]), number(entry["time"]) || timeOfId(text(data["id"])));
  });
  const before = number(read["next"]);
  return { messages: messages.filter(({ id }) => id !== "").reverse(), before: before > 0 ? before : undefined };
}
