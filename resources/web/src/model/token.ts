// The log-in token of whoever gave one: it comes behind the `#` of the page's address, which no server sees, or is
// typed in, and stays for this tab.
import { Stored } from "../storage.ts";
import { members, text } from "./wire.ts";

export interface Claims {
  readonly user: string;
  /** The nickname that its bearer has to use; empty: any. */
  readonly nickname: string;
}

/** What the token says, unverified: the server judges it. */
export function claimsOf(token: string): Claims {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (unit) => unit.charCodeAt(0));
    const claims = members(JSON.parse(new TextDecoder().decode(bytes)));
    return { user: text(claims["sub"]), nickname: text(members(claims["info"])["nick"]) };
  } catch {
    return { user: "", nickname: "" };
  }
}

export function storedToken(): Stored {
  return new Stored("sessionStorage", "chinwag.token");
}

/** Takes a token out of the address, where it would be copied along, and keeps it. */
export function tokenOfPage(): string {
  const stored = storedToken();
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given !== null) {
    stored.set(given);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return stored.value;
}
