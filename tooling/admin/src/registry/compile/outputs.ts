import type { Variable } from "@flytekit-ts/models/core";
import type { NodeState, Variables } from "./builder.js";
import type { CompileErrors } from "./compile-errors.js";

/** What a node gives by the names that others use: those of its interface, or their aliases. `undefined` if an alias is wrong. */
export function effectiveOutputs({ node, types }: NodeState, errors: CompileErrors): Variables | undefined {
  const scope = errors.scope();
  const aliases = new Map<string, string>();
  for (const { var: name, alias } of node.outputAliases) {
    if (!aliases.has(name)) aliases.set(name, alias);
    else
      scope.collect(
        "DuplicateAlias",
        node.id,
        `Duplicate alias [${alias}] found. An output alias can only be used once in the Workflow.`,
      );
  }
  const outputs = types?.outputs ?? new Map<string, Variable>();
  if (types !== undefined)
    for (const [name, alias] of aliases) if (!outputs.has(name)) notBound(scope, node.id, alias);
  if (!scope.isEmpty) return undefined;
  return new Map([...outputs].map(([name, variable]) => [aliases.get(name) ?? name, variable]));
}

export function notBound(errors: CompileErrors, nodeId: string, variable: string): undefined {
  return errors.collect("ParameterNotBound", nodeId, `Parameter not bound [${variable}].`);
}

export function valueRequired(errors: CompileErrors, nodeId: string, what: string): undefined {
  return errors.collect("ValueRequired", nodeId, `Value required [${what}].`);
}

export function variableNotFound(errors: CompileErrors, nodeId: string, variable: string): undefined {
  return errors.collect(
    "VariableNameNotFound",
    nodeId,
    `Variable [${variable}] not found on node [${nodeId}].`,
  );
}
