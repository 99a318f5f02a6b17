// What staff does about people and about the room, each after a question that says whom it hits. The server judges
// whether one may; what this page offers are the same things as the client program.
import { ask, type Choice, type Question } from "./ask.ts";
import type { Calls, Parameters } from "./calls.ts";
import type { MenuItem } from "./menu.ts";
import type { Person } from "./model/link.ts";
import { durations, excessOf, reasonMember, reasonOf, slowTimes } from "./model/sanction.ts";
import { members, number, type RoomRules } from "./model/wire.ts";
import { t } from "./text/text.ts";

/** One whom staff does something about: a user, or for somebody anonymous a connection. */
export interface Target {
  readonly name: string;
  readonly user: string;
  readonly client: string;
}

export interface StaffWorld {
  readonly room: string;
  isStaff(): boolean;
  people(): Promise<readonly Person[]>;
  rules(): RoomRules;
  openSanctions(): void;
}

type Method = "mute" | "kick" | "ban";

export class Staff {
  constructor(
    private readonly calls_: Calls,
    private readonly world_: StaffWorld,
  ) {}

  /** About a person; none for who is not staff, and where nobody can tell who it was. */
  itemsFor(target: Target): MenuItem[] {
    if (!this.world_.isStaff() || (target.user === "" && target.client === "")) return [];
    const item = (method: Method, key: string) => ({
      label: t.deeds[method].item,
      key,
      isDanger: true,
      act: () => this.askAbout(method, target),
    });
    return [item("mute", "M"), item("kick", "K"), item("ban", "B")];
  }

  /** About the room. */
  roomItems(): MenuItem[] {
    const { isLocked } = this.world_.rules();
    return [
      { label: isLocked ? t.unlock.item : t.lock.item, act: () => this.askToLock(!isLocked) },
      { label: t.slow.item, act: () => this.askToSlow() },
      { label: t.sanctions.item, act: () => this.world_.openSanctions() },
    ];
  }

  private askAbout(method: Method, target: Target): void {
    const { name, user } = target;
    const deed = t.deeds[method];
    const hits = user !== "" ? t.hitsUser(user) : method === "kick" ? "" : t.hitsAddress(name);
    ask({
      title: deed.title(name),
      text: [deed.text, hits].filter((one) => one !== "").join(" "),
      verb: deed.verb,
      isDanger: true,
      ...(method !== "kick" && { choices: { label: t.howLong, options: durations.map(durationChoice), chosen: 10 } }),
      words: reasonField(t.reasonTold),
      act: ({ words, choice }) => this.hit(method, target, words, choice),
    });
  }

  private async hit(method: Method, target: Target, words: string, minutes: number): Promise<string> {
    const { name, user, client } = target;
    if (user === "" && !(await this.isHere(client))) return t.notHere(name);
    const reason = reasonOf(words);
    const parameters = {
      ...(user !== "" ? { user } : { client }),
      ...(method !== "kick" && minutes > 0 && { minutes }),
      ...reasonMember(reason),
    };
    return this.calls_.attempt(method, parameters, {
      done: (answer) =>
        method === "kick" && number(members(answer)["count"]) === 0 ? t.notHere(name) : t.deeds[method].done(name),
    });
  }

  /** What cannot be learned is left to the server. */
  private async isHere(client: string): Promise<boolean> {
    try {
      return (await this.world_.people()).some((person) => person.client === client);
    } catch {
      return true;
    }
  }

  private askToLock(locks: boolean): void {
    const { title, text, verb } = locks ? t.lock : t.unlock;
    const method = locks ? "lock" : "unlock";
    this.askAboutRoom({ title: title(this.world_.room), text, verb }, () => ({ method, parameters: {} }));
  }

  private askToSlow(): void {
    const { title, text, verb, label } = t.slow;
    const choices = { label, options: slowTimes.map(slowChoice), chosen: this.world_.rules().slowSeconds };
    this.askAboutRoom({ title: title(this.world_.room), text, verb, choices }, (seconds) => ({
      method: "slow",
      parameters: { seconds },
    }));
  }

  private askAboutRoom(
    question: Omit<Question, "act" | "words">,
    call: (choice: number) => { method: string; parameters: Parameters },
  ): void {
    ask({
      ...question,
      words: reasonField(t.reasonKept),
      act: ({ words, choice }) => {
        const { method, parameters } = call(choice);
        const reason = reasonOf(words);
        return this.calls_.attempt(method, { ...parameters, ...reasonMember(reason) }, { done: () => t.roomChanged });
      },
    });
  }
}

/** Words that may be left out. */
export function reasonField(label: string): Question["words"] & object {
  return {
    label,
    fault: (words) => {
      const excess = excessOf(reasonOf(words));
      return excess > 0 ? t.reasonTooLong(excess) : "";
    },
  };
}

function durationChoice(minutes: number): Choice {
  return { value: minutes, label: minutes === 0 ? t.forGood : t.minutes(minutes) };
}

function slowChoice(seconds: number): Choice {
  return { value: seconds, label: seconds === 0 ? t.slow.none : t.seconds(seconds) };
}
