import type { Signal } from "@flytekit-ts/core/storage";
import type { TypedInterface, VariableMap, WorkflowTemplate } from "@flytekit-ts/models/core";
import { remoteErrors, type Remote } from "@flytekit-ts/remote";
import type { JsonValue } from "../../command/output.js";
import { interfaceObject } from "../../entities/entity-object.js";
import { docsOf, type InspectedEntity } from "../../entities/inspected-entity.js";
import { bindingsWords } from "../../entities/nodes/binding-words.js";
import { nodeObject } from "../../entities/nodes/node-object.js";
import { typeName } from "../../entities/type-name.js";
import { settingsOf } from "../../entities/settings/settings-of.js";
import { namedType } from "../../inputs/kinds/named-type.js";
import type { Registered } from "../graphs/graph-of-registered.js";
import { topNodes } from "../graphs/top-nodes.js";

/** All that can be said of what is registered. */
export interface InspectedOnCluster extends Omit<InspectedEntity, "entity" | "message"> {
  readonly entity: {
    readonly [key: string]: JsonValue | undefined;
    readonly kind: string;
    readonly name: string;
  };
}

/** All that can be said of what is registered on a cluster. @throws the errors of calls */
export async function inspectRegistered(
  remote: Remote,
  found: Registered,
  signal: Signal,
): Promise<InspectedOnCluster> {
  const { kind, id, createdAt } = found;
  const { project, domain, name, version } = id;
  const template = found.kind === "workflow" ? found.compiled?.primary?.template : undefined;
  const said = await remote.description(kind, { project, domain, name, version }, { signal });
  return {
    entity: {
      ...{ kind, project, domain, name, version, createdAt: createdAt?.toISOString() },
      ...(await interfaceIn(remote, found, signal)),
    },
    ...(said === undefined ? {} : { docs: docsOf(said) }),
    nodes: template === undefined ? [] : topNodes(template).filter(isWritten).map(nodeObject),
    outputsFrom: bindingsWords(template?.outputs ?? []),
    settings: settingsIn(found),
    uses: usesOf(found, template),
  };
}

const isWritten = ({ id }: { readonly id: string }): boolean => id !== "start-node" && id !== "end-node";

async function interfaceIn(
  remote: Remote,
  found: Registered,
  signal: Signal,
): Promise<{ readonly [key: string]: JsonValue }> {
  const { kind, id } = found;
  try {
    const { project, domain, name, version } = id;
    return interfaceObject(
      (await remote.interfaceOf({ kind, project, domain, name, version }, { signal })).interface,
    );
  } catch (error) {
    // Not every workflow has a launch plan of its name: its variables say less, of defaults nothing.
    if (found.kind !== "workflow" || !remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) throw error;
    return variablesOf(found.compiled?.primary?.template?.interface);
  }
}

function variablesOf(declared: TypedInterface | undefined): { readonly [key: string]: JsonValue } {
  const inWords = (map: VariableMap | undefined): JsonValue =>
    [...(map?.variables ?? [])].map(([name, { type, description }]) => ({
      ...{ name, type: typeName(namedType(type)) },
      description: description === "" || description === name ? undefined : description,
    }));
  return { inputs: inWords(declared?.inputs), outputs: inWords(declared?.outputs) };
}

function settingsIn(found: Registered): InspectedEntity["settings"] {
  switch (found.kind) {
    case "task":
      return settingsOf({ kind: "task", message: { template: found.closure.compiledTask?.template } });
    case "workflow":
      return settingsOf({ kind: "workflow", message: { template: found.compiled?.primary?.template } });
    case "launch-plan":
      return settingsOf({ kind: "launch-plan", message: found });
  }
}

function usesOf(found: Registered, template: WorkflowTemplate | undefined): InspectedEntity["uses"] {
  if (found.kind === "launch-plan") {
    const { workflowId } = found.spec;
    return workflowId === undefined ? [] : [{ kind: "workflow", name: workflowId.name }];
  }
  if (found.kind === "task") return [];
  const { subWorkflows = [], tasks = [] } = found.compiled ?? {};
  const plans = template === undefined ? [] : [...new Set(template.nodes.flatMap(planOf))];
  const named = (kind: string, id: { readonly name: string } | undefined) =>
    id === undefined ? [] : [{ kind, name: id.name }];
  return [
    ...tasks.flatMap((each) => named("task", each.template?.id)),
    ...subWorkflows.flatMap((each) => named("workflow", each.template?.id)),
    ...plans.map((name) => ({ kind: "launch-plan", name })),
  ];
}

function planOf({ target }: WorkflowTemplate["nodes"][number]): readonly string[] {
  const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
  return reference?.$case === "launchplanRef" ? [reference.value.name] : [];
}
