/** BINDING_TYPE_MISMATCH: A directory is given for a file. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", inputs: { table: t.file() } }, () => {});

const report = workflow({ name: "report" }, () => {
  count({ table: "/" }); // here
});

compile(report);
