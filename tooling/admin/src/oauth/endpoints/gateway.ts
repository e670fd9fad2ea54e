import type { OAuthState } from "../oauth-state.js";
import { clientMetadata, serverMetadata } from "../metadata.js";
import { signingKey } from "../tokens/signing-key.js";
import { type Answer, gatewayAnswer } from "./answer.js";
import { spacedJson } from "./spaced-json.js";

/** `GET /.well-known/oauth-authorization-server` */
export const wellKnown = (state: OAuthState): Answer => gatewayAnswer(serverMetadata(state));

/** `GET /config/v1/flyte_client` */
export const clientConfig = (state: OAuthState): Answer => gatewayAnswer(clientMetadata(state));

/** `GET /oauth2/jwks` */
export function keys(): Answer {
  const { id, publicKey } = signingKey();
  return gatewayAnswer({
    keys: [{ ...publicKey.export({ format: "jwk" }), kid: id, alg: "RS256", use: "sig" }],
  });
}

/** What the gateway answers where the service behind it refused the caller. */
export const unauthenticated = (message: string): Answer => ({
  status: 401,
  headers: { "content-type": "application/json", "www-authenticate": message },
  body: spacedJson({ code: 16, message, details: [] }),
});
