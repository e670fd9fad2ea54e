/** BINDING_TYPE_MISMATCH x2, INPUT_UNKNOWN, INPUT_MISSING, OPTION_INVALID, BINDING_TYPE_MISMATCH: faults of calls and outputs. */
import { compile, type FlytePromise, t, task, workflow } from "@flytekit-ts/workflow";

const scale = task(
  { name: "scale", inputs: { x: t.float(), by: t.int() }, output: t.float() },
  ({ x, by }) => x * by,
);

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
const body = ({ n }: { readonly n: FlytePromise<number, "int"> }) => {
  // @ts-expect-error an int is no float, and 1.5 is no int
  const first = scale({ x: n, by: 1.5 }); // here x2
  // @ts-expect-error there is no such input
  const second = scale({ x: first, times: 2 }); // here
  // @ts-expect-error an input is missing
  const third = scale({ x: second }, { retries: -1 }); // here x2
  return third;
};

// @ts-expect-error a float is no int
compile(workflow(signature, body)); // here
