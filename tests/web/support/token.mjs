// Tokens as an application signs them for its users.
import { createHmac } from "node:crypto";

export const tokenSecret = "the secret of tokens in the tests, long enough";

/** A JWT with HS256. It lives for an hour unless `claims` has another `exp`. */
export function signedToken(claims) {
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part({ iat: now, exp: now + 3600, ...claims })}`;
  return `${text}.${createHmac("sha256", tokenSecret).update(text).digest("base64url")}`;
}
