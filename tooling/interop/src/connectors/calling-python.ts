import type { Literal } from "@flytekit-ts/models/core";
import { Connectors, diskStore, Engine, Registry } from "@flytekit-ts/propeller";
import { connectorTask, defineConnector, fileSensor, sensorTask } from "@flytekit-ts/remote/connectors";
import { serialize, t, workflow, type Workflow } from "@flytekit-ts/workflow";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import type { Interpreter } from "../python/interpreter.js";
import { pythonFile } from "../python/interpreter.js";
import { startPython } from "./python-process.js";

const job = defineConnector({
  taskType: "python_job",
  create: () => ({}),
  get: () => ({ phase: "RUNNING" }),
  delete: () => {},
});
const atOnce = defineConnector({ taskType: "python_at_once", sync: () => ({ phase: "RUNNING" }) });
const types = { inputs: { x: t.int() }, output: t.int() };

/** A workflow whose tasks connectors in Python run: a file is waited for, and then x becomes (x + 1) * 2. */
function workflowTo(fate: string): Workflow<{ x: t.Int }, t.Int> {
  const add = connectorTask({ name: `python.add_${fate}`, connector: atOnce, ...types });
  const double = connectorTask({ name: `python.double_${fate}`, connector: job, ...types, custom: { fate } });
  const wait = sensorTask({ name: `python.wait_${fate}`, sensor: fileSensor });
  return workflow({ name: `python.to_${fate}`, ...types }, ({ x }) => {
    const there = wait({ path: pythonFile("connector_service.py") });
    return double({ x: add({ x }, { after: [there] }) });
  });
}

const WANTED: Readonly<Record<string, string>> = {
  succeed: "SUCCEEDED 42",
  FAILED: "FAILED TaskFailedWithError: failed to run the job: no table",
  ABORTED: "FAILED TaskFailedWithError: failed to run the job with aborted phase.",
  RETRYABLE_FAILED:
    "FAILED RetriesExhausted|TaskFailedWithError: [1/1] currentAttempt done. Last Error: USER::failed to run the job: no table",
};

/** Runs tasks by connectors that flytekit's own service has. @returns in what they did something else; undefined if in nothing */
export async function callingPython(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const service = startPython(interpreter, "connector_service.py");
  const port = await service.firstLine;
  const connectors = new Connectors({ endpoints: [`127.0.0.1:${port}`], interval: 20 });
  try {
    await connectors.refresh();
    const claimed = connectors.claimed.join(", ");
    if (claimed !== "sensor 0, python_job 0, python_at_once 0") return `Python's service lists ${claimed}`;
    for (const [fate, wanted] of Object.entries(WANTED)) {
      const seen = await outcomeOf(workflowTo(fate), connectors, folder);
      if (seen !== wanted) return `a job of Python that is to ${fate}: ${seen} instead of ${wanted}`;
    }
    const thrown = await outcomeOf(workflowTo("throw"), connectors, folder);
    return thrown.includes("the queue is full") ? undefined : `a job that is to throw: ${thrown}`;
  } finally {
    connectors.close();
    await service.close();
  }
}

async function outcomeOf(
  main: Workflow<{ x: t.Int }, t.Int>,
  connectors: Connectors,
  folder: string,
): Promise<string> {
  const registry = new Registry();
  const settings = { project: "proj", domain: "development", version: "v1", image: "example/app:1" };
  for (const { kind, message } of serialize(main, settings)) {
    if (kind === "task") registry.add({ kind, spec: message });
    else if (kind === "workflow") registry.add({ kind, spec: message });
  }
  const pods = {
    run: async (): Promise<never> => {
      throw new Error("no task of these is a process");
    },
  };
  const engine = new Engine({ registry, store: diskStore, pods, dataRoot: folder, connectors });
  const { phase, outputs, failure } = await engine.execute(main.name, { inputs: new Map([["x", int(20n)]]) });
  if (failure !== undefined) return `${phase} ${failure.code}: ${failure.message}`;
  const value = outputs.get("o0")?.value;
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  return `${phase} ${primitive?.$case === "integer" ? primitive.value : "without an int"}`;
}

function int(value: bigint): Literal {
  return scalarLiteral({ $case: "primitive", value: { value: { $case: "integer", value } } });
}
