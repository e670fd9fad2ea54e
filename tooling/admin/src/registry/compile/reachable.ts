import { type Builder, END, START } from "./builder.js";
import type { CompileErrors } from "./compile-errors.js";

/** Checks that no node waits for itself, and that each is reached from the start. */
export function checkReachable(builder: Builder, errors: CompileErrors): void {
  const seen = new Set<string>();
  const cycle = findCycle(builder, START, { seen, path: [] });
  if (cycle !== undefined) {
    const text = `A cycle has been detected while traversing the Workflow [${cycle.join(">")}].`;
    return errors.collect("CycleDetected", START, text);
  }
  if (seen.size === builder.nodes.size) return;
  const lost = [...builder.nodes.keys()].filter((id) => !seen.has(id) && id !== END);
  if (lost.length > 0)
    errors.collect("UnreachableNodes", START, `The Workflow contain unreachable nodes [${lost.join(",")}].`);
}

interface Walk {
  readonly seen: Set<string>;
  readonly path: readonly string[];
}

function findCycle(builder: Builder, id: string, { seen, path }: Walk): readonly string[] | undefined {
  if (path.includes(id)) return [...path, id];
  // A node that was left without a cycle leads to none.
  if (seen.has(id)) return undefined;
  seen.add(id);
  for (const next of builder.after(id)) {
    const cycle = findCycle(builder, next, { seen, path: [...path, id] });
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
