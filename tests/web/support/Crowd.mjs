// People who chat in tabs of one browser, each with a profile of their own.
import { ChatTab, launchBrowser, releasePages } from "./Browser.mjs";

export class Crowd {
  /** Each profile has a window of its own: a browser draws tabs that are behind others once a second. */
  #profiles = [];
  #free = [];

  static async gather() {
    const crowd = new Crowd();
    crowd.browser = await launchBrowser();
    return crowd;
  }

  /** Somebody whose page is loaded and may not be connected yet. */
  async open(url, nickname) {
    return ChatTab.open(await this.profile(), url, nickname);
  }

  /** Somebody who is connected. */
  async enter(url, nickname) {
    return ChatTab.openConnected(await this.profile(), url, nickname);
  }

  /** All leave, and fail the test if one of their pages had a fault. */
  async release() {
    await Promise.all(this.#profiles.map(releasePages));
    this.#free = [...this.#profiles];
  }

  async disperse() {
    await this.browser.close();
  }

  /** One that nobody has at the moment. */
  async profile() {
    if (this.#free.length > 0) return this.#free.shift();
    const made = await this.browser.newContext();
    this.#profiles.push(made);
    return made;
  }
}
