import { describeValue } from "@flytekit-ts/core/errors";
import { closest } from "@flytekit-ts/core/graph";
import { eventsOfNode, type NodeEvent, type RunRecord } from "./run-record.js";

/** Whether a run is as expected, and what became of it in words. */
export interface Checked {
  readonly pass: boolean;
  /** The end of "expected the run to ...", without and with "not". */
  readonly expected: string;
  readonly actual: string;
}

/** A check of a finished run. Nodes are given by path, by display name, or by the name of their entity. */
export type RunCheck = (record: RunRecord, node?: string, detail?: string | number) => Checked;

const started = (event: NodeEvent): boolean => event.kind === "node-started";
const failed = (event: NodeEvent): boolean => event.kind === "node-failed" && !event.retrying;
const retried = (event: NodeEvent): boolean => event.kind === "node-failed" && event.retrying;
const waited = (event: NodeEvent): boolean => event.kind === "node-waiting";
const skipped = (event: NodeEvent): boolean => event.kind === "node-skipped";
const succeeded = (event: NodeEvent): boolean => event.kind === "node-succeeded";
const cached = (event: NodeEvent): boolean => event.kind === "node-succeeded" && event.reused === "cache";

/** The checks, by the names that they have as matchers: see `RunMatchers`. */
export const runChecks = {
  toHaveRun: (record, node) => ofNode(record, node, { expected: `run ${node}`, fits: started }),
  toHaveSucceeded: (record, node) =>
    node === undefined
      ? { pass: record.status === "succeeded", expected: "succeed", actual: endOf(record) }
      : ofNode(record, node, { expected: `succeed at ${node}`, fits: succeeded }),
  toHaveFailedAt: (record, node, code) =>
    ofNode(record, node, {
      expected: `fail at ${node}${code === undefined ? "" : ` with ${code}`}`,
      fits: (event) =>
        failed(event) && (code === undefined || (event.kind === "node-failed" && event.error.code === code)),
    }),
  toHaveRetried: (record, node, times) => {
    const count = eventsOf(record, node).filter(retried).length;
    const expected = `retry ${node}${times === undefined ? "" : ` ${timesOf(times)}`}`;
    const pass = times === undefined ? count > 0 : count === times;
    return { pass, expected, actual: `it was retried ${timesOf(count)}; ${wordsOf(record, node)}` };
  },
  toHaveBeenCached: (record, node) =>
    ofNode(record, node, { expected: `take ${node} from the cache`, fits: cached }),
  toHaveWaited: (record, node) => ofNode(record, node, { expected: `wait at ${node}`, fits: waited }),
  toHaveSkipped: (record, node) => ofNode(record, node, { expected: `skip ${node}`, fits: skipped }),
} as const satisfies Record<string, RunCheck>;

interface Wanted {
  readonly expected: string;
  readonly fits: (event: NodeEvent) => boolean;
}

function ofNode(record: RunRecord, node: string | undefined, { expected, fits }: Wanted): Checked {
  return { pass: eventsOf(record, node).some(fits), expected, actual: wordsOf(record, node) };
}

function eventsOf(record: RunRecord, node: string | undefined): readonly NodeEvent[] {
  return node === undefined ? [] : eventsOfNode(record, node);
}

function timesOf(count: string | number): string {
  return Number(count) === 1 ? "once" : `${count} times`;
}

function endOf({ status, error }: RunRecord): string {
  return error === undefined ? `it ${status}` : `it failed: ${error.message.split("\n", 1)[0]}`;
}

/** What became of a node. */
function wordsOf(record: RunRecord, node: string | undefined): string {
  if (typeof node !== "string") return `the node was ${describeValue(node)}`;
  const events = eventsOf(record, node);
  if (events.length > 0) return `${node} had ${events.map(wordsOfEvent).join(", ")}`;
  const known = new Set(
    record.events.flatMap((event) => ("node" in event ? [event.node, event.entity] : [])),
  );
  const meant = closest(node, [...known]);
  return `no node ${node} had any event${meant === undefined ? "" : `; did you mean ${meant}?`}`;
}

function wordsOfEvent(event: NodeEvent): string {
  return event.kind === "node-failed" ? `${event.kind} (${event.error.code})` : event.kind;
}
