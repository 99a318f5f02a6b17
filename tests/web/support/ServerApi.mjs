// The server API as an application calls it.
import assert from "node:assert/strict";

export const apiKey = "key-of-the-application-in-tests";

export class ServerApi {
  /** `server` is a ChatServer that was started with `apiKey` among CHINWAG_API_KEYS. */
  constructor(server, key = apiKey) {
    this.url = server.url;
    this.key = key;
  }

  /** The whole response. `body` is sent as it is when it is text. */
  post(method, body, headers = {}) {
    return fetch(new URL(`/api/${method}`, this.url), {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-API-Key": this.key, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** What the method answers: an object with `result` or `error`. */
  async call(method, params = {}) {
    const response = await this.post(method, params);
    assert.equal(response.status, 200, `${method}: ${response.status}`);
    assert.equal(response.headers.get("content-type"), "application/json");
    return response.json();
  }

  /** The result of a method that must not fail. */
  async result(method, params = {}) {
    const answer = await this.call(method, params);
    assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
    return answer.result;
  }

  /** The code of the error of a method that must fail. */
  async refusal(method, params = {}) {
    const answer = await this.call(method, params);
    assert.equal(answer.result, undefined, `${method} was not refused`);
    assert.equal(typeof answer.error.message, "string");
    return answer.error.code;
  }
}
