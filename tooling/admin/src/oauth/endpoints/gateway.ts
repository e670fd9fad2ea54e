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
  const { e, kty, n } = publicKey.export({ format: "jwk" });
  const body = JSON.stringify({ keys: [{ e, kid: id, kty, n }] });
  return { status: 200, headers: { "content-type": "application/json" }, body };
}

/** What the gateway answers where there is nothing. */
export const nothing = (): Answer => ({
  status: 404,
  headers: { "content-type": "application/json" },
  body: spacedJson({ code: 5, message: "Not Found", details: [] }),
});

/** What the gateway answers where the service behind it refused the caller. */
export const unauthenticated = (message: string): Answer => ({
  status: 401,
  headers: { "content-type": "application/json", "www-authenticate": message },
  body: spacedJson({ code: 16, message, details: [] }),
});
