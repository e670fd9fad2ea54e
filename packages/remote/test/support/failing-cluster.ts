import { createServer as createPlainServer } from "node:net";
import { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { createServer, ServerError, type ServiceImplementation, type Status } from "nice-grpc";

/** A cluster that answers every call alike. */
export interface FailingCluster {
  readonly endpoint: string;
  /** What messages hold that differs from run to run, and what pages show in its place. */
  readonly shown?: ReadonlyMap<string, string> | undefined;
  close(): Promise<void>;
}

/** Starts a cluster that refuses every call with a status and words. */
export async function failingCluster(status: Status, words: string): Promise<FailingCluster> {
  const server = createServer();
  const refuse = async (): Promise<never> => {
    throw new ServerError(status, words);
  };
  const methods = Object.keys(AdminServiceDefinition.methods).map((method) => [method, refuse]);
  server.add(
    AdminServiceDefinition,
    Object.fromEntries(methods) as ServiceImplementation<AdminServiceDefinition>,
  );
  const port = await server.listen("127.0.0.1:0");
  return {
    endpoint: `127.0.0.1:${port}`,
    close: async () => {
      await server.shutdown();
    },
  };
}

/** Starts a cluster that takes connections, and answers nothing. */
export async function silentCluster(): Promise<FailingCluster> {
  const server = createPlainServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `127.0.0.1:${Reflect.get(Object(server.address()), "port")}`,
    close: async () => {
      server.close();
    },
  };
}
