/** BINDING_TYPE_MISMATCH: a type of the author's own says float, and is fed by what gives ints. */
import { createType, resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const float = resolveType(t.float(), "a float").transformer as TypeTransformer<number>;
const celsius = createType<number, "celsius">({ transformer: { ...float, words: "celsius" } });

const measure = task({ name: "measure", output: t.int() }, () => 21);
const heat = task({ name: "heat", inputs: { to: celsius } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error an int is no celsius
  heat({ to: measure() }); // here
});

compile(pipeline);
