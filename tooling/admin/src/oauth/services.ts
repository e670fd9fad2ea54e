import type {
  AuthMetadataServiceDefinition,
  IdentityServiceDefinition,
  UserInfoResponse,
} from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import { callerIn } from "./checks/token-check.js";
import { meetFault } from "./faults.js";
import { clientMetadata, serverMetadata } from "./metadata.js";
import type { OAuthState } from "./oauth-state.js";

/** AuthMetadataService, which everyone may call. */
export function authMetadataService(state: OAuthState): Handlers<typeof AuthMetadataServiceDefinition> {
  return {
    getOAuth2Metadata: async () => {
      await meetFault(state, "config");
      return serverMetadata(state);
    },
    getPublicClientConfig: () => clientMetadata(state),
  };
}

/** IdentityService: says who calls. */
export const identityService: Handlers<typeof IdentityServiceDefinition> = {
  userInfo: (_request, call): UserInfoResponse => {
    const claims = callerIn(call);
    const person = claims?.user_info ?? {};
    return {
      subject: claims?.sub ?? "",
      name: "",
      preferredUsername: person["preferred_username"] ?? "",
      givenName: "",
      familyName: "",
      email: person["email"] ?? "",
      picture: "",
      additionalClaims: claims && { ...claims },
    };
  },
};
