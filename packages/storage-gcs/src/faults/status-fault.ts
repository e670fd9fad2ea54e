import type { IncomingHttpHeaders } from "node:http";
import type { RequestFault } from "@flytekit-ts/core/storage";

import { wordsOf } from "./service-words.js";

/** What there is to know of an answer that is no success. */
export interface FailedAnswer {
  readonly statusCode?: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What the status and the words of an answer mean. */
export function statusFault(answer: FailedAnswer, body: string, isAnonymous: boolean): RequestFault {
  const status = answer.statusCode ?? 0;
  const words = wordsOf(body);
  const problem = `${PROBLEMS[status] ?? "the server refused the request"} (${status}${words === "" ? "" : `: ${words}`})`;
  const retryAfter = retryAfterOf(answer.headers["retry-after"]);
  return { kind: kindOf(status, body), problem, retryAfter, advice: adviceOf(status, isAnonymous), cause: { status, words } };
}

function kindOf(status: number, body: string): RequestFault["kind"] {
  if (PASSING.has(status)) return "passing";
  if (status === 404) return "absent";
  if (status === 412) return "changed";
  if (status === 416) return "beyond";
  if (status === 403 && /rateLimitExceeded/i.test(body)) return "passing";
  // The bytes changed on their way: they can be sent again.
  if (status === 400 && /(?:md5|crc32c|hash|checksum)/i.test(body)) return "passing";
  return "final";
}

/** Milliseconds of a `retry-after` header, which has seconds or a date. */
function retryAfterOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return milliseconds > 0 ? milliseconds : undefined;
}

const PROBLEMS: Readonly<Record<number, string>> = {
  401: "the credentials are not accepted",
  403: "permission is denied",
  404: "the bucket or the object does not exist",
  408: "the server gave up waiting",
  412: "the object was changed",
  429: "too many requests were sent",
  500: "the server failed",
  502: "the server failed",
  503: "the server is not available",
  504: "the server failed",
};

const LOG_IN =
  "Set GOOGLE_APPLICATION_CREDENTIALS, or run `gcloud auth application-default login`: no credentials were found.";

function adviceOf(status: number, isAnonymous: boolean): string | undefined {
  switch (status) {
    case 401:
      return isAnonymous ? LOG_IN : "Renew the credentials: `gcloud auth application-default login`.";
    case 403:
      return isAnonymous ? LOG_IN : "Give the account of these credentials a role for the bucket, such as Storage Object User.";
    case 404:
      return "Check the names of the bucket and of the object.";
    case 429:
    case 503:
      return "Try again later, or spread the keys over several prefixes.";
    default:
      return undefined;
  }
}
