import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { literalOf, resolveAttributePath } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";

/** Returns the outputs of a node by the node's id. The empty id is the start node: the workflow's inputs. */
export type OutputsOf = (nodeId: string) => Literals | undefined;

/**
 * The literals of bindings, by variable. `at` names their owner in messages: `square (node n1)`.
 *
 * @throws `ATTRIBUTE_NOT_FOUND`, with the variable.
 */
export function resolveBindings(
  bindings: readonly idl.Binding[],
  outputsOf: OutputsOf,
  at: string,
): Map<string, idl.Literal> {
  const literals = new Map<string, idl.Literal>();
  for (const { var: name, binding } of bindings) {
    if (binding === undefined) continue;
    try {
      literals.set(name, resolveBinding(binding, outputsOf));
    } catch (cause) {
      if (!coreErrors.ATTRIBUTE_NOT_FOUND.is(cause)) throw cause;
      throw coreErrors.ATTRIBUTE_NOT_FOUND({ ...cause.params, at: `${name} of ${at}` }, { cause });
    }
  }
  return literals;
}

/** The literal that a binding stands for. The nodes that it uses must be done. @throws `ATTRIBUTE_NOT_FOUND` */
export function resolveBinding({ value }: idl.BindingData, outputsOf: OutputsOf): idl.Literal {
  switch (value?.$case) {
    case "promise":
      return resolvePromise(value.value, outputsOf);
    case "scalar":
      return literalOf(value);
    case "collection": {
      const literals = value.value.bindings.map((item) => resolveBinding(item, outputsOf));
      return literalOf({ $case: "collection", value: { literals } });
    }
    case "map": {
      const entries = [...value.value.bindings].map(
        ([key, item]) => [key, resolveBinding(item, outputsOf)] as const,
      );
      return literalOf({ $case: "map", value: { literals: new Map(entries) } });
    }
    default:
      throw coreErrors.LITERAL_NOT_BINDABLE({ kind: value?.$case ?? "empty" });
  }
}

function resolvePromise(
  { nodeId, var: name, attrPath }: idl.OutputReference,
  outputsOf: OutputsOf,
): idl.Literal {
  const literal = outputsOf(nodeId)?.get(name);
  if (literal === undefined) throw coreErrors.ATTRIBUTE_NOT_FOUND({ path: `${nodeId}.${name}`, step: name });
  if (attrPath.length === 0) return literal;
  return resolveAttributePath(
    literal,
    attrPath.map(({ value }) => value?.value ?? ""),
  );
}
