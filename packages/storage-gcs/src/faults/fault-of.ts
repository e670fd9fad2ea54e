import { textOf } from "@flytekit-ts/core/errors";
import { answerFault, networkFault, plainWords, type RequestFault } from "@flytekit-ts/core/storage";

const ADVICE = "Check GOOGLE_APPLICATION_CREDENTIALS, or run `gcloud auth application-default login`.";

/** What an error of Node's, or of Google's library, means. */
export function faultOf(error: unknown): RequestFault {
  const words = plainWords(textOf(error));
  // Google's library gives the answers of its token servers like this.
  const status: unknown = Reflect.get(Object(Reflect.get(Object(error), "response")), "status");
  if (typeof status === "number") {
    const kind = answerFault({ status }).kind === "passing" ? "passing" : "final";
    const problem = `no token was given for the credentials (${status}: ${words})`;
    return { kind, problem, advice: ADVICE, cause: { status, words } };
  }
  return networkFault(error) ?? { kind: "final", problem: words, advice: ADVICE, cause: { words } };
}
