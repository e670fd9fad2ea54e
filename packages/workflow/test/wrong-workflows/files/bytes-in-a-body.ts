/** BINDING_TYPE_MISMATCH: Bytes are given in a body, where nothing stores them. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", inputs: { table: t.file("csv") } }, () => {});

const report = workflow({ name: "report" }, () => {
  count({ table: new TextEncoder().encode("a,b") }); // here
});

compile(report);
