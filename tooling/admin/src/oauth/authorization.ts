import { ProjectListRequest, type Projects } from "@flytekit-ts/models/admin";
import { AuthMetadataServiceDefinition, IdentityServiceDefinition } from "@flytekit-ts/models/service";
import { Metadata } from "@grpc/grpc-js";
import type { Guard } from "../serving/handlers.js";
import { type Service, service, unknownService } from "../serving/service.js";
import { apiGateway } from "./api-gateway.js";
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
  const oauth = await startOAuth(
    options,
    apiGateway(async () => listProjects(admin)),
  );
  return {
    oauth,
    guards: [tokenCheck(oauth.state)],
    services: [
      service(AuthMetadataServiceDefinition, authMetadataService(oauth.state)),
      service(IdentityServiceDefinition, identityService),
    ],
  };
}

async function listProjects({ handlers }: Service): Promise<Projects> {
  const call = {
    path: "/flyteidl.service.AdminService/ListProjects",
    metadata: new Metadata(),
    signal: new AbortController().signal,
    peer: "gateway",
  };
  return (await handlers?.["listProjects"]?.(ProjectListRequest.fromPartial({}), call)) as Projects;
}
