// Joins the parts: what the link brings goes to the log, what is written goes to the link.
import { browser } from "./browser.ts";
import { Composer } from "./composer.ts";
import { Connection, type LinkState } from "./connection.ts";
import { byId } from "./dom.ts";
import { Identity } from "./identity.ts";
import { gapNotice, LogView } from "./log.ts";
import { Outbox } from "./outbox.ts";
import { formatPlain, parsePlain } from "./plain.ts";
import { chatUrl } from "./room.ts";
import { StatusView } from "./status.ts";
import { TitleView } from "./title.ts";
import { UnsentView } from "./unsent.ts";

export class Chat {
  private readonly outbox_ = new Outbox();
  private readonly log_ = new LogView({
    log: byId("log", HTMLElement),
    trimmed: byId("trimmed", HTMLElement),
    empty: byId("empty", HTMLElement),
    jump: byId("jump", HTMLButtonElement),
  });
  private readonly unsent_ = new UnsentView(
    byId("unsent", HTMLElement),
    (id) => this.sendAgain(id),
    (id) => this.discard(id),
  );
  private readonly title_: TitleView;
  private readonly status_: StatusView;
  private readonly connection_: Connection;
  private readonly identity_: Identity;
  private readonly composer_: Composer;
  private wasConnected_ = false;
  private lostAt_: number | undefined;

  constructor(room: string) {
    const hint = (text: string) => this.hint(text);
    this.title_ = new TitleView(`${room} · Chinwag`);
    this.connection_ = new Connection(chatUrl(room), browser, {
      stateChanged: (state) => this.stateChanged(state),
      received: (line) => this.received(line),
    });
    this.status_ = new StatusView(
      {
        pill: byId("state", HTMLElement),
        text: byId("state-text", HTMLElement),
        countdown: byId("state-countdown", HTMLElement),
        banner: byId("banner", HTMLElement),
        bannerText: byId("banner-text", HTMLElement),
        reconnect: byId("reconnect", HTMLButtonElement),
      },
      () => this.connection_.connect(),
    );
    this.identity_ = new Identity(byId("nick", HTMLInputElement), byId("nick-avatar", HTMLElement), hint);
    this.composer_ = new Composer(
      {
        form: byId("composer", HTMLFormElement),
        field: byId("msg", HTMLTextAreaElement),
        send: byId("send", HTMLButtonElement),
      },
      (text) => this.write(text),
      hint,
    );
  }

  start(): void {
    addEventListener("online", () => {
      this.status_.draw();
      this.connection_.wake();
    });
    addEventListener("offline", () => this.status_.draw());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.connection_.wake();
    });
    this.connection_.connect();
  }

  private stateChanged(state: LinkState): void {
    this.composer_.setReady(state.kind === "connected");
    this.status_.show(state);
    if (state.kind === "connected") {
      this.hint("");
      if (this.lostAt_ !== undefined) this.log_.add({ notice: gapNotice(this.lostAt_, Date.now()), at: Date.now() });
      this.lostAt_ = undefined;
      this.wasConnected_ = true;
      return;
    }
    if (!this.wasConnected_) return;
    this.lostAt_ ??= Date.now();
    this.outbox_.linkLost();
    this.unsent_.show(this.outbox_.entries);
  }

  private received(line: string): void {
    const own = this.outbox_.echoed(line);
    if (own) this.unsent_.show(this.outbox_.entries);
    else this.title_.messageCame();
    this.log_.add({ ...parsePlain(line), own, at: Date.now() });
  }

  private write(text: string): boolean {
    const nickname = this.identity_.nickname();
    return nickname !== undefined && this.send(formatPlain(nickname, text));
  }

  private send(line: string): boolean {
    if (!this.connection_.send(line)) {
      this.hint("Not connected: your message stays here until it can be sent.");
      return false;
    }
    this.outbox_.sent(line);
    this.unsent_.show(this.outbox_.entries);
    this.hint("");
    return true;
  }

  private sendAgain(id: number): void {
    const line = this.outbox_.entries.find((entry) => entry.id === id)?.line;
    if (line === undefined || !this.send(line)) return;
    this.discard(id);
  }

  private discard(id: number): void {
    this.outbox_.remove(id);
    this.unsent_.show(this.outbox_.entries);
    this.composer_.focus();
  }

  private hint(text: string): void {
    byId("hint", HTMLElement).textContent = text;
  }
}
