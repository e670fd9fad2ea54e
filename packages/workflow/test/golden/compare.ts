import { type Codec, encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";

/**
 * What is equal by nature between a message of flytekit and ours: all but what runs the task (image, command,
 * arguments, type, runtime) and a description that holds no text. Sets are sorted.
 */
export function comparable(entity: SerializedEntity): unknown {
  if (entity.kind === "launch-plan") return entity.message;
  return entity.kind === "task" ? comparableTask(entity.message) : comparableWorkflow(entity.message);
}

/** Decode flytekit's bytes as the same kind of entity. */
export function decodeReference(kind: string, pb: string): SerializedEntity {
  const bytes = Uint8Array.from(Buffer.from(pb, "base64"));
  if (kind === "task") {
    const message = TaskSpec.decode(bytes);
    return { kind, id: idOf(message.template), message };
  }
  if (kind === "launch_plan") {
    const message = LaunchPlan.decode(bytes);
    return { kind: "launch-plan", id: idOf(message), message };
  }
  const message = WorkflowSpec.decode(bytes);
  return { kind: "workflow", id: idOf(message.template), message };
}

/** Ours, through its own bytes: what is compared is what a backend would read. */
export function throughBytes(entity: SerializedEntity): SerializedEntity {
  if (entity.kind === "task") return { ...entity, message: reread(TaskSpec, entity.message) };
  if (entity.kind === "launch-plan") return { ...entity, message: reread(LaunchPlan, entity.message) };
  return { ...entity, message: reread(WorkflowSpec, entity.message) };
}

function reread<T>(codec: Codec<T>, message: T): T {
  return codec.decode(encode(codec, message));
}

function idOf(template: { readonly id: idl.Identifier | undefined } | undefined): idl.Identifier {
  if (template?.id === undefined) throw new Error("a reference without id");
  return template.id;
}

function comparableTask({ template, description }: TaskSpec): unknown {
  if (template === undefined) return undefined;
  const { type: _type, metadata, target, ...rest } = template;
  const container = target?.$case === "container" ? target.value : undefined;
  const { image: _image, args: _args, command: _command, ...containerRest } = container ?? {};
  return {
    ...rest,
    metadata: { ...metadata, runtime: undefined },
    target: target?.$case,
    container: {
      ...containerRest,
      resources: { requests: bag(container?.resources?.requests), limits: bag(container?.resources?.limits) },
      env: new Map(container?.env.map(({ key, value }) => [key, value])),
    },
    description: textOf(description),
  };
}

function comparableWorkflow({ template, subWorkflows, description }: WorkflowSpec): unknown {
  return {
    template: comparableTemplate(template),
    subWorkflows: new Map(subWorkflows.map((each) => [each.id?.name, comparableTemplate(each)])),
    description: textOf(description),
  };
}

function comparableTemplate(template: idl.WorkflowTemplate | undefined): unknown {
  const nodes = template?.nodes.map((node) => ({ ...node, upstreamNodeIds: new Set(node.upstreamNodeIds) }));
  return { ...template, nodes };
}

function bag(entries: readonly idl.Resources_ResourceEntry[] = []): ReadonlySet<string> {
  return new Set(entries.map(({ name, value }) => `${name}=${value}`));
}

function textOf(description: TaskSpec["description"]): unknown {
  const long = description?.longDescription?.content;
  const text = long?.$case === "value" ? long.value : "";
  return description === undefined || (description.shortDescription === "" && text === "")
    ? undefined
    : description;
}
