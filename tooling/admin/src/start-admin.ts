import { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { createServer } from "nice-grpc";
import { servedBy } from "./serving/served-by.js";

/** What a stand-in for flyteadmin is started with. */
export interface AdminOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
}

/** A stand-in for flyteadmin that listens. */
export interface Admin {
  /** `host:port` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts a stand-in for flyteadmin with empty state. */
export async function startAdmin({ port = 0 }: AdminOptions = {}): Promise<Admin> {
  const server = createServer();
  server.add(AdminServiceDefinition, servedBy(AdminServiceDefinition, {}));
  const listening = await server.listen(`127.0.0.1:${port}`);
  return {
    endpoint: `127.0.0.1:${listening}`,
    close: async () => {
      await server.shutdown();
    },
  };
}
