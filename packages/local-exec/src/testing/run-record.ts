import type { FlytekitError } from "@flytekit-ts/core";
import { describeValue } from "@flytekit-ts/core/errors";
import type { RunEvent } from "../events/events.js";
import { errors } from "../errors.js";

/** All events of a run that is over, for assertions. */
export interface RunRecord {
  readonly events: readonly RunEvent[];
  readonly status: "succeeded" | "failed";
  /** The error that ended the run, if one did. */
  readonly error: FlytekitError | undefined;
}

/** A run whose events can be read. */
export interface Recordable {
  events(): AsyncIterable<RunEvent>;
}

/**
 * Wait until a run is over, and keep its events. It never rejects because of the run: a run that failed has a record, too.
 *
 * @throws `RUN_ASSERTION_FAILED` for what is no run
 * @example
 * expect(await recordOf(run)).toHaveFailedAt("n1");
 */
export async function recordOf(run: Recordable): Promise<RunRecord> {
  if (typeof run !== "object" || run === null || typeof run.events !== "function") {
    const message = `\`recordOf\` takes the result of \`startLocal\`, but was given ${describeValue(run)}.`;
    throw errors.RUN_ASSERTION_FAILED({ message });
  }
  const events: RunEvent[] = [];
  for await (const event of run.events()) events.push(event);
  const last = events.at(-1);
  const error = last?.kind === "run-failed" ? last.error : undefined;
  return { events, status: last?.kind === "run-succeeded" ? "succeeded" : "failed", error };
}

/** An event of a node. */
export type NodeEvent = Extract<RunEvent, { readonly node: string }>;

/** The events of a node, which is given by its path, by its display name, or by the name of its entity. */
export function eventsOfNode({ events }: RunRecord, node: string): readonly NodeEvent[] {
  const ofNodes = events.filter((event): event is NodeEvent => "node" in event);
  const atPath = ofNodes.filter((event) => event.node === node);
  return atPath.length > 0 ? atPath : ofNodes.filter(({ name, entity }) => name === node || entity === node);
}
