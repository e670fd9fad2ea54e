import type * as idl from "@flytekit-ts/models/core";
import type { Variables } from "../sites/variables.js";

/** A fault of an alias of an output. */
export interface AliasFault {
  readonly alias: idl.Alias;
  readonly kind: "second alias" | "no such output";
}

/** The outputs of a node under their aliases. */
export interface EffectiveOutputs {
  /** As other nodes see them. */
  readonly outputs: Variables;
  /** Faults because of which the backend sees no outputs at all. */
  readonly faults: readonly AliasFault[];
  /** Names that two outputs have. One of the two outputs is lost. */
  readonly shared: readonly string[];
}

/** The outputs of a node under the names that its aliases give them. */
export function effectiveOutputs(outputs: Variables, aliases: readonly idl.Alias[]): EffectiveOutputs {
  if (aliases.length === 0) return { outputs, faults: [], shared: [] };
  const faults: AliasFault[] = [];
  const byOutput = new Map<string, string>();
  for (const alias of aliases) {
    if (byOutput.has(alias.var)) faults.push({ alias, kind: "second alias" });
    else if (!outputs.has(alias.var)) faults.push({ alias, kind: "no such output" });
    byOutput.set(alias.var, alias.alias);
  }
  const effective = new Map<string, Pick<idl.Variable, "type">>();
  const shared = new Set<string>();
  for (const [output, variable] of outputs) {
    const name = byOutput.get(output) ?? output;
    if (effective.has(name)) shared.add(name);
    effective.set(name, variable);
  }
  return { outputs: effective, faults, shared: [...shared] };
}
