import type { RequestFault } from "../errors/request-failed.js";

const BROKE = "the connection broke";
const UNREACHABLE = "the server cannot be reached";

const PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: BROKE,
  EPIPE: BROKE,
  ECONNABORTED: BROKE,
  ETIMEDOUT: "no answer came",
  EAI_AGAIN: "the server's name could not be looked up",
  ENOTFOUND: "the server's name is not known",
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
};

/** What an error of Node's network means; undefined if it is none. */
export function networkFault(error: unknown): RequestFault | undefined {
  const code = codeOf(error);
  const problem = PROBLEMS[code] ?? (code.startsWith("HPE_") ? "the answer is no HTTP" : undefined);
  if (problem === undefined) return undefined;
  const advice = "Check the network and the address of the store.";
  return { kind: "passing", problem: `${problem} (${code})`, advice, cause: { code } };
}

// An attempt for several addresses of a name fails with an error that holds one for each.
function codeOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), "code");
  if (typeof code === "string") return code;
  const errors: unknown = Reflect.get(Object(error), "errors");
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : "";
}
