import { textOf } from "@flytekit-ts/core/errors";
import type { RequestFault } from "@flytekit-ts/core/storage";

import { cleaned } from "./service-words.js";
import { statusFault } from "./status-fault.js";

const UNREACHABLE = "the server cannot be reached";
const CHECK = "Check the network and the address of the store.";

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: "the connection broke",
  EPIPE: "the connection broke",
  ECONNABORTED: "the connection broke",
  ETIMEDOUT: "no answer came",
  EAI_AGAIN: "the server's name could not be looked up",
  ENOTFOUND: "the server's name is not known",
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
};

/** What an error of Node's, or of Google's library, means. */
export function faultOf(error: unknown, isAnonymous: boolean): RequestFault {
  const status: unknown = Reflect.get(Object(Reflect.get(Object(error), "response")), "status");
  const code = codeOf(error);
  const words = cleaned(textOf(error));
  const cause = { code, words };
  // Google's library gives the answers of its token servers like this.
  if (typeof status === "number") {
    const fault = statusFault({ statusCode: status, headers: {} }, "", isAnonymous);
    const kind = fault.kind === "passing" ? "passing" : "final";
    const advice = "Check GOOGLE_APPLICATION_CREDENTIALS, or run `gcloud auth application-default login`.";
    return { kind, problem: `no token was given for the credentials (${status}: ${words})`, advice, cause };
  }
  const problem = NETWORK[code] ?? (code.startsWith("HPE_") ? "the answer is no HTTP" : undefined);
  if (problem !== undefined) return { kind: "passing", problem: `${problem} (${code})`, advice: CHECK, cause };
  return { kind: "final", problem: words, advice: CHECK, cause };
}

// An attempt for several addresses of a name fails with an error that holds one for each.
function codeOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), "code");
  if (typeof code === "string") return code;
  const errors: unknown = Reflect.get(Object(error), "errors");
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : "";
}
