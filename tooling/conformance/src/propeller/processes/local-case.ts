import { createHash } from "node:crypto";
import { toLiterals } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { Literal } from "@flytekit-ts/models/core";
import { type DataStore, diskStore, joinUri } from "@flytekit-ts/propeller";
import type { WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { literalsText } from "../../runs/literal-text.js";
import { inLists, inTexts, type RunDifference } from "../../runs/run-difference.js";
import { outputLiterals, runLocally } from "../../runs/run-locally.js";
import type { ModeOptions } from "../../runs/run-modes.js";
import type { RunProcesses } from "../compare-case-by-stand-in.js";
import type { DataPlace } from "./data-place.js";
import { withUris } from "./with-uris.js";

/** A run of a workflow of which no run of the engine was recorded. */
export interface LocalRun {
  readonly workflow: WorkflowEntity;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly gates?: Readonly<Record<string, unknown>> | undefined;
  readonly mocks?: ModeOptions["mocks"];
  /** What has to come of it in both places. */
  readonly phase: "Succeeded" | "Failed";
}

/**
 * Compare what `runLocal` makes of a workflow with what the stand-in does: outputs, with files and datasets by their
 * content, nodes and, if it succeeds, the executions of tasks.
 */
export async function compareWithLocal(
  run: LocalRun,
  processes: RunProcesses,
  place: DataPlace,
): Promise<readonly RunDifference[]> {
  const { workflow, inputs, gates = {}, mocks = [], phase } = run;
  const ours = await runLocally(workflow, inputs, gates, { mocks });
  const given = toLiterals(workflow.interface.inputs, inputs);
  const upload = (uri: string): Promise<string> =>
    copy(uri, place, joinUri(place.root, workflow.name, "given"));
  const theirs = await processes(workflow.name, {
    inputs: await withUris(given, upload),
    signals: new Map(Object.entries(gates).map(([id, value]) => [id, answerOf(value)])),
  });
  const failed = (error: unknown): string => (error instanceof Error ? ` ${error.message}` : "");
  const phases = [
    ...inTexts("phase of runLocal", ours.phase + failed(phase === "Failed" ? undefined : ours.error), phase),
    ...inTexts("phase", theirs.phase + (phase === "Failed" ? "" : theirs.error), phase),
  ];
  if (phases.length > 0) return phases;
  // Items of maps are no nodes there, and what a plan ran is an execution of its own.
  const nodes = [...ours.nodes].flatMap(([path, node]) => (node.isItem || path.includes(">") ? [] : [node]));
  const different = inLists(
    "nodes",
    [...theirs.nodes].map(([id, each]) => `${id} ${each}`),
    nodes.map(({ id, phase: each }) => `${id} ${each}`),
  );
  if (phase === "Failed") return different;
  return [
    ...different,
    ...inTexts(
      "outputs",
      await textOf(theirs.literals, place.store),
      await textOf(outputLiterals(workflow, ours.result), diskStore),
    ),
    ...inLists("task executions", theirs.tasks.map(anywhere), ours.tasks.map(anywhere)),
  ];
}

function answerOf(value: unknown): Literal {
  const primitive =
    typeof value === "boolean"
      ? ({ $case: "boolean", value } as const)
      : ({ $case: "stringValue", value: String(value) } as const);
  return Literal.create({
    value: { $case: "scalar", value: { value: { $case: "primitive", value: { value: primitive } } } },
  });
}

/** A file of this machine, where the data are. */
async function copy(uri: string, { store }: DataPlace, folder: string): Promise<string> {
  const to = joinUri(folder, uri.slice(uri.lastIndexOf("/") + 1));
  await store.write(to, await contentOf(uri, diskStore));
  return to;
}

async function textOf(literals: Literals, store: DataStore): Promise<string> {
  return literalsText(
    await withUris(literals, async (uri) => {
      const hash = createHash("sha256").update(await contentOf(uri, store));
      return hash.digest("hex");
    }),
  );
}

/** What is in a file, or in the one file of a dataset's folder. */
async function contentOf(uri: string, store: DataStore): Promise<Uint8Array> {
  const place = uri.replace(/^file:\/\//, "");
  const bytes = (await store.read(joinUri(place, "00000"))) ?? (await store.read(place));
  if (bytes === undefined) throw new Error(`there is no ${uri}`);
  return bytes;
}

// Where files are is another place in each run; what is in them is compared where it comes out.
function anywhere(execution: string): string {
  return execution.replaceAll(/"uri":"[^"]*"/g, '"uri":""');
}
