import { AuthMetadataServiceDefinition, IdentityServiceDefinition } from "@flytekit-ts/models/service";
import { Metadata } from "@grpc/grpc-js";
import type { Guard } from "../serving/handlers.js";
import { type Service, service, unknownService } from "../serving/service.js";
import { apiGateway, type Ask } from "./api-gateway.js";
import { tokenCheck } from "./checks/token-check.js";
import type { OAuthOptions } from "./options.js";
import { authMetadataService, identityService } from "./services.js";
import { type OAuth, startOAuth } from "./start-oauth.js";

/** What asking callers for tokens adds to a server. */
export interface Authorization {
  readonly oauth: OAuth | undefined;
  readonly guards: readonly Guard[];
  readonly services: readonly Service[];
}

/** Without options, everyone is served, and the services for signing in are missing, as in flyteadmin. */
export async function authorization(
  admin: Service,
  options: OAuthOptions | undefined,
): Promise<Authorization> {
  if (options === undefined) {
    const services = [AuthMetadataServiceDefinition, IdentityServiceDefinition].map(unknownService);
    return { oauth: undefined, guards: [], services };
  }
  const ask: Ask = async (method, request) => {
    const call = {
      path: `/flyteidl.service.AdminService/${method}`,
      metadata: new Metadata(),
      signal: new AbortController().signal,
      peer: "gateway",
    };
    return admin.handlers?.[`${method[0]?.toLowerCase()}${method.slice(1)}`]?.(request, call);
  };
  const oauth = await startOAuth(options, apiGateway(ask));
  return {
    oauth,
    guards: [tokenCheck(oauth.state)],
    services: [
      service(AuthMetadataServiceDefinition, authMetadataService(oauth.state)),
      service(IdentityServiceDefinition, identityService),
    ],
  };
}
