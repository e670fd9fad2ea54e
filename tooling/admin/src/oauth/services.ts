import type {
  AuthMetadataServiceDefinition,
  IdentityServiceDefinition,
  UserInfoResponse,
} from "@flytekit-ts/models/service";
import type { CallContext, ServiceImplementation } from "nice-grpc";
import { callerIn } from "./checks/token-check.js";
import { meetFault } from "./faults.js";
import { clientMetadata, serverMetadata } from "./metadata.js";
import type { OAuthState } from "./oauth-state.js";

/** AuthMetadataService, which everyone may call. */
export function authMetadataService(
  state: OAuthState,
): ServiceImplementation<typeof AuthMetadataServiceDefinition> {
  return {
    getOAuth2Metadata: async () => {
      await meetFault(state, "config");
      return serverMetadata(state);
    },
    getPublicClientConfig: async () => clientMetadata(state),
  };
}

/** IdentityService: says who calls. */
export const identityService: ServiceImplementation<typeof IdentityServiceDefinition> = {
  userInfo: async (_request, context: CallContext): Promise<UserInfoResponse> => {
    const claims = callerIn(context);
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
