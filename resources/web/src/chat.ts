// Joins the parts: what the link tells goes into the timeline and onto the page, what is written goes out.
import { MessageActions } from "./actions.ts";
import { Calls, whyOf, type Parameters } from "./calls.ts";
import { Composer } from "./composer.ts";
import { copyText } from "./copy.ts";
import { deviceName } from "./device.ts";
import { byId } from "./dom.ts";
import { Identity } from "./identity.ts";
import { LogView } from "./log.ts";
import { LoginDialog } from "./login.ts";
import { Menu } from "./menu.ts";
import { authorOf, type Shown } from "./message.ts";
import { Link, type LinkState } from "./model/link.ts";
import { mentions } from "./model/mention.ts";
import { Outbox } from "./model/outbox.ts";
import { Past } from "./model/past.ts";
import { reasonMember } from "./model/sanction.ts";
import { Self } from "./model/self.ts";
import { Sender } from "./model/sender.ts";
import { Timeline } from "./model/timeline.ts";
import type { Claims } from "./model/token.ts";
import { readPage, readRules, type Message, type Told } from "./model/wire.ts";
import { nicknameWhenEmpty } from "./nickname.ts";
import { OlderView } from "./older.ts";
import { PeopleView } from "./people.ts";
import { randomName } from "./random.ts";
import { channelOf, linkUrl, readDirectory, RoomDialog } from "./room.ts";
import { RulesView } from "./rules.ts";
import { SanctionsDialog } from "./sanctions.ts";
import { SearchDialog } from "./search.ts";
import { Staff } from "./staff.ts";
import { StatusView } from "./status.ts";
import { t } from "./text/text.ts";
import { TitleView } from "./title.ts";
import { Typing } from "./typing.ts";
import { UnsentView } from "./unsent.ts";

/** How far back a message is looked for that somebody wants to see. */
const mostPagesBack = 20;

export class Chat {
  private readonly link_: Link;
  private readonly calls_: Calls;
  private readonly timeline_ = new Timeline();
  private readonly outbox_ = new Outbox(randomName);
  private readonly past_: Past;
  private readonly sender_: Sender;
  private readonly self_: Self;
  private readonly log_: LogView;
  private readonly older_: OlderView;
  private readonly unsent_: UnsentView;
  private readonly title_: TitleView;
  private readonly status_: StatusView;
  private readonly identity_: Identity;
  private readonly composer_: Composer;
  private readonly staff_: Staff;
  private readonly people_: PeopleView;
  private readonly menu_ = new Menu();
  private readonly rules_ = new RulesView(byId("rules", HTMLElement));
  private readonly typing_: Typing;

  constructor(room: string, token: string, claims: Claims) {
    this.link_ = new Link(
      { url: linkUrl(), channel: channelOf(room), token, introduction: () => this.introduction() },
      {
        stateChanged: (state) => this.stateChanged(state),
        entered: (missedNothing) => void this.entered(missedNothing),
        told: (told) => this.told(told),
        spokenTo: (nickname, text) => this.log_.notice(`${nickname}: ${text}`),
      },
    );
    this.calls_ = new Calls(this.link_, (text) => {
      this.hint(text);
      this.people_.say(text);
    });
    this.self_ = new Self(room, claims.user, () => this.link_.client);
    this.past_ = new Past(this.link_, this.timeline_);
    this.sender_ = new Sender(this.outbox_, {
      link: this.link_,
      sent: (id) => this.self_.sent(id),
      changed: () => this.unsent_.show(this.outbox_.entries),
      now: () => Date.now(),
    });
    this.title_ = new TitleView(`${room} · Chinwag`);
    this.typing_ = new Typing(byId("typing", HTMLElement), () => void this.calls_.call("typing").catch(() => undefined));
    this.identity_ = this.makeIdentity(claims);
    this.log_ = this.makeLog();
    this.older_ = new OlderView(() => void this.loadOlder());
    this.composer_ = this.makeComposer(room);
    this.unsent_ = this.makeUnsent();
    this.status_ = this.makeStatus(token);
    this.staff_ = this.makeStaff(room);
    this.people_ = this.makePeople();
    this.makeDialogs(room);
  }

  start(): void {
    addEventListener("online", () => {
      this.status_.draw();
      this.link_.wake();
    });
    addEventListener("offline", () => this.status_.draw());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.link_.wake();
    });
    // What is not confirmed would be lost with the page.
    addEventListener("beforeunload", (event) => {
      if (this.outbox_.entries.length > 0) event.preventDefault();
    });
    this.link_.connect();
  }

  // --- the parts of the page ---

  private makeIdentity(claims: Claims): Identity {
    return new Identity(byId("nick", HTMLInputElement), byId("nick-avatar", HTMLElement), claims, {
      hint: (text) => this.hint(text),
      renamed: (nickname) => void this.rename(nickname || nicknameWhenEmpty),
    });
  }

  private makeLog(): LogView {
    return new LogView({
      messages: () => this.timeline_.messages,
      shown: (message) => this.shown(message),
      trim: (most) => this.trim(most),
      wantsOlder: () => void this.loadOlder(),
    });
  }

  private makeComposer(room: string): Composer {
    return new Composer(
      room,
      {
        send: (text, replyTo) => this.write(text, replyTo),
        edit: (message, text) => this.edit(message, text),
        lastOwn: () => this.timeline_.findLast((one) => this.self_.mayChange(one) && !one.isTakenBack),
        isWriting: () => this.typing_.wrote(),
        hint: (text) => this.hint(text),
      },
      {
        people: async () => (await this.link_.people()).map(({ nickname }) => nickname),
        ownName: () => this.identity_.current,
      },
    );
  }

  private makeUnsent(): UnsentView {
    return new UnsentView(
      (id) => {
        this.outbox_.again(id);
        this.sender_.send();
      },
      (id) => {
        this.outbox_.remove(id);
        this.unsent_.show(this.outbox_.entries);
        this.composer_.focus();
      },
    );
  }

  private makeStatus(token: string): StatusView {
    const login = new LoginDialog(token);
    return new StatusView(
      () => this.link_.connect(),
      () => login.open(),
    );
  }

  private makeStaff(room: string): Staff {
    const sanctions = new SanctionsDialog(room, this.calls_);
    const button = byId("staff", HTMLButtonElement);
    button.addEventListener("click", () => this.menu_.openBelow(t.roomMenu, this.staff_.roomItems(), button));
    return new Staff(this.calls_, {
      room,
      isStaff: () => this.link_.isStaff,
      people: () => this.link_.people(),
      rules: () => this.rules_.rules,
      openSanctions: () => sanctions.open(),
    });
  }

  private makePeople(): PeopleView {
    return new PeopleView(
      {
        isConnected: () => this.link_.state.kind === "connected",
        count: () => this.link_.countPeople(),
        people: () => this.link_.people(),
        client: () => this.link_.client,
        items: (target) => this.staff_.itemsFor(target),
      },
      this.menu_,
    );
  }

  private makeDialogs(room: string): void {
    new RoomDialog(room, async (text) => readDirectory(await this.calls_.call("directory", { text, limit: 50 })));
    new SearchDialog(
      async (text) => readPage(await this.calls_.call("search", { text, limit: 50 })),
      (id) => void this.reveal(id),
    );
    new MessageActions(byId("log", HTMLElement), this.menu_, {
      find: (id) => this.timeline_.find(id),
      mayChange: (message) => this.self_.mayChange(message),
      isStaff: () => this.link_.isStaff,
      answer: (message) => this.composer_.answer(message),
      edit: (message) => this.composer_.edit(message),
      copy: (message) => void this.copy(message),
      takeBack: ({ id }, reason) => this.calls_.attempt("redact", { id, ...reasonMember(reason) }),
      report: ({ id }, reason) => this.calls_.attempt("report", { id, reason }, { done: () => t.reported }),
      staffItems: (message) => this.staff_.itemsFor({ ...message, name: authorOf(message) }),
      reveal: (id) => void this.reveal(id),
      leave: () => this.composer_.focus(),
    });
  }

  // --- what the link brings ---

  private introduction(): Record<string, string> {
    const device = deviceName();
    const nick = this.identity_.current;
    return { ...(nick !== "" && { nick }), ...(device !== undefined && { device }) };
  }

  private stateChanged(state: LinkState): void {
    this.composer_.setReady(state.kind === "connected");
    this.status_.show(state);
    byId("staff", HTMLElement).hidden = !this.link_.isStaff;
    if (state.kind === "connected") return;
    this.typing_.nobody();
    this.outbox_.lost();
    this.unsent_.show(this.outbox_.entries);
  }

  private async entered(missedNothing: boolean): Promise<void> {
    void this.people_.refresh();
    void this.rules_.ask(async () => readRules(await this.calls_.call("rules")), this.link_.isStaff);
    let isCertain: boolean | undefined = missedNothing;
    if (missedNothing) {
      // What was missed is told right behind this.
      await Promise.resolve();
    } else {
      isCertain = await this.loadNewest();
    }
    if (isCertain === undefined) return;
    this.outbox_.settle(isCertain, this.self_.isUser, Date.now());
    this.sender_.send();
  }

  /** Whether it is certain that nothing is missing; undefined when that is to be settled another time. */
  private async loadNewest(): Promise<boolean | undefined> {
    try {
      const joined = await this.past_.newest();
      if (joined === undefined) return undefined;
      for (const { clientId } of this.timeline_.messages) this.outbox_.arrived(clientId);
      this.log_.rebuild();
      this.showOlder();
      return joined;
    } catch (error) {
      this.log_.notice(t.pastFailed(whyOf(error)));
      this.showOlder();
      return false;
    }
  }

  private told(told: Told): void {
    switch (told.kind) {
      case "message":
        this.heard(told.message);
        break;
      case "typing":
        this.typing_.heard(told.client, told.nickname);
        break;
      case "rules":
        this.rules_.show(told.rules, this.link_.isStaff);
        break;
      case "nick":
        // Who had no name yet is nobody that others would look for.
        if (told.before !== nicknameWhenEmpty) this.log_.notice(t.renamed(told.before, told.nickname));
        break;
      default:
        this.changed(told);
    }
  }

  private heard(message: Message): void {
    if (!this.timeline_.append(message)) return;
    if (this.timeline_.messages.length === 1) this.showOlder();
    this.typing_.ended(message.client);
    if (this.outbox_.arrived(message.clientId)) this.unsent_.show(this.outbox_.entries);
    if (!this.self_.owns(message)) this.title_.messageCame();
    this.log_.append(message);
  }

  private changed(told: Extract<Told, { kind: "edit" | "redact" }>): void {
    const message = this.timeline_.change(told);
    if (!message) return;
    this.log_.update(message);
    if (message.isTakenBack) this.composer_.gone(message.id);
  }

  private shown(message: Message): Shown {
    const isOwn = this.self_.owns(message);
    const quoted = this.timeline_.find(message.replyTo);
    const isMention = !isOwn && mentions(message.text, this.identity_.current);
    return { message, isOwn, isMention, quoted };
  }

  // --- what the person does ---

  private write(text: string, replyTo: string): boolean {
    const nickname = this.identity_.forSigning();
    if (nickname === undefined) return false;
    this.outbox_.write({ nickname: nickname || nicknameWhenEmpty, text: wellFormed(text), replyTo });
    this.typing_.said();
    this.sender_.send();
    this.hint(this.link_.state.kind === "connected" ? "" : t.sentLater);
    return true;
  }

  private edit({ id, text: before }: Message, written: string): boolean {
    if (this.link_.state.kind !== "connected") {
      this.hint(t.changedLater);
      return false;
    }
    const text = wellFormed(written);
    if (text !== before) void this.attempt("edit", { id, text }, t.notChanged);
    return true;
  }

  private async rename(nick: string): Promise<void> {
    this.log_.remark();
    if (this.link_.state.kind === "connected") await this.attempt("nick", { nick }, t.notRenamed);
  }

  private async copy({ text }: Message): Promise<void> {
    this.hint((await copyText(text)) ? t.copied : t.notCopied);
  }

  private async loadOlder(): Promise<boolean> {
    if (this.link_.state.kind !== "connected" || this.past_.state !== "idle") return false;
    this.older_.show("loading", false);
    let more = false;
    try {
      more = await this.past_.older();
      if (more) this.log_.rebuild();
    } catch (error) {
      this.hint(t.olderFailed(whyOf(error)));
    }
    this.showOlder();
    return more;
  }

  private showOlder(): void {
    this.older_.show(this.past_.state, this.timeline_.messages.length === 0);
  }

  private async reveal(id: string): Promise<void> {
    for (let page = 0; page <= mostPagesBack; ++page) {
      if (this.log_.reveal(id)) return;
      if (!(await this.loadOlder())) break;
    }
    this.hint(t.gone);
  }

  private trim(most: number): readonly Message[] {
    const gone = this.timeline_.trim(most);
    if (gone.length > 0) {
      this.past_.forgot();
      this.showOlder();
    }
    return gone;
  }

  /** What went wrong is said where one writes. */
  private async attempt(method: string, parameters: Parameters, failed: (why: string) => string): Promise<void> {
    const fault = await this.calls_.attempt(method, parameters, { failed });
    if (fault !== "") this.hint(fault);
  }

  private hint(text: string): void {
    byId("hint", HTMLElement).textContent = text;
  }
}

/** Half of a character is none, and JSON has no place for it. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
