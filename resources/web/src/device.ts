// What this browser calls itself, so that an operator can keep off a device and not all who share its address.
import { randomName } from "./random.ts";
import { Stored } from "./storage.ts";

const pattern = /^[0-9a-f]{32}$/;

/** The same at every visit; undefined where the browser forbids storage, since one that changes names nothing. */
export function deviceName(): string | undefined {
  const stored = new Stored("localStorage", "chinwag.device");
  const name = pattern.test(stored.value) ? stored.value : randomName();
  return stored.set(name) ? name : undefined;
}
