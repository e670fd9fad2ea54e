import { plainWords } from "@flytekit-ts/core/storage";

/** The words of the service about an error, without what may be a token. */
export function wordsOf(body: string): string {
  return plainWords(messageIn(body));
}

function messageIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    const error: unknown = Reflect.get(Object(value), "error");
    const message: unknown = typeof error === "string" ? error : Reflect.get(Object(error), "message");
    return typeof message === "string" ? message : "";
  } catch {
    // Not JSON: short words are shown, a page of a proxy is not.
    return /^[^<]{1,200}$/.test(body) ? body : "";
  }
}
