/** BINDING_TYPE_MISMATCH: A file is given for a string. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const table = task({ name: "table", output: t.file() }, () => "s3://bucket/table.csv");
const open = task({ name: "open", inputs: { path: t.string() } }, () => {});

const report = workflow({ name: "report" }, () => {
  // @ts-expect-error a file is no string
  open({ path: table() }); // here
});

compile(report);
