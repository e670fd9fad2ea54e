import { createHash } from "node:crypto";
import { toIdlInterface } from "@flytekit-ts/core/graph";
import { type Executable, isTask } from "@flytekit-ts/core/tasks";
import { isDynamic } from "@flytekit-ts/workflow/compile";
import type { Plan, PlannedNode } from "../../plan/plan.js";
import type { Codecs } from "../format/codecs.js";
import { nodesOf, planInside, plansIn } from "./plans-in.js";

/**
 * What a node of a run was, so that a later run can tell whether it still is the same.
 *
 * The version of a task has the digests of its interface and of its code: of the version that its author gave it for the
 * cache, else of the text of its function. Retries, resources and the like are not part of it, because they do not change
 * results. The version of a node with others inside has the digests of how these are connected and of their versions.
 */
export class Versions {
  readonly #codecs: Codecs;
  /** The last task: nodes of one task have one version, and often come one after the other. */
  #last: { readonly task: Executable; readonly entity: string; readonly version: string } | undefined;

  constructor(codecs: Codecs) {
    this.#codecs = codecs;
  }

  of(node: PlannedNode): string {
    if (node.target.kind !== "task") return this.#known(node);
    const { target, entity } = node;
    const last = this.#last;
    if (last !== undefined && last.task === target.task && last.entity === entity) return last.version;
    const version = this.#known(node);
    this.#last = { task: target.task, entity, version };
    return version;
  }

  #known(node: PlannedNode): string {
    const before = nodeVersions.get(node);
    if (before !== undefined) return before;
    const version = `${short(this.#outer(node))}.${short(this.#inner(node))}`;
    nodeVersions.set(node, version);
    return version;
  }

  /** The digest of where the inputs of a node come from. */
  bindingsOf({ message }: PlannedNode): string {
    const parts = message.inputs.map((binding) => toHex(this.#codecs.bindingToBytes(binding)));
    return short([...parts, ...message.upstreamNodeIds.toSorted()]);
  }

  // What the node takes and gives, or how the nodes inside are connected.
  #outer(node: PlannedNode): readonly string[] {
    const { target, entity } = node;
    switch (target.kind) {
      case "task":
      case "dynamic":
        return ["task", entity, this.#interfaceOf(target.task)];
      case "workflow":
      case "launch-plan": {
        const given =
          target.kind === "workflow"
            ? []
            : [...target.defaults, ...target.fixed].flatMap(([name, literal]) => [
                name,
                toHex(this.#codecs.literalToBytes(literal)),
              ]);
        return [target.kind, entity, ...given, this.#structureOf(target.plan)];
      }
      default:
        // Without the bindings: what they give is compared.
        return [
          target.kind,
          entity,
          toHex(
            this.#codecs.nodeToBytes({
              ...node.message,
              metadata: undefined,
              inputs: [],
              upstreamNodeIds: [],
            }),
          ),
        ];
    }
  }

  #inner(node: PlannedNode): readonly string[] {
    const { target } = node;
    switch (target.kind) {
      case "task":
      case "dynamic":
        return [codeOf(target.task)];
      case "array":
        return [this.of(target.item)];
      case "branch":
        return [
          ...target.arms.map((arm) => arm.node),
          ...(target.otherwise === undefined ? [] : [target.otherwise]),
        ].map((arm) => this.of(arm));
      default: {
        const plan = planInside(node);
        return plan === undefined ? [] : [this.#insideOf(plan)];
      }
    }
  }

  #interfaceOf({ interface: declared }: Executable): string {
    const before = interfaces.get(declared);
    if (before !== undefined) return before;
    const digest = short([toHex(this.#codecs.interfaceToBytes(toIdlInterface(declared)))]);
    interfaces.set(declared, digest);
    return digest;
  }

  #structureOf(plan: Plan): string {
    const before = structures.get(plan);
    if (before !== undefined) return before;
    const outputs = plan.outputs.map((binding) => toHex(this.#codecs.bindingToBytes(binding)));
    const nodes = nodesOf(plan).flatMap((node) => [node.id, this.bindingsOf(node)]);
    const digest = short([plan.failureNode?.id ?? "", ...outputs, ...nodes]);
    structures.set(plan, digest);
    return digest;
  }

  // The plans inside come first, so this asks only for what is known.
  #insideOf(root: Plan): string {
    for (const plan of insides.has(root) ? [] : plansIn(root)) {
      if (!insides.has(plan)) insides.set(plan, short(nodesOf(plan).map((node) => this.of(node))));
    }
    return insides.get(root) ?? "";
  }
}

const nodeVersions = new WeakMap<PlannedNode, string>();
const structures = new WeakMap<Plan, string>();
const insides = new WeakMap<Plan, string>();
const interfaces = new WeakMap<object, string>();
const codes = new WeakMap<Executable, string>();

function codeOf(task: Executable): string {
  const before = codes.get(task);
  if (before !== undefined) return before;
  const cache = isTask(task) ? task.settings.cache : undefined;
  // Not the functions that it calls: nothing here knows them.
  const fn: unknown = isDynamicTask(task) ? task.dynamic.body : task.fn;
  const code = cache === undefined ? `function ${textOf(fn)}` : `cache version ${cache.version}`;
  codes.set(task, code);
  return code;
}

function isDynamicTask(task: Executable): task is Executable & { dynamic: { body: unknown } } {
  return isDynamic(task);
}

function textOf(fn: unknown): string {
  return typeof fn === "function" ? Function.prototype.toString.call(fn) : "";
}

/** The first digits of a digest: they tell the versions of one node apart, and are compared with no others. */
const DIGITS = 16;

function short(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex").slice(0, DIGITS);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
