import type * as idl from "@flytekit-ts/models/core";
import { fetchLiterals, isOffloaded, type ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { type OutputsOf, resolveBindings } from "./resolve-binding.js";

/**
 * `resolveBindings`, where a path may lead through a literal that is stored separately: it is fetched on the way, as in
 * Flyte. A literal that is bound whole is not. Nothing is awaited if there are no such literals.
 *
 * @throws `ATTRIBUTE_NOT_FOUND`, `LITERAL_NOT_FETCHED`
 */
export function resolveStored(
  bindings: readonly idl.Binding[],
  {
    outputsOf,
    at,
    store,
  }: { readonly outputsOf: OutputsOf; readonly at: string; readonly store: ValueStore },
): Literals | Promise<Literals> {
  const onTheWay: Stored[] = [];
  for (const { binding } of bindings) if (binding !== undefined) addStored(onTheWay, binding, outputsOf);
  if (onTheWay.length === 0) return resolveBindings(bindings, outputsOf, at);
  return fetchAll(onTheWay, outputsOf, store).then((fetched) => resolveBindings(bindings, fetched, at));
}

interface Stored {
  readonly nodeId: string;
  readonly name: string;
  readonly literal: idl.Literal;
}

function addStored(found: Stored[], { value }: idl.BindingData, outputsOf: OutputsOf): void {
  switch (value?.$case) {
    case "promise": {
      const { nodeId, var: name, attrPath } = value.value;
      const literal = attrPath.length === 0 ? undefined : outputsOf(nodeId)?.get(name);
      if (literal !== undefined && isOffloaded(literal)) found.push({ nodeId, name, literal });
      break;
    }
    case "collection":
      for (const item of value.value.bindings) addStored(found, item, outputsOf);
      break;
    case "map":
      for (const item of value.value.bindings.values()) addStored(found, item, outputsOf);
      break;
    default:
  }
}

async function fetchAll(
  found: readonly Stored[],
  outputsOf: OutputsOf,
  store: ValueStore,
): Promise<OutputsOf> {
  const known = new Map<string, Map<string, idl.Literal>>();
  for (const { nodeId, name, literal } of found) {
    const ofNode = known.get(nodeId) ?? new Map<string, idl.Literal>(outputsOf(nodeId));
    const fetched = await fetchLiterals(new Map([[name, literal]]), store);
    for (const [key, whole] of fetched) ofNode.set(key, whole);
    known.set(nodeId, ofNode);
  }
  return (nodeId) => known.get(nodeId) ?? outputsOf(nodeId);
}
