import type { Attributes } from "@opentelemetry/api";
import type { RunEvent } from "../events/events.js";

/** An event of a node. */
export type NodeEvent = Extract<RunEvent, { readonly node: string }>;

/** What is known of a node from any of its events. */
export function nodeAttributes(event: NodeEvent): Attributes {
  const { runId, node, name, entity, item } = event;
  return {
    "flyte.run.id": runId,
    "flyte.node.path": node,
    "flyte.node.name": name,
    "flyte.entity": entity,
    ...(item === undefined ? {} : { "flyte.map.item": item }),
    ...(event.kind === "node-started" && event.execution !== undefined
      ? { "flyte.execution.id": event.execution }
      : {}),
    ...("attempt" in event ? { "flyte.attempt": event.attempt } : {}),
  };
}
