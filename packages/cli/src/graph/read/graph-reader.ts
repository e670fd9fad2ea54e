import type * as idl from "@flytekit-ts/models/core";
import type { WorkflowGraph } from "../model/graph-model.js";
import { readWorkflow } from "./read-workflow.js";
import type { GraphReader } from "./reading.js";
import type { Sources } from "./sources.js";

/** Reads workflows into graphs, each once, however many nodes run it. */
export function createReader(sources: Sources): GraphReader & {
  readonly graphs: Record<string, WorkflowGraph>;
} {
  const graphs: Record<string, WorkflowGraph> = Object.create(null) as Record<string, WorkflowGraph>;
  const waiting: (() => void)[] = [];
  let isReading = false;
  const known = new Set<string>();
  const reader: GraphReader = {
    sources,
    graphOf(id) {
      const template = id === undefined ? undefined : sources.workflow(id);
      if (id === undefined || template === undefined) return undefined;
      const key = keyOf(id);
      if (known.has(key)) return key;
      known.add(key);
      // In turn and not inside each other: workflows may be nested deeper than the stack is.
      waiting.push(() => void (graphs[key] = readWorkflow(template, reader)));
      if (isReading) return key;
      isReading = true;
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
      } finally {
        isReading = false;
      }
      return key;
    },
  };
  return { ...reader, graphs };
}

function keyOf({ project, domain, name, version }: idl.Identifier): string {
  const place = [project, domain, version].filter((part) => part !== "");
  return place.length === 0 ? name : `${name} (${place.join(", ")})`;
}
