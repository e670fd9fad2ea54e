/** BINDING_TYPE_MISMATCH: A path in a list leads to nothing. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", inputs: { tables: t.list(t.file("csv")) } }, () => {});

const report = workflow({ name: "report" }, () => {
  count({ tables: ["s3://bucket/a.csv", "data/no-such-table.csv"] }); // here
});

compile(report);
