import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { Registered } from "./registry.js";

/** What `flytectl register files` is told, and puts into the messages. */
export interface Registration {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
  /** Where the code archive is, for fast registration. */
  readonly distribution?: string | undefined;
  readonly destination?: string | undefined;
}

/**
 * Fill in what a package leaves open, in place, by flytectl's rules: ids with empty parts or their placeholders, and
 * arguments that are a placeholder as a whole.
 *
 * @throws for a node that calls nothing
 */
export function hydrate(entity: Registered, registration: Registration): void {
  switch (entity.kind) {
    case "task":
      return hydrateTask(entity.spec, registration);
    case "workflow": {
      const { template, subWorkflows } = entity.spec;
      for (const each of [template, ...subWorkflows]) hydrateTemplate(each, registration);
      return undefined;
    }
    case "plan":
    default:
      hydrateId(entity.plan.id, registration);
      return hydrateId(entity.plan.spec?.workflowId, registration);
  }
}

function hydrateId(id: idl.Identifier | undefined, { project, domain, version }: Registration): void {
  if (id === undefined) return;
  if (id.project === "" || id.project === "{{ registration.project }}") id.project = project;
  if (id.domain === "" || id.domain === "{{ registration.domain }}") id.domain = domain;
  if (id.version === "" || id.version === "{{ registration.version }}") id.version = version;
}

function hydrateTask({ template }: admin.TaskSpec, registration: Registration): void {
  hydrateId(template?.id, registration);
  const target = template?.target;
  if (target?.$case === "container") target.value.args = filled(target.value.args, registration);
  if (target?.$case !== "k8sPod") return;
  const containers: unknown = target.value.podSpec?.["containers"];
  for (const container of Array.isArray(containers) ? (containers as { args?: readonly string[] }[]) : []) {
    if (container.args !== undefined) container.args = filled(container.args, registration);
  }
}

function filled(args: readonly string[], { distribution, destination }: Registration): string[] {
  return args.map((arg) => {
    if (arg === "{{ .remote_package_path }}") return distribution ?? arg;
    return arg === "{{ .dest_dir }}" ? (destination ?? ".") : arg;
  });
}

function hydrateTemplate(template: idl.WorkflowTemplate | undefined, registration: Registration): void {
  if (template === undefined) return;
  hydrateId(template.id, registration);
  const { nodes, failureNode } = template;
  for (const node of failureNode === undefined ? nodes : [...nodes, failureNode])
    hydrateNode(node, registration);
}

function hydrateNode({ id, target }: idl.Node, registration: Registration): void {
  switch (target?.$case) {
    case "taskNode":
    case "workflowNode":
      return hydrateId(target.value.reference?.value, registration);
    case "branchNode": {
      for (const arm of armsOf(target.value)) hydrateNode(arm, registration);
      return undefined;
    }
    case "arrayNode":
      if (target.value.node !== undefined) hydrateNode(target.value.node, registration);
      return undefined;
    case "gateNode":
      return undefined;
    case undefined:
    default:
      throw new Error(`node ${id} calls nothing`);
  }
}

/** The nodes of a branch's arms, in their order. */
export function armsOf({ ifElse }: idl.BranchNode): readonly idl.Node[] {
  const blocks = [ifElse?.case, ...(ifElse?.other ?? [])].map((block) => block?.thenNode);
  const last = ifElse?.default?.$case === "elseNode" ? ifElse.default.value : undefined;
  return [...blocks, last].filter((node) => node !== undefined);
}
