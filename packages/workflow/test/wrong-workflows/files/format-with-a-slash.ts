/** OPTION_INVALID: The format is a media type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", inputs: { table: t.file("text/csv") } }, () => {}); // here

const report = workflow({ name: "report" }, () => {
  count({ table: "s3://bucket/a.csv" });
});

compile(report);
