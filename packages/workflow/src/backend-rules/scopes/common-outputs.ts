import type * as idl from "@flytekit-ts/models/core";
import { isSameMessage } from "../parts/is-same-message.js";
import type { Site } from "../sites/site.js";
import type { NodeInterface, Variables } from "../sites/variables.js";

/** An output that has different types in two arms of a conditional. */
export interface Clash {
  readonly arm: Site;
  readonly output: string;
  readonly wanted: idl.LiteralType | undefined;
  readonly given: idl.LiteralType | undefined;
}

/**
 * The outputs of a conditional: those that all its arms have. Their types must be exactly the same in all arms.
 *
 * Aliases of arms do not count. An arm without an interface is skipped.
 */
export function commonOutputs(
  arms: readonly Site[],
  interfaces: ReadonlyMap<Site, NodeInterface | undefined>,
): { readonly outputs: Variables; readonly clashes: readonly Clash[] } {
  let outputs: Variables | undefined;
  const clashes: Clash[] = [];
  for (const arm of arms) {
    const given = interfaces.get(arm)?.outputs;
    if (given === undefined) continue;
    if (outputs === undefined) {
      outputs = given;
      continue;
    }
    outputs = new Map([...outputs].filter(([name]) => given.has(name)));
    for (const [output, { type: wanted }] of outputs) {
      const type = given.get(output)?.type;
      if (!isSameMessage(wanted, type)) clashes.push({ arm, output, wanted, given: type });
    }
  }
  return { outputs: outputs ?? new Map(), clashes };
}
