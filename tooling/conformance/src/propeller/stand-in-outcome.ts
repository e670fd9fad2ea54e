import {
  allTasks,
  type ExecutionResult,
  type Failure,
  type Literals,
  type NodePhase,
} from "@flytekit-ts/propeller";
import { literalsText } from "../runs/literal-text.js";
import { executionText } from "../runs/recorded-run.js";

/** What the stand-in for the engine made of a run, in the words of a recorded run. */
export interface StandInOutcome {
  readonly phase: "Succeeded" | "Failed";
  /** Of a run that succeeded, by name, as a text. */
  readonly outputs: string;
  readonly literals: Literals;
  readonly error: string;
  readonly code: string | undefined;
  /** The last phase of each node, by its unique id. */
  readonly nodes: ReadonlyMap<string, NodePhase>;
  readonly tasks: readonly string[];
  /** How many items the map at a path had, where the execution begins with it. */
  readonly itemsOf: (path: string) => number;
  /** The failure of each node that failed. */
  readonly failures: readonly { readonly error: string; readonly code: string }[];
}

// The layout of an error that a container writes, up to the words of who threw it; in a text of JSON too.
const TRACE = /Trace:\n\n[^]*?\nMessage:\n\n {4}(?:\w+: )?/g;
const TRACE_IN_JSON = /Trace:\\n\\n(?:(?!\\nMessage:)[^"])*\\nMessage:\\n\\n {4}(?:\w+: )?/g;
// What our containers say behind those words.
const PLACE = /(?:\n|\\n) {4}\(task [^)]*\)/g;
const RETRIED = /^\[\d+\/\d+\] currentAttempt done\. Last Error: \w+::/;

/** An outcome with the texts that recorded runs have. */
export function standInOutcome(result: ExecutionResult): StandInOutcome {
  const { phase, outputs, failure, nodes } = result;
  const tasks = allTasks(result).map(({ node: id, item, attempt, inputs }) =>
    executionText({ id, item, attempt, inputs }).replaceAll(TRACE_IN_JSON, "").replaceAll(PLACE, ""),
  );
  return {
    phase: phase === "SUCCEEDED" ? "Succeeded" : "Failed",
    outputs: phase === "SUCCEEDED" ? literalsText(outputs) : "{}",
    literals: outputs,
    error: errorOf(failure),
    code: failure?.code,
    nodes: new Map([...nodes.values()].map((node) => [node.uniqueId, node.phase])),
    tasks,
    itemsOf: (path) => itemsAt(result, path),
    failures: [...nodes.values()].flatMap((node) =>
      node.failure === undefined ? [] : [{ error: errorOf(node.failure), code: node.failure.code }],
    ),
  };
}

/** The message of a failure as it was recorded: without the count of attempts, and of a container only what was thrown. */
function errorOf(failure: Failure | undefined): string {
  return failure?.message.replace(RETRIED, "").replaceAll(TRACE, "").replaceAll(PLACE, "") ?? "";
}

// A plan's own execution is behind a `>`.
function itemsAt({ nodes, tasks }: ExecutionResult, path: string): number {
  const [plan = "", ...inside] = path.split(">");
  const record = nodes.get(plan);
  if (inside.length > 0) return record?.child === undefined ? 0 : itemsAt(record.child, inside.join(">"));
  const items = tasks.filter(
    ({ node, item }) => item !== undefined && node.startsWith(`${record?.uniqueId}-`),
  );
  return new Set(items.map(({ item }) => item)).size;
}
