import type * as idl from "@flytekit-ts/models/core";
import type { Interface } from "@flytekit-ts/core/graph";

const interfaces = new WeakMap<idl.Node, Interface>();

/** Remember the interface of what a node runs. The message of a node has only the names. */
export function declare(message: idl.Node, declared: Interface): void {
  interfaces.set(message, declared);
}

/** The interface of what a planned node runs. Undefined for conditionals and gates. */
export function declaredOf(message: idl.Node): Interface | undefined {
  return interfaces.get(message);
}
