import type { RequestFault } from "../errors/request-failed.js";

/** What there is to know of an answer of HTTP that is no success. */
export interface FailedAnswer {
  readonly status: number;
  /** The words of the service, for people. */
  readonly words?: string | undefined;
  /** The `retry-after` header. */
  readonly retryAfter?: string | undefined;
}

const KINDS: Readonly<Record<number, RequestFault["kind"]>> = {
  404: "absent",
  408: "passing",
  412: "changed",
  416: "beyond",
  425: "passing",
  429: "passing",
  500: "passing",
  502: "passing",
  503: "passing",
  504: "passing",
};

const PROBLEMS: Readonly<Record<number, string>> = {
  401: "the credentials are not accepted",
  403: "permission is denied",
  404: "what holds the object, or the object, does not exist",
  408: "the server gave up waiting",
  412: "the object was changed",
  416: "the object ends before the range",
  429: "too many requests were sent",
  500: "the server failed",
  502: "the server failed",
  503: "the server is not available",
  504: "the server failed",
};

/** What the status of an answer means, for a store whose statuses mean what HTTP says. */
export function answerFault({ status, words = "", retryAfter }: FailedAnswer): RequestFault {
  const problem = PROBLEMS[status] ?? "the server refused the request";
  return {
    kind: KINDS[status] ?? "final",
    problem: `${problem} (${status}${words === "" ? "" : `: ${words}`})`,
    retryAfter: retryAfterOf(retryAfter),
    cause: { status, words },
  };
}

/** Milliseconds of a `retry-after` header, which has seconds or a date. */
function retryAfterOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return milliseconds > 0 ? milliseconds : undefined;
}
