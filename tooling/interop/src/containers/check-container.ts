import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Case } from "../description/type.js";
import type { Python, Question } from "../exchange/python.js";
import type { Kind } from "./container-task.js";
import { inputsOf, leftIn, runContainer } from "./run-container.js";

/** A case in a container: what the task does with its values. */
export interface ContainerCase extends Case {
  readonly kind: Kind;
  readonly text: string;
}

const READERS = {
  same: "container_outputs",
  loses: "container_outputs",
  throws: "container_error",
  "throws-other": "container_error",
  fan: "container_futures",
  "loses-node": "container_futures",
} as const;

/**
 * Python writes the inputs of tasks, each task runs in a process of its own, and flytekit reads what they left.
 *
 * @returns for each case in what that is not what was described; undefined if in nothing.
 */
export async function checkContainers(
  python: Python,
  cases: readonly ContainerCase[],
  folder: string,
): Promise<readonly (string | undefined)[]> {
  const folders = cases.map((_, i) => join(folder, `container-${i}`));
  for (const each of folders) mkdirSync(dirname(inputsOf(each)), { recursive: true });
  const asked = cases.map((each, i) => question(each, folders[i] ?? ""));
  const written = await python.ask("container_inputs", asked);
  const differences = written.map(({ difference }) =>
    difference === undefined ? undefined : `in Python: ${difference}`,
  );
  await eachOf(cases, async (each, i) => {
    if (differences[i] !== undefined) return;
    const { code, log } = await runContainer(folders[i] ?? "", each);
    if (code !== 0) differences[i] = `the process ended with ${code}: ${log.slice(-1000)}`;
  });
  const left = cases.flatMap((_, i) => (differences[i] === undefined ? [i] : []));
  for (const reader of new Set(Object.values(READERS))) {
    const indices = left.filter((i) => READERS[cases[i]?.kind ?? "same"] === reader);
    const answers = await python.ask(
      reader,
      indices.map((i) => asked[i] ?? {}),
    );
    for (const [at, i] of indices.entries()) {
      const { difference } = answers[at] ?? { difference: "no answer" };
      if (difference !== undefined) differences[i] = `flytekit read: ${difference}`;
    }
  }
  return differences;
}

const question = ({ type, values, text }: ContainerCase, folder: string): Question => ({
  type: JSON.parse(JSON.stringify(type)) as Question,
  values,
  text,
  inputs: inputsOf(folder),
  left: leftIn(folder),
});

// Two at once: a process keeps a core busy while it starts.
async function eachOf<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of entries) await work(item, index);
  };
  await Promise.all([worker(), worker()]);
}
