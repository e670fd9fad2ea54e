import { money, queryTask } from "@acme/flyte";
import { t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", output: t.int() }, () => 3);
const show = task({ name: "show", inputs: { amount: money } }, () => {});

workflow({ name: "wrong" }, () => {
  // @ts-expect-error an int is no money
  show({ amount: count() });
});
// @ts-expect-error a query task has a query
queryTask({ name: "none", output: money, warehouse: "eu" });
