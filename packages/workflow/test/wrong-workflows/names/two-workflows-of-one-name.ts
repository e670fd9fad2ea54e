/** NAME_TWICE: two workflows that are registered together under one name. */
import { serialize, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const one = workflow({ name: "main", output: t.int() }, () => square({ x: 1 }));
const two = workflow({ name: "main", output: t.int() }, () => square({ x: 2 })); // here

serialize([one, two], { project: "p", domain: "development", version: "v1", image: "example/image:1" });
