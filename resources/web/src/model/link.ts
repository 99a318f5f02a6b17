// The link to one room of the server: the published SDK opens it, keeps it and brings back what was missed. Knows
// nothing of the page.
import { Centrifuge, State, SubscriptionState, UnauthorizedError, type Subscription } from "centrifuge";

import { plainReason, reasonKeepingSocket } from "./socket.ts";
import { members, nicknameOf, number, readPublication, text, type Told } from "./wire.ts";

export type LinkState =
  | { readonly kind: "connecting" }
  | { readonly kind: "connected" }
  /** Lost, or not reached; it is tried again by itself. */
  | { readonly kind: "waiting" }
  /** Over until a person asks. */
  | { readonly kind: "refused"; readonly code: number; readonly reason: string };

export interface LinkListener {
  stateChanged(state: LinkState): void;
  /** The room is there. Unless nothing was missed, there may be a gap between what was told before and what comes. */
  entered(missedNothing: boolean): void;
  told(told: Told): void;
  /** Somebody speaks to this connection alone. */
  spokenTo(nickname: string, text: string): void;
}

export interface LinkOptions {
  readonly url: string;
  readonly channel: string;
  /** Empty: nobody in particular. */
  readonly token: string;
  /** What the server is told of who comes, asked for at every attempt. */
  introduction(): Readonly<Record<string, string>>;
}

export interface Person {
  readonly client: string;
  readonly user: string;
  readonly nickname: string;
}

/** What a call to the server can end with. */
export interface Fault {
  readonly code: number;
  readonly message: string;
}

/** Not the server's answer: none came, because the link broke or it took too long. */
const firstServerCode = 100;

export function faultOf(error: unknown): Fault {
  const read = members(error);
  return { code: number(read["code"]), message: text(read["message"]) || String(error) };
}

export function isOfTheLink(fault: Fault): boolean {
  return fault.code < firstServerCode;
}

export class Link {
  private readonly sdk_: Centrifuge;
  private readonly room_: Subscription;
  private state_: LinkState = { kind: "connecting" };
  private client_ = "";
  private isStaff_ = false;
  private isEnding_ = false;

  constructor(
    private readonly options_: LinkOptions,
    private readonly listener_: LinkListener,
  ) {
    this.sdk_ = new Centrifuge(options_.url, {
      name: "chinwag-page",
      websocket: reasonKeepingSocket(),
      getData: () => Promise.resolve(options_.introduction()),
      ...(options_.token !== "" && {
        token: options_.token,
        // There is no fresh one: whoever gave this one has to be asked.
        getToken: () => Promise.reject(new UnauthorizedError("the token has expired")),
      }),
    });
    this.room_ = this.sdk_.newSubscription(options_.channel, { recoverable: true, maxResubscribeDelay: 5_000 });
    this.listenToClient();
    this.listenToRoom();
  }

  get state(): LinkState {
    return this.state_;
  }

  /** What the server calls this connection; empty before there is one. */
  get client(): string {
    return this.client_;
  }

  get isStaff(): boolean {
    return this.isStaff_;
  }

  /** Connects now; also the way out of waiting and out of a refusal. */
  connect(): void {
    if (this.sdk_.state === State.Connecting) this.leave();
    if (this.room_.state === SubscriptionState.Unsubscribed) this.room_.subscribe();
    if (this.sdk_.state === State.Connected) this.change({ kind: "connecting" });
    else this.sdk_.connect();
  }

  /** The network is back or somebody looks at the page: no point in waiting any longer. */
  wake(): void {
    if (this.state_.kind === "waiting") this.connect();
  }

  /** Settles when the message is kept; rejects with a Fault. */
  async publish(data: Readonly<Record<string, string>>): Promise<void> {
    await this.room_.publish(data);
  }

  /** Calls a method of `chat.` for the room; rejects with a Fault. */
  async call(method: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const { data } = await this.sdk_.rpc(`chat.${method}`, { channel: this.options_.channel, ...parameters });
    return data as unknown;
  }

  /** The newest of what the server remembers of the room where nothing is kept, oldest first. */
  async remembered(limit: number): Promise<readonly Told[]> {
    const { publications } = await this.room_.history({ limit, reverse: true });
    return publications
      .reverse()
      .map(({ data, info }) => readPublication(data, info))
      .filter((told) => told !== undefined);
  }

  /** How many connections are in the room. */
  async countPeople(): Promise<number> {
    return (await this.room_.presenceStats()).numClients;
  }

  async people(): Promise<readonly Person[]> {
    const { clients } = await this.room_.presence();
    return Object.values(clients).map((info) => ({
      client: info.client,
      user: info.user ?? "",
      nickname: nicknameOf(info),
    }));
  }

  private listenToClient(): void {
    this.sdk_.on("connecting", ({ code }) => this.change({ kind: code === 0 ? "connecting" : "waiting" }));
    this.sdk_.on("error", () => {
      if (this.state_.kind === "connecting" && this.sdk_.state === State.Connecting) this.change({ kind: "waiting" });
    });
    this.sdk_.on("connected", ({ client, data }) => {
      this.client_ = client;
      this.isStaff_ = members(data)["staff"] === true;
    });
    this.sdk_.on("disconnected", ({ code, reason }) => {
      if (!this.isEnding_) this.change({ kind: "refused", code, reason: plainReason(reason) });
    });
    this.sdk_.on("message", ({ data }) => {
      const read = members(data);
      this.listener_.spokenTo(text(read["nick"]), text(read["text"]));
    });
  }

  private listenToRoom(): void {
    this.room_.on("subscribed", ({ recovered }) => {
      this.change({ kind: "connected" });
      this.listener_.entered(recovered);
    });
    this.room_.on("publication", ({ data, info }) => {
      const told = readPublication(data, info);
      if (told) this.listener_.told(told);
    });
    this.room_.on("unsubscribed", ({ code, reason }) => this.change({ kind: "refused", code, reason }));
  }

  private leave(): void {
    this.isEnding_ = true;
    this.sdk_.disconnect();
    this.isEnding_ = false;
  }

  private change(state: LinkState): void {
    // A room that refuses stays refused while the connection below goes on or comes back.
    const isRoomGone = this.room_.state === SubscriptionState.Unsubscribed;
    if (this.state_.kind === "refused" && isRoomGone && state.kind === "waiting") return;
    this.state_ = state;
    this.listener_.stateChanged(state);
  }
}
