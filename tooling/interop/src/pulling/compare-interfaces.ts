import { isDeepStrictEqual } from "node:util";
import { toIdlInterface } from "@flytekit-ts/core/graph";
import type { Entity } from "@flytekit-ts/core/graph";
import { ParameterMap, TypedInterface, VariableMap } from "@flytekit-ts/models/core";
import { toJson } from "@flytekit-ts/models/json";
import type { Remote } from "@flytekit-ts/remote";
import type { PulledModule } from "@flytekit-ts/remote/pull";

/** In what the references of a pulled module differ from what the cluster has of them. */
export async function compareInterfaces(
  remote: Remote,
  pulled: PulledModule["entities"],
  module: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { as, ...id } of pulled) {
    const ours = toJson(TypedInterface, toIdlInterface((module[as] as Entity).interface));
    const theirs = id.kind === "task" ? await ofTask(remote, id) : await ofPlan(remote, id);
    if (!isDeepStrictEqual(ours, theirs))
      found.push(`${as} is ${JSON.stringify(ours)}, and registered as ${JSON.stringify(theirs)}`);
  }
  return found;
}

type Id = Omit<PulledModule["entities"][number], "as">;

async function ofTask(remote: Remote, { project, domain, name, version }: Id): Promise<unknown> {
  const { closure } = await remote.connection.admin.getTask({
    id: { project, domain, name, version, resourceType: 1 },
  });
  const { inputs, outputs } = closure?.compiledTask?.template?.interface ?? {};
  return toJson(TypedInterface, {
    inputs: inputs ?? VariableMap.create({}),
    outputs: outputs ?? VariableMap.create({}),
  });
}

async function ofPlan(remote: Remote, { project, domain, name, version }: Id): Promise<unknown> {
  const { closure } = await remote.connection.admin.getLaunchPlan({
    id: { project, domain, name, version, resourceType: 3 },
  });
  const { parameters } = closure?.expectedInputs ?? ParameterMap.create({});
  const variables = new Map(
    [...parameters].flatMap(([name, each]) => (each.var ? [[name, each.var] as const] : [])),
  );
  return toJson(TypedInterface, {
    inputs: { variables },
    outputs: closure?.expectedOutputs ?? VariableMap.create({}),
  });
}
