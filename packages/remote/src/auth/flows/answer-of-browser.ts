import type { Signal } from "@flytekit-ts/core/storage";
import { AuthorizationResponseError, validateAuthResponse } from "oauth4webapi";
import { authErrors as errors } from "../../errors/auth-errors.js";
import type { OAuthParts } from "./auth-parts.js";
import type { OAuthClient } from "../oauth/oauth-client.js";
import { withoutTokens } from "../tokens/words.js";
import { type Accepted, openCallbackPage } from "./callback-page.js";

/** A sign-in that a browser is sent to. */
export interface SignIn {
  readonly oauth: OAuthClient;
  /** The address to open. */
  readonly page: string;
  /** What the answer must repeat. */
  readonly state: string;
  readonly signal: Signal;
}

/**
 * Opens the page for the person, and waits for what the browser brings back: parameters that belong to this sign-in.
 *
 * @throws `SIGN_IN_ANSWER_WRONG`, `SIGN_IN_DENIED`, `SIGN_IN_TIMED_OUT`, `SIGN_IN_PORT_TAKEN`
 */
export async function answerOfBrowser(parts: OAuthParts, signIn: SignIn): Promise<URLSearchParams> {
  const { endpoint } = parts.config;
  const { promise, resolve, reject } = waiting<URLSearchParams>();
  const accept = (answer: URL): Accepted => {
    const checked = check(answer, signIn, endpoint);
    if (checked instanceof URLSearchParams) {
      resolve(checked);
      return { fine: true };
    }
    reject(checked);
    return { fine: false, problem: checked.message };
  };
  const callback = await openCallbackPage({
    address: parts.knownServer()?.redirectUri ?? "",
    endpoint,
    accept,
  });
  const over = new AbortController();
  try {
    const opened = await parts.browse(signIn.page);
    const what = opened ? "A page opens in your browser. If it does not" : "There is no browser here";
    parts.say(`Sign in to ${endpoint}. ${what}, open ${signIn.page}`);
    return await Promise.race([promise, tooLate(parts, signIn, over.signal)]);
  } finally {
    over.abort();
    await callback.close();
  }
}

interface Waiting<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

function waiting<T>(): Waiting<T> {
  let settle: Omit<Waiting<T>, "promise"> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // It may be rejected before anybody waits for it.
  promise.catch(() => {});
  return { promise, resolve: (value) => settle?.resolve(value), reject: (error) => settle?.reject(error) };
}

async function tooLate(
  { wait, personTime, config }: OAuthParts,
  { signal }: SignIn,
  over: Signal,
): Promise<never> {
  await wait(personTime, AbortSignal.any([signal, over]));
  throw errors.SIGN_IN_TIMED_OUT({ endpoint: config.endpoint, seconds: personTime / 1000 });
}

function check(answer: URL, { oauth, state }: SignIn, endpoint: string): URLSearchParams | Error {
  try {
    return validateAuthResponse(oauth.as, oauth.client, answer, state);
  } catch (error) {
    if (error instanceof AuthorizationResponseError) {
      const said = withoutTokens(error.error_description ?? "", oauth.secrets);
      return errors.SIGN_IN_DENIED({ endpoint, error: withoutTokens(error.error), said });
    }
    return errors.SIGN_IN_ANSWER_WRONG({ problem: problemOf(answer.searchParams, oauth, state) });
  }
}

// In words of ours: what the library quotes is what the browser brought.
function problemOf(answer: URLSearchParams, { as }: OAuthClient, state: string): string {
  if (answer.get("state") !== state) return "its `state` is not the one that this sign-in sent";
  const issuer = answer.get("iss");
  if (issuer !== null && issuer !== as.issuer)
    return `it is from ${withoutTokens(issuer)}, and not from ${as.issuer}`;
  return answer.has("code") ? "it has a parameter more than once, or one of another flow" : "it has no code";
}
