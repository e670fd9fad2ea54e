import type { JsonValue } from "@flytekit-ts/models/json";
import { isObject, type JsonObject, memberOf } from "./json.js";

/** A message as JSON that can be compared. */
export interface Comparable {
  readonly kind: "task" | "workflow" | "launch-plan";
  readonly name: string;
  readonly json: JsonValue;
}

/** Messages as JSON that can be compared, by kind and name. */
export type Comparables = ReadonlyMap<string, Comparable>;

/** A difference from flytekit that is meant: it makes of flytekit's messages those that we mean. */
export interface KnownDifference {
  readonly reason: string;
  readonly apply: (reference: Comparables, ours: Comparables) => Comparables;
}

/** An output of a workflow's node, and the other name that a call gives it. */
export interface AliasedOutput {
  readonly workflow: string;
  readonly node: string;
  readonly output: string;
  readonly alias: string;
}

/** Consumers of an aliased output bind the alias. */
export function aliasBound({ workflow, node, output, alias }: AliasedOutput): KnownDifference {
  const bound = (promise: JsonObject): JsonObject =>
    promise["node_id"] === node && promise["var"] === output ? { ...promise, var: alias } : promise;
  return {
    reason: "Flyte's compiler refuses consumers that bind an aliased output by its old name",
    apply: (reference) =>
      changed(reference, (each) => (each.name === workflow ? mapped(each.json, bound) : each.json)),
  };
}

/** The nodes of a workflow that is a failure handler are `n0`, `n1`, ... as those of any other. */
export function handlerNumbered(handler: string): KnownDifference {
  const numbered = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => {
        const isId = (key === "id" || key === "node_id") && typeof value === "string";
        return [key, isId ? value.replace(/^fn(\d+)$/, "n$1") : value];
      }),
    );
  return {
    reason: "node ids do not depend on what a workflow is compiled for first",
    apply: (reference) =>
      changed(reference, ({ name, json }) => {
        if (name === handler) return mapped(json, numbered);
        const listed = memberOf(json, "sub_workflows");
        const inner = memberOf(listed, handler);
        if (!isObject(json) || !isObject(listed) || inner === undefined) return json;
        return { ...json, sub_workflows: { ...listed, [handler]: mapped(inner, numbered) } };
      }),
  };
}

/** Every sub-workflow is listed, also one that only an arm of a conditional inside an arm uses. */
export const nestedArmsSearched: KnownDifference = {
  reason: "Flyte's compiler refuses a workflow that does not list all its sub-workflows",
  apply: (reference, ours) =>
    changed(reference, ({ kind, json }) => {
      if (kind !== "workflow" || !isObject(json)) return json;
      const templateOf = (name: string): JsonValue | undefined =>
        memberOf((reference.get(`workflow ${name}`) ?? ours.get(`workflow ${name}`))?.json, "template");
      const template = json["template"] ?? null;
      const searched = subWorkflowsOf(template, templateOf, 1);
      const missed = [...subWorkflowsOf(template, templateOf, Infinity)].filter(
        ([name]) => !searched.has(name),
      );
      if (missed.length === 0) return json;
      const listed = memberOf(json, "sub_workflows");
      const all = { ...Object.fromEntries(missed), ...(isObject(listed) ? listed : {}) };
      return { ...json, sub_workflows: all };
    }),
};

/** Every workflow that runs inside a template, by name; arms are searched that many conditionals deep. */
function subWorkflowsOf(
  template: JsonValue,
  templateOf: (name: string) => JsonValue | undefined,
  depth: number,
): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const open = [template];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const name of calledIn(next, depth)) {
      const inner = found.has(name) ? undefined : templateOf(name);
      if (inner === undefined) continue;
      found.set(name, inner);
      open.push(inner);
    }
  }
  return found;
}

function calledIn(value: JsonValue, depth: number): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => calledIn(item, depth));
  if (!isObject(value)) return [];
  const name = memberOf(value["sub_workflow_ref"], "name");
  const inside = Object.entries(value).flatMap(([key, member]) => {
    const left = key === "branch_node" ? depth - 1 : depth;
    return left < 0 ? [] : calledIn(member, left);
  });
  return typeof name === "string" ? [name, ...inside] : inside;
}

function changed(messages: Comparables, change: (each: Comparable) => JsonValue): Comparables {
  return new Map([...messages].map(([key, each]) => [key, { ...each, json: change(each) }]));
}

/** A value with every object in it changed, those inside first. */
function mapped(value: JsonValue, change: (object: JsonObject) => JsonObject): JsonValue {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (!isObject(value)) return value;
  const inside = Object.entries(value).map(([key, member]) => [key, mapped(member, change)] as const);
  return change(Object.fromEntries(inside));
}
