import type { OAuth2MetadataResponse, PublicClientAuthConfigResponse } from "@flytekit-ts/models/service";
import type { OAuthState } from "./oauth-state.js";

/** What AuthMetadataService says of the authorization server. */
export function serverMetadata({ issuer, settings }: OAuthState): OAuth2MetadataResponse {
  return {
    issuer,
    authorizationEndpoint: `${issuer}/oauth2/authorize`,
    tokenEndpoint: `${issuer}/oauth2/token`,
    responseTypesSupported: ["code", "token", "code token"],
    scopesSupported: ["all"],
    tokenEndpointAuthMethodsSupported: ["client_secret_basic"],
    jwksUri: `${issuer}/oauth2/jwks`,
    codeChallengeMethodsSupported: ["S256"],
    grantTypesSupported: ["client_credentials", "refresh_token", "authorization_code"],
    deviceAuthorizationEndpoint: settings.deviceFlow ? `${issuer}/oauth2/device` : "",
  };
}

/** What AuthMetadataService tells the clients of people. */
export function clientMetadata({ settings }: OAuthState): PublicClientAuthConfigResponse {
  const { people, headerKey } = settings;
  return {
    clientId: people.id,
    redirectUri: people.redirectUri,
    scopes: [...people.scopes],
    authorizationMetadataKey: headerKey,
    serviceHttpEndpoint: "",
    audience: people.audience ?? "",
  };
}
