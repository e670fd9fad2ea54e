import type * as idl from "@flytekit-ts/models/core";

/** Whether a promise of the node with this id means the graph's own input. */
export function isStart(id: string): boolean {
  return id === "" || id === "start-node";
}

/** The nodes whose outputs bindings use. */
export function sourcesOf(bindings: readonly idl.Binding[]): readonly string[] {
  return bindings.flatMap(({ binding }) => sourcesIn(binding));
}

function sourcesIn(data: idl.BindingData | undefined): readonly string[] {
  const value = data?.value;
  if (value?.$case === "promise") return isStart(value.value.nodeId) ? [] : [value.value.nodeId];
  if (value?.$case === "collection") return value.value.bindings.flatMap(sourcesIn);
  return value?.$case === "map" ? [...value.value.bindings.values()].flatMap(sourcesIn) : [];
}
