import type { Entity } from "@flytekit-ts/core/graph";
import { ExecutionSpec } from "@flytekit-ts/models/admin";
import { type Literal, ResourceType, WorkflowExecution_Phase as Phase } from "@flytekit-ts/models/core";
import {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import { literalOfJson } from "@flytekit-ts/propeller";
import { serialize, withDefaultPlans } from "@flytekit-ts/workflow/serialize";
import { createChannel, createClient, type Metadata } from "nice-grpc";
import { setTimeout as sleep } from "node:timers/promises";
import { type AdminOptions, startAdmin } from "../../src/start-admin.js";

export const SETTINGS = { project: "flytesnacks", domain: "development", version: "v1", image: "i:1" };

/** A server of a test, and clients of it. */
export async function startCluster(options: AdminOptions) {
  return clientsOf(await startAdmin(options));
}

/** Clients of a server that is there, which is closed with them. */
export function clientsOf<S extends { readonly endpoint: string; close(): Promise<void> }>(
  server: S,
  metadata?: Metadata,
) {
  const channel = createChannel(server.endpoint);
  const always = { "*": metadata === undefined ? {} : { metadata } };
  const admin = createClient(AdminServiceDefinition, channel, always);
  const idOf = (name: string) => ({ project: SETTINGS.project, domain: SETTINGS.domain, name, org: "" });
  return {
    server,
    admin,
    signals: createClient(SignalServiceDefinition, channel, always),
    data: createClient(DataProxyServiceDefinition, channel, always),
    idOf,
    async register(entities: Entity | readonly Entity[]): Promise<void> {
      for (const each of serialize(withDefaultPlans(entities), SETTINGS)) {
        if (each.kind === "task") await admin.createTask({ id: each.id, spec: each.message });
        else if (each.kind === "workflow") await admin.createWorkflow({ id: each.id, spec: each.message });
        else await admin.createLaunchPlan({ id: each.id, spec: each.message.spec });
      }
    },
    /** Starts a plan, or a task. */
    async start(
      name: string,
      entity: string,
      inputs: ReadonlyMap<string, Literal> = new Map(),
      spec: Partial<ExecutionSpec> & { readonly isTask?: boolean } = {},
    ): Promise<void> {
      const { isTask = false, ...own } = spec;
      const resourceType = isTask ? ResourceType.TASK : ResourceType.LAUNCH_PLAN;
      const launchPlan = { ...idOf(entity), resourceType, version: "v1" };
      const whole = { ...ExecutionSpec.create({}), ...own, launchPlan };
      await admin.createExecution({ ...idOf(name), spec: whole, inputs: { literals: new Map(inputs) } });
    },
    /** Waits until an execution has ended. */
    async ended(name: string): Promise<string> {
      for (;;) {
        const { closure } = await admin.getExecution({ id: idOf(name) });
        const phase = Object.entries(Phase).find(([, value]) => value === closure?.phase)?.[0] ?? "";
        if (["SUCCEEDED", "FAILED", "ABORTED", "TIMED_OUT"].includes(phase)) return phase;
        await sleep(5);
      }
    },
    close: async () => {
      channel.close();
      await server.close();
    },
  };
}

/** An integer as a literal. */
export function int(value: number): Literal {
  return literalOfJson({ type: { $case: "simple", value: 1 } } as never, value, "x");
}

/** A list of integers as a literal. */
export function list(values: readonly number[]): Literal {
  return literalOfJson(
    { type: { $case: "collectionType", value: { type: { $case: "simple", value: 1 } } } } as never,
    values,
    "xs",
  );
}
