import { money, queryTask, teamTask } from "@acme/flyte";
import { runLocal } from "@flytekit-ts/local-exec";
import { serialize, t, workflow } from "@flytekit-ts/workflow";

export const sales = queryTask({
  name: "sales",
  inputs: { shop: t.string() },
  output: money,
  warehouse: "eu",
  query: "select sum(cents) from sales where shop = '{{ .inputs.shop }}'",
  local: ({ shop }) => ({ cents: shop.length * 100 }),
});
export const tax = teamTask(
  { name: "tax", inputs: { amount: money, rate: t.float() }, output: money, team: "finance" },
  ({ amount, rate }) => ({ cents: Math.round(amount.cents * rate) }),
);
export const report = workflow({ name: "report", inputs: { shop: t.string() }, output: money }, ({ shop }) =>
  tax({ amount: sales({ shop }), rate: 0.19 }),
);

console.log(await runLocal(report, { shop: "harbour" })); // { cents: 133 }
const settings = { project: "p", domain: "development", version: "v1", image: "example/app:1" };
const templates = serialize(report, settings).flatMap((spec) =>
  spec.kind === "task" ? [spec.message.template] : [],
);
console.log(templates.map((template) => template?.type).join()); // acme_query,container
const container = templates[1]?.target?.$case === "container" ? templates[1].target.value : undefined;
console.log(container?.args.slice(-4).join(" ")); // task-module main.js task-name tax
