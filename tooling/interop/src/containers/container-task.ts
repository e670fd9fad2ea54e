import { dynamic, t, task } from "@flytekit-ts/workflow";
import type { Type, Value } from "../description/type.js";
import { buildType } from "../native/build-type.js";
import { chosen } from "../native/chosen.js";

/** What the task of a container does. The last three are planted: what they leave has to be found wrong. */
export type Kind = "same" | "throws" | "fan" | "loses" | "throws-other" | "loses-node";

/** What a container runs, as data, of which its module makes the task. */
export interface TaskDescription {
  readonly kind: Kind;
  readonly type: Type;
  /** The values of its inputs `v0`, `v1`, ... It returns what it is given; these say which variant of a union that is. */
  readonly values: readonly Value[];
  /** What it throws. */
  readonly text: string;
}

type Given = Readonly<Record<string, unknown>>;

/** The task of a description. Modules that tests write call it. */
export function containerTask(name: string, description: TaskDescription): object {
  const { kind, type, values, text } = description;
  const built = buildType(type);
  const inputs = Object.fromEntries(values.map((_, i) => [`v${i}`, built]));
  const received = (given: Given): unknown[] => values.map((value, i) => chosen(type, value, given[`v${i}`]));
  if (kind === "fan" || kind === "loses-node") return fan(name, description, received);
  return task({ name, inputs, outputs: { ...inputs, all: t.list(built) }, deck: true }, (given: Given) => {
    if (kind === "throws") throw new RangeError(text);
    if (kind === "throws-other") throw new RangeError("other");
    const all = received(given);
    const same = Object.fromEntries(all.map((value, i) => [`v${i}`, value]));
    return { ...same, all: kind === "loses" ? all.slice(1) : all };
  });
}

function fan(
  name: string,
  { kind, type, values }: TaskDescription,
  received: (given: Given) => unknown[],
): object {
  const built = buildType(type);
  const one = task({ name: `${name}.one`, inputs: { v: built }, output: built }, ({ v }) => v);
  const inputs = Object.fromEntries(values.map((_, i) => [`v${i}`, built]));
  return dynamic({ name, inputs, output: t.list(built), uses: [one] }, (given: Given) => {
    const items = kind === "fan" ? received(given) : received(given).slice(1);
    return items.map((v) => one({ v }));
  });
}
