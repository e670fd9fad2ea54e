import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { effectiveOutputs } from "../scopes/effective-outputs.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

const FAULTS = {
  "second alias": { problem: "it has another alias", backendCode: "DuplicateAlias" },
  "no such output": { problem: "there is no such output", backendCode: "ParameterNotBound" },
} as const;

/**
 * An alias renames an output that its node has, each output has at most one alias, and no two outputs share a name.
 *
 * Flyte's compiler checks the first two when it works out the outputs that other nodes see. If two outputs have the
 * same name, it silently loses one.
 */
export const aliases: NodeRule = {
  stage: STAGES.node,
  check(site, { interfaces, names }) {
    const { outputAliases } = site.node;
    const outputs = interfaces.get(site)?.outputs;
    if (outputAliases.length === 0 || outputs === undefined) return NO_PROBLEMS;
    const { faults, shared } = effectiveOutputs(outputs, outputAliases);
    const at = describeNode(site.id, names);
    return [
      ...faults.map(({ alias, kind }) => {
        const { problem, backendCode } = FAULTS[kind];
        const params = { at, output: alias.var, alias: alias.alias, problem };
        return toProblem(errors.ALIAS_INVALID(params), { nodeId: site.id, backendCode });
      }),
      ...shared.map((name) => {
        const output = outputAliases.find(({ alias }) => alias === name)?.var ?? name;
        const params = { at, output, alias: name, problem: "another output has that name" };
        return toProblem(errors.ALIAS_INVALID(params), { nodeId: site.id });
      }),
    ];
  },
};
