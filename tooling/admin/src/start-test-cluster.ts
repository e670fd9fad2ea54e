import type { Entity } from "@flytekit-ts/core/graph";
import { type ProcessOptions, processRunner } from "@flytekit-ts/propeller";
import { type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { inProcess, type InProcessSettings } from "./engine/functions/in-process.js";
import { type Script, scripted } from "./engine/functions/scripted.js";
import { type Admin, type AdminOptions, startAdmin } from "./start-admin.js";

/** What a cluster of a test is started with. */
export interface TestClusterOptions extends Omit<AdminOptions, "engine" | "storage"> {
  /** Functions in place of tasks, by name. Without them, tasks are processes. */
  readonly scripts?: Readonly<Record<string, Script>> | undefined;
  /** Our own tasks in this process: by their functions, with the settings of registration for what dynamics make. */
  readonly inProcess?:
    | { readonly entities: readonly Entity[]; readonly settings: InProcessSettings }
    | undefined;
  /** How processes are started. `env` is added to what they need to reach the object server. */
  readonly processes?: ProcessOptions | undefined;
}

/** A cluster of a test: a control plane, an engine, and an object server. */
export interface TestCluster {
  /** `host:port` */
  readonly endpoint: string;
  /** What processes need to reach the cluster and its data, under the names of AWS's tools and of flytekit's. */
  readonly env: Readonly<Record<string, string>>;
  readonly admin: Admin;
  close(): Promise<void>;
}

/**
 * Starts a cluster in one call. With scripts or tasks in this process, data are in memory and nothing else is started. Without, tasks are processes, and data are
 * on an S3 server (versitygw, for which Go has to be there).
 */
export async function startTestCluster(options: TestClusterOptions = {}): Promise<TestCluster> {
  const { scripts, inProcess: own, processes = {}, ...rest } = options;
  const functions = own === undefined ? scripts && scripted(scripts) : inProcess(own.entities, own.settings);
  if (functions !== undefined) {
    const admin = await startAdmin({ ...rest, engine: { pods: functions } });
    return { endpoint: admin.endpoint, env: platformEnv(admin), admin, close: admin.close };
  }
  const storage = await startVersitygw();
  const data = dataEnv(storage);
  const env = { PATH: process.env["PATH"] ?? "", ...data, ...processes.env };
  const admin = await startAdmin({
    ...rest,
    storage,
    engine: { pods: processRunner({ ...processes, env }) },
  });
  const close = async (): Promise<void> => {
    await admin.close();
    await storage.stop();
  };
  return { endpoint: admin.endpoint, env: { ...data, ...platformEnv(admin) }, admin, close };
}

function platformEnv({ endpoint }: Admin): Readonly<Record<string, string>> {
  return { FLYTE_PLATFORM_URL: endpoint, FLYTE_PLATFORM_INSECURE: "true" };
}

function dataEnv({
  endpoint,
  accessKeyId,
  secretAccessKey,
  region,
}: S3Server): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
    FLYTE_AWS_ENDPOINT: endpoint,
    FLYTE_AWS_ACCESS_KEY_ID: accessKeyId,
    FLYTE_AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
}
