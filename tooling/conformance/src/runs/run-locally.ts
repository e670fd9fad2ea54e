import type { Callable, FlytekitError, OutSpec, Shape } from "@flytekit-ts/core";
import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import { toLiterals } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { type LocalOptions, type RunEvent, startLocal } from "@flytekit-ts/local-exec";
import type { WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { literalsText } from "./literal-text.js";
import type { ModeOptions } from "./run-modes.js";
import { executionText } from "./recorded-run.js";
import { uniqueIdOf } from "./unique-id.js";

/** What our run of a workflow made of one set of inputs. */
export interface LocalOutcome {
  readonly phase: "Succeeded" | "Failed";
  /** What a run that succeeded gave its caller. */
  readonly result: unknown;
  /** The same by name, as a text. */
  readonly outputs: string;
  /** Of a run that failed. */
  readonly error: unknown;
  /** What became of each node that was started or skipped, by its path. */
  readonly nodes: ReadonlyMap<string, LocalNode>;
  /** Each execution of a task, as a text. */
  readonly tasks: readonly string[];
}

/** What became of a node. */
export interface LocalNode {
  /** The engine's unique id of it. */
  readonly id: string;
  readonly phase: "RUNNING" | "SUCCEEDED" | "FAILED" | "SKIPPED";
  readonly started: boolean;
  /** Whether it is one item of a map, which the engine does not report. */
  readonly isItem: boolean;
  readonly error: FlytekitError | undefined;
}

/** Run a workflow here and keep what the reference data has of a run. */
export async function runLocally(
  workflow: WorkflowEntity,
  inputs: Readonly<Record<string, unknown>>,
  gates: Readonly<Record<string, unknown>> = {},
  mode: ModeOptions = {},
): Promise<LocalOutcome> {
  const recording = new Recording();
  const { nodes, tasks } = recording;
  const options: LocalOptions = { ...mode, gates, onEvent: (event) => recording.add(event) };
  try {
    // A recorded run gives its inputs as data.
    const run = startLocal(workflow as unknown as Callable<Shape, OutSpec>, inputs, options);
    const result: unknown = await run.result;
    const outputs = literalsText(outputLiterals(workflow, result));
    return { phase: "Succeeded", result, outputs, error: undefined, nodes, tasks };
  } catch (error) {
    return { phase: "Failed", result: undefined, outputs: "", error, nodes, tasks };
  }
}

/** What a run that succeeded gave its caller, as literals by name. */
export function outputLiterals(
  { interface: { outputs, outputStyle } }: WorkflowEntity,
  result: unknown,
): Literals {
  if (outputStyle === "void") return new Map();
  const values = outputStyle === "bare" ? { [BARE_OUTPUT]: result } : (result as Record<string, unknown>);
  return toLiterals(outputs, values);
}

/** What the events of a run say of its nodes. */
class Recording {
  readonly nodes = new Map<string, LocalNode>();
  readonly tasks: string[] = [];
  readonly #attempts = new Map<string, number>();

  add(event: RunEvent): void {
    if (!("node" in event)) return;
    const { node: path, item } = event;
    const known = this.nodes.get(path) ?? {
      id: uniqueIdOf(path, (each) => this.#attempts.get(each) ?? 0),
      phase: "RUNNING",
      started: false,
      isItem: item !== undefined,
      error: undefined,
    };
    switch (event.kind) {
      case "node-started": {
        const { attempt, inputs } = event;
        this.#attempts.set(path, attempt);
        this.nodes.set(path, { ...known, started: true });
        if (inputs !== undefined) this.tasks.push(executionText({ id: known.id, item, attempt, inputs }));
        return;
      }
      case "node-succeeded":
        this.nodes.set(path, { ...known, phase: "SUCCEEDED" });
        return;
      case "node-failed":
        if (!event.retrying) this.nodes.set(path, { ...known, phase: "FAILED", error: event.error });
        return;
      case "node-skipped":
        this.nodes.set(path, { ...known, phase: "SKIPPED" });
        break;
      default:
        // What else is told says nothing of how a node ended.
        break;
    }
  }
}
