/** BINDING_TYPE_MISMATCH: A file of one format is given where another is wanted. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const table = task({ name: "table", output: t.file("csv") }, () => "s3://bucket/table.csv");
const draw = task({ name: "draw", inputs: { picture: t.file("png") } }, () => {});

const report = workflow({ name: "report" }, () => {
  // @ts-expect-error a file of another format
  draw({ picture: table() }); // here
});

compile(report);
