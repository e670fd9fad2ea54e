import {
  AdminServiceDefinition,
  AuthMetadataServiceDefinition,
  IdentityServiceDefinition,
} from "@flytekit-ts/models/service";
import { createServer } from "nice-grpc";
import { tokenCheck } from "./oauth/checks/token-check.js";
import type { OAuthOptions } from "./oauth/options.js";
import { authMetadataService, identityService } from "./oauth/services.js";
import { type OAuth, startOAuth } from "./oauth/start-oauth.js";
import { servedBy } from "./serving/served-by.js";

/** What a stand-in for flyteadmin is started with. */
export interface AdminOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
  /** Only callers with a token of its OAuth server are served. Everyone is if absent. */
  readonly auth?: OAuthOptions | undefined;
}

/** A stand-in for flyteadmin that listens. */
export interface Admin {
  /** `host:port` */
  readonly endpoint: string;
  /** The OAuth server, if callers need tokens. */
  readonly oauth: OAuth | undefined;
  close(): Promise<void>;
}

/** Starts a stand-in for flyteadmin with empty state. */
export async function startAdmin({ port = 0, auth }: AdminOptions = {}): Promise<Admin> {
  const oauth = auth && (await startOAuth(auth));
  const server = oauth ? createServer().use(tokenCheck(oauth.state)) : createServer();
  if (oauth) {
    server.add(AuthMetadataServiceDefinition, authMetadataService(oauth.state));
    server.add(IdentityServiceDefinition, identityService);
  }
  server.add(AdminServiceDefinition, servedBy(AdminServiceDefinition, {}));
  const listening = await server.listen(`127.0.0.1:${port}`);
  return {
    endpoint: `127.0.0.1:${listening}`,
    oauth,
    close: async () => {
      await oauth?.close();
      await server.shutdown();
    },
  };
}
