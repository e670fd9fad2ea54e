import { t, task, workflow } from "@flytekit-ts/workflow";

export const split = task(
  {
    name: "c02_named_outputs.split",
    inputs: { s: t.string(), at: t.int() },
    outputs: { head: t.string(), length: t.int() },
  },
  ({ s, at }) => ({ head: s.slice(0, at), length: s.length }),
);

const named = workflow(
  {
    name: "c02_named_outputs.named",
    inputs: { s: t.string() },
    outputs: { head: t.string(), length: t.int(), original: t.string(), five: t.int() },
  },
  ({ s }) => {
    const parts = split({ s, at: 2 });
    return { head: parts.head, length: parts.length, original: s, five: 5 };
  },
);

/** Several named outputs; static values beside promises; a workflow input passed straight out. */
export const entities = [named];
