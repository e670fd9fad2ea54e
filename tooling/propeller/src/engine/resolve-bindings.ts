import type * as idl from "@flytekit-ts/models/core";
import { Literal } from "@flytekit-ts/models/core";
import { NodeFailure, systemFailure } from "../values/failure.js";
import { collectionLiteral, type Literals, scalarLiteral } from "../values/literals.js";
import type { Scope } from "./scope.js";
import { isStart } from "./sources-of.js";

/** The literals that bindings stand for. @throws `BindingResolutionFailure` */
export async function resolveBindings(
  scope: Scope,
  bindings: readonly idl.Binding[],
  node: string,
): Promise<Literals> {
  const literals = new Map<string, idl.Literal>();
  for (const { var: name, binding } of bindings) {
    try {
      literals.set(name, await resolve(scope, binding));
    } catch (error) {
      if (!(error instanceof NodeFailure)) throw error;
      const caused = `Error binding Var [wf].[${name}], caused by: ${error.failure.message}`;
      throw systemFailure(
        "BindingResolutionFailure",
        `failed at Node[${node}]. BindingResolutionError: ${caused}`,
      );
    }
  }
  return literals;
}

async function resolve(scope: Scope, data: idl.BindingData | undefined): Promise<idl.Literal> {
  const value = data?.value;
  switch (value?.$case) {
    case "scalar":
      return scalarLiteral(value.value.value ?? missing("an empty scalar"));
    case "collection":
      return collectionLiteral(await Promise.all(value.value.bindings.map((each) => resolve(scope, each))));
    case "map": {
      const entries = [...value.value.bindings].map(
        async ([key, each]) => [key, await resolve(scope, each)] as const,
      );
      const literals = new Map(await Promise.all(entries));
      return Literal.create({ value: { $case: "map", value: { literals } } });
    }
    case "promise":
      return resolvePromise(scope, value.value);
    case "offloadedMetadata":
      return Literal.create({ value });
    case undefined:
    default:
      return missing("a binding without a value");
  }
}

async function resolvePromise(
  scope: Scope,
  { nodeId, var: name, attrPath }: idl.OutputReference,
): Promise<idl.Literal> {
  // An older form has the index of a list in front of the name.
  const [, index, rest = name] = /^\[(\d+)\]\.(.*)$/.exec(name) ?? [];
  const whole = isStart(nodeId)
    ? (scope.inputs.get(rest) ?? missing(`input ${rest} has no value`))
    : await outputOf(scope, nodeId, rest);
  const path = attrPath.map(({ value }) => value?.value ?? missing("a step without a value"));
  if (index !== undefined) path.unshift(Number(index));
  if (path.length === 0) return whole;
  const { store, rules } = scope.execution.options;
  return rules.followPath(whole, path, async (uri) => {
    const bytes = await store.read(uri);
    return bytes === undefined ? missing(`nothing is kept at ${uri}`) : Literal.decode(bytes);
  });
}

async function outputOf(scope: Scope, nodeId: string, name: string): Promise<idl.Literal> {
  const outcome = await scope.outcomes.get(nodeId);
  if (outcome === undefined) return missing(`there is no node ${nodeId}`);
  if (outcome.phase !== "SUCCEEDED" || outcome.outputs === undefined) {
    const cause = "CausedByError: Failed to GetPrevious data from outputDir";
    return missing(`failed at Node[${nodeId}]. ${cause}`);
  }
  const aliases = scope.nodes.get(nodeId)?.outputAliases ?? [];
  const meant = aliases.find(({ alias }) => alias === name)?.var ?? name;
  return (
    outcome.outputs.get(meant) ??
    missing(`failed at Node[${nodeId}]. OutputsNotFoundError: no output ${name}`)
  );
}

function missing(message: string): never {
  throw systemFailure("OutputsNotFoundError", message);
}
