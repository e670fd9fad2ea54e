import { startAdmin } from "@flytekit-ts/admin";
import type { ServerSettings } from "./settings-of.js";

/** A server that is asked. */
export interface Asked {
  /** `host:port` of gRPC. */
  readonly address: string;
  /** Where it speaks HTTP, if it does. */
  readonly http: string | undefined;
  /** Lets time pass. */
  wait(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The client that recorded calls sign in as, as the server had it. */
const MACHINE = { id: "machine", secret: "local-secret", scopes: ["all", "offline"] };
/** Seconds. */
const TOKEN_LIFETIME = 5;

/** A stand-in for flyteadmin, set up as the server of a file was. Its clock goes on when it is told to wait. */
export async function startStandIn({ projects, bucket, auth }: ServerSettings): Promise<Asked> {
  let passed = 0;
  const server = await startAdmin({
    projects,
    bucket,
    now: () => Date.now() + passed,
    auth: auth && { ...auth, machines: [MACHINE], lifetimes: { accessToken: TOKEN_LIFETIME } },
  });
  return {
    address: server.endpoint,
    http: server.oauth?.url,
    wait: async (milliseconds) => {
      passed += milliseconds;
    },
    close: server.close,
  };
}

/** A server that runs somewhere. */
export function runningServer(address: string, http: string | undefined): Asked {
  return {
    address,
    http,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      }),
    close: async () => {},
  };
}
