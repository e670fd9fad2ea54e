/** BINDING_TYPE_MISMATCH: a call in the body of a dynamic is wrong, which shows when it runs. */
import { dynamic, t, task } from "@flytekit-ts/workflow";
import { compileDynamic, isDynamic } from "@flytekit-ts/workflow/compile";

const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const grow = dynamic({ name: "grow", output: t.float(), uses: [half, square] }, () => {
  const area = square({ x: 3 });
  // @ts-expect-error an int is no float
  return half({ x: area }); // here
});

if (isDynamic(grow)) compileDynamic(grow, new Map());
