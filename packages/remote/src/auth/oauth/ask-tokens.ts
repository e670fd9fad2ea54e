import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { ResponseBodyError, type TokenEndpointResponse } from "oauth4webapi";
import { authErrors as errors } from "../../errors/auth-errors.js";
import { isToken, type Tokens, withEnd } from "../tokens/tokens.js";
import { withoutTokens } from "../tokens/words.js";
import { withoutQuery } from "../../connection/without-query.js";
import type { OAuthClient } from "./oauth-client.js";

/** A request for tokens, and how the library reads its answer. */
export interface TokenRequest {
  readonly oauth: OAuthClient;
  readonly send: () => Promise<Response>;
  readonly read: (response: Response) => Promise<TokenEndpointResponse>;
  readonly now: () => number;
}

/**
 * Asks an authorization server for tokens.
 *
 * @throws `AUTH_REFUSED`, `AUTH_SERVER_FAILED`, `HTTP_FAILED`, `CALL_ABORTED`
 */
export async function askTokens({ oauth, send, read, now }: TokenRequest): Promise<Tokens> {
  const url = withoutQuery(oauth.as.token_endpoint ?? "");
  try {
    const response = await send();
    const { access_token: accessToken, refresh_token: refreshToken, expires_in } = await read(response);
    const tokens = [accessToken, refreshToken ?? "none"];
    if (!tokens.every(isToken)) {
      throw errors.AUTH_SERVER_FAILED({ url, problem: "its token holds characters that no header may have" });
    }
    return withEnd({ accessToken, refreshToken, idToken: oauth.idTokens.get(response) }, now(), expires_in);
  } catch (error) {
    throw oauthFailure(error, url, oauth.secrets);
  }
}

/** What the OAuth library says of a failure, as an error of ours. What it quotes may hold tokens, so its error is no cause. */
export function oauthFailure(error: unknown, url: string, secrets: ReadonlySet<string>): unknown {
  if (isFlytekitError(error)) return error;
  if (error instanceof ResponseBodyError) {
    const said = withoutTokens(error.error_description ?? "", secrets);
    return errors.AUTH_REFUSED({ url, error: withoutTokens(error.error, secrets), said });
  }
  return errors.AUTH_SERVER_FAILED({ url, problem: withoutTokens(textOf(error), secrets) });
}
