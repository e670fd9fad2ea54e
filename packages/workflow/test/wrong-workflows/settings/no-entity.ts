/** ENTITY_NOT_COMPILABLE: a plain function among what is serialized. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const settings = { project: "p", domain: "development", version: "v1", image: "example/image:1" };

// @ts-expect-error an entity is wanted
serialize([square, () => 3], settings); // here
