import { describeKind, describeValue } from "../words/describe-value.js";
import { withArticle } from "../words/kind-words.js";
import { isFlytekitError } from "./flytekit-error.js";

/**
 * The message of a thrown value, which may be of any type. Errors of ours give their text without code and hint.
 *
 * It never throws, whatever the value does when it is read: whoever reports a failure must not fail instead.
 */
export function textOf(error: unknown): string {
  try {
    return describeThrown(error);
  } catch {
    return "a value that cannot be read";
  }
}

function describeThrown(error: unknown): string {
  if (isFlytekitError(error)) return error.text;
  switch (typeof error) {
    case "object":
      return error === null ? "null" : (messageOf(error) ?? describeValue(error));
    case "function":
    case "bigint":
      return describeKind(error);
    case "string":
      return error.trim() === "" ? "an empty string" : error;
    default:
      return String(error);
  }
}

// What Node makes of a rejection with something that is no error, where nobody waits for the promise.
const REJECTION =
  /^This error originated either by throwing inside of an async function.*with the reason "(.*)"\.$/s;

function messageOf(error: object): string | undefined {
  const message: unknown = Reflect.get(error, "message");
  if (typeof message !== "string") return undefined;
  if (message.trim() !== "") {
    const reason = REJECTION.exec(message)?.[1];
    return reason === undefined ? message : `a promise was rejected with ${reason}`;
  }
  const name: unknown = Reflect.get(error, "name");
  const isName = typeof name === "string" && /^[A-Za-z_$][\w$]{0,99}$/.test(name);
  return `${withArticle(isName ? name : "error")} without a message`;
}
