/** VALUE_TYPE_MISMATCH: The default is a path to nothing. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task(
  { name: "count", inputs: { table: t.file("csv").default("data/no-such-table.csv") } }, // here
  () => {},
);

const report = workflow({ name: "report" }, () => {
  count();
});

compile(report);
