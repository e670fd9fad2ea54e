import type { IncomingHttpHeaders } from "node:http";
import { answerFault, type RequestFault } from "@flytekit-ts/core/storage";

import { wordsOf } from "./service-words.js";

/** An answer that is no success. */
export interface RefusedAnswer {
  readonly statusCode?: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** What the status and the words of an answer mean. */
export function statusFault(answer: RefusedAnswer, body: string, isAnonymous: boolean): RequestFault {
  const status = answer.statusCode ?? 0;
  const words = wordsOf(body);
  const fault = answerFault({ status, words, retryAfter: answer.headers["retry-after"] });
  // The bytes changed on their way and can be sent again, or the requests were too many.
  const isPassing =
    (status === 400 && /(?:md5|crc32c|hash|checksum)/i.test(body)) ||
    (status === 403 && /rateLimitExceeded/i.test(body));
  return {
    ...fault,
    kind: isPassing ? "passing" : fault.kind,
    advice: adviceOf(status, isAnonymous),
  };
}

const LOG_IN =
  "Set GOOGLE_APPLICATION_CREDENTIALS, or run `gcloud auth application-default login`: no credentials were found.";

function adviceOf(status: number, isAnonymous: boolean): string | undefined {
  switch (status) {
    case 401:
      return isAnonymous ? LOG_IN : "Renew the credentials: `gcloud auth application-default login`.";
    case 403:
      return isAnonymous
        ? LOG_IN
        : "Give the account of these credentials a role for the bucket, such as Storage Object User.";
    case 404:
      return "Check the names of the bucket and of the object.";
    case 429:
    case 503:
      return "Try again later, or spread the keys over several prefixes.";
    default:
      return undefined;
  }
}
