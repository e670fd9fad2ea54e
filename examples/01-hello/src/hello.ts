import { t, task, workflow } from "@flytekit-ts/workflow";

/** A task is a function with a typed interface. */
export const greet = task(
  { name: "hello.greet", inputs: { name: t.string() }, output: t.string() },
  ({ name }) => `Hello, ${name}!`,
);

export const shout = task(
  { name: "hello.shout", inputs: { text: t.string(), times: t.int().default(1) }, output: t.string() },
  ({ text, times }) => text.toUpperCase() + "!".repeat(times),
);

/** A workflow wires tasks together; what it passes on are promises of values, not values. */
export const hello = workflow(
  {
    name: "hello.hello",
    inputs: { names: t.list(t.string()), first: t.string() },
    outputs: { quiet: t.string(), loud: t.string() },
  },
  ({ names, first }) => {
    const quiet = greet({ name: first });
    const loud = shout({ text: greet({ name: names.at(0) }), times: 3 });
    return { quiet, loud };
  },
);
