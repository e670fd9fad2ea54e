import * as errors from "../../errors.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { textOf } from "../../errors/text-of.js";
import { uriWords } from "../../words/uri-words.js";
import { retryAfterOf, type Verdict } from "../retries/retrying.js";

const verdicts = new WeakMap<object, Verdict>();

/** The error for an answer that is not what was asked for. */
export function answerFault({ status, headers }: Response, uri: string, action: string): Error {
  if (status === 404 || status === 410) return errors.STORAGE_NOT_FOUND({ uri });
  const problem = `the server answered with status ${status}`;
  const fault = errors.STORAGE_FAILED({ uri, action, problem, advice: adviceFor(status) });
  const retryAfter = retryAfterOf(headers.get("retry-after"));
  if (status === 429 || status === 503) verdicts.set(fault, { kind: "throttled", retryAfter });
  if ([408, 425, 500, 502, 504].includes(status)) verdicts.set(fault, { kind: "passing", retryAfter });
  return fault;
}

/** Whether to ask again: if the server is busy or broken, or if there was no answer. */
export function verdictOfHttp(error: unknown): Verdict {
  if (isFlytekitError(error)) return verdicts.get(error) ?? { kind: "lasting" };
  return { kind: isPassing(error) ? "passing" : "lasting" };
}

/** The error of ours for what went wrong. */
export function httpFault(error: unknown, uri: string, action: string): Error {
  if (isFlytekitError(error)) return error;
  const problem = `there was no answer: ${causeWords(error)}`;
  return errors.STORAGE_FAILED({ uri, action, problem, advice: CONNECTION_ADVICE }, { cause: error });
}

const CONNECTION_ADVICE = "Check the host of the URI and the network.";

function adviceFor(status: number): string {
  if (status === 401 || status === 403 || status === 407) {
    return "Give a URI that may be read: with a signature in its query, or with a user and password before the host.";
  }
  if (status === 429 || status === 503) return "Try again later, or let fewer tasks read at the same time.";
  return "Open the URI with `curl -v` to see what the server says.";
}

// What `fetch` throws says only that it failed; its cause says why. Neither may repeat the URI, which may have a key.
function causeWords(error: unknown): string {
  const cause: unknown = Reflect.get(Object(error), "cause");
  const code: unknown = Reflect.get(Object(cause), "code");
  const words = cause === undefined ? textOf(error) : textOf(cause);
  return (
    words.replaceAll(/\bhttps?:\/\/\S+/g, uriWords) +
    (typeof code === "string" && !words.includes(code) ? ` (${code})` : "")
  );
}

// A host name that nobody has, and a certificate that is wrong, stay as they are.
function isPassing(error: unknown): boolean {
  const code: unknown = Reflect.get(Object(Reflect.get(Object(error), "cause")), "code");
  return (
    typeof code !== "string" ||
    !/^(?:ENOTFOUND|ERR_INVALID_URL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)
  );
}
