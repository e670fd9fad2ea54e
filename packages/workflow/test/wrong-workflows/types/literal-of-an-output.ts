/** BINDING_TYPE_MISMATCH: the same, for an output of a workflow. */
import { createType, resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const int = resolveType(t.int(), "an int").transformer;
const float = resolveType(t.float(), "a float").transformer as TypeTransformer<number>;
const celsius = createType<number, "celsius">({
  transformer: { ...float, words: "celsius", toLiteral: (value) => int.toLiteral(value) },
});

const announce = task({ name: "announce" }, () => {});

const pipeline = workflow({ name: "pipeline", output: celsius }, () => {
  // here
  announce();
  return 21;
});

compile(pipeline);
