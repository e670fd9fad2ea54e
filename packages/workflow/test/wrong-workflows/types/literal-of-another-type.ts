/** BINDING_TYPE_MISMATCH: a type of the author's own says float, and makes ints. */
import { createType, resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const int = resolveType(t.int(), "an int").transformer;
const float = resolveType(t.float(), "a float").transformer as TypeTransformer<number>;
const celsius = createType<number, "celsius">({
  transformer: { ...float, words: "celsius", toLiteral: (value) => int.toLiteral(value) },
});

const heat = task({ name: "heat", inputs: { to: celsius } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  heat({ to: 21 }); // here
});

compile(pipeline);
