// What the browser keeps for the page. It may forbid that altogether; then it lasts as long as the page.

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export class Stored {
  private value_: string;

  /** In `localStorage`, for every visit, or in `sessionStorage`, for this tab. */
  constructor(
    private readonly area_: "localStorage" | "sessionStorage",
    private readonly key_: string,
  ) {
    this.value_ = attempt(() => globalThis[area_].getItem(key_)) ?? "";
  }

  get value(): string {
    return this.value_;
  }

  /** True when it will be there the next time. */
  set(value: string): boolean {
    this.value_ = value;
    return (
      attempt(() => {
        if (value === "") globalThis[this.area_].removeItem(this.key_);
        else globalThis[this.area_].setItem(this.key_, value);
        return true;
      }) ?? false
    );
  }
}
