import { answerFault, retryAfterOf, type Verdict } from "@flytekit-ts/core/storage";
import type { HttpAnswer } from "../connection/http-client.js";
import { connectionErrors } from "../errors/connection-errors.js";
import { transferErrors as errors } from "../errors/transfer-errors.js";
import { withoutSignature } from "./without-signature.js";

// Stores explain themselves in some hundred bytes; what is longer than this is no explanation.
const MOST_WORDS = 64 * 1024;

/** What was asked for, for messages. */
export interface Transfer {
  readonly action: "Uploading" | "Downloading";
  readonly what: string;
  readonly signedUrl: string;
}

const verdicts = new WeakMap<object, Verdict>();

/** The error for an answer that is no success. It reads the answer. */
export async function failedAnswer(
  answer: HttpAnswer,
  { action, what, signedUrl }: Transfer,
): Promise<Error> {
  const said = withoutSignature(await wordsOf(answer), signedUrl);
  const { status } = answer;
  const error = errors.TRANSFER_FAILED({ action, what, status, said });
  const isThrottled = status === 429 || status === 503;
  const isPassing = isThrottled || answerFault({ status }).kind === "passing";
  const retryAfter = retryAfterOf(answer.headers.get("retry-after"));
  if (isPassing) verdicts.set(error, { kind: isThrottled ? "throttled" : "passing", retryAfter });
  return error;
}

/** Whether to ask again: if the store is busy or broken, or if there was no answer. */
export function transferVerdict(error: unknown): Verdict {
  if (connectionErrors.HTTP_FAILED.is(error)) return { kind: "passing" };
  return verdicts.get(Object(error)) ?? { kind: "lasting" };
}

async function wordsOf(answer: HttpAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let words = "";
  try {
    for await (const chunk of answer.body) {
      words += decoder.decode(chunk, { stream: true });
      if (words.length > MOST_WORDS) break;
    }
  } catch {
    // The status alone must do.
  }
  return words.slice(0, MOST_WORDS).trim();
}
