// Tokens as an application signs them for its users.
import { createHmac } from "node:crypto";

export const secret = "a secret of this test, at least 32 bytes long";

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** `claims` with HS256; `key` in place of the server's is another one's. */
export function sign(claims, key = secret) {
  const text = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

export const seconds = () => Math.floor(Date.now() / 1000);
