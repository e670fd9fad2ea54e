import { connectorTask, type Connector, defineConnector } from "@flytekit-ts/remote/connectors";
import { eager } from "@flytekit-ts/remote/eager";
import { t, task, type TemplateTask, type Workflow } from "@flytekit-ts/workflow";

// What a library exports, with the types that `isolatedDeclarations` asks for.
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const squared: Workflow<{ x: t.Int }, t.Int> = eager(
  { name: "squared", inputs: { x: t.int() }, output: t.int(), uses: [square] },
  async ({ x }, { run }) => run(square, { x }),
);

export const acme: Connector = defineConnector({
  taskType: "acme",
  inputs: { x: t.int() },
  output: t.int(),
  sync: ({ inputs }) => ({ phase: "SUCCEEDED", outputs: inputs.x }),
});

export const sales: TemplateTask<{ x: t.Int }, t.Int> = connectorTask({
  name: "sales",
  connector: acme,
  inputs: { x: t.int() },
  output: t.int(),
});
