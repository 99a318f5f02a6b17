// The page's title, with the number of messages that came while nobody looked.

export class TitleView {
  private unread_ = 0;

  constructor(private readonly title_: string) {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.set(0);
    });
    this.set(0);
  }

  messageCame(): void {
    if (document.visibilityState !== "visible") this.set(this.unread_ + 1);
  }

  private set(unread: number): void {
    this.unread_ = unread;
    document.title = unread === 0 ? this.title_ : `(${unread}) ${this.title_}`;
  }
}
