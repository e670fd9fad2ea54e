import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { dynamic, t, task, workflow } from "@flytekit-ts/workflow";
import { packageEntities, writePackage } from "@flytekit-ts/runtime/package";

// Packages the project in the folder that it is given into a file, with the code: `<folder> <file>`.
const [folder = ".", file = "package.tgz"] = process.argv.slice(2);
const root = resolve(folder);
const module = pathToFileURL(join(root, "src/flows.ts")).href;

const square = task(
  { name: "flows.square", module, inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);
const fan = dynamic(
  { name: "flows.fan", module, inputs: { n: t.int() }, output: t.list(t.int()), uses: [square] },
  ({ n }) => Array.from({ length: n }, (_, x) => square({ x })),
);
const flow = workflow({ name: "flows.flow", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) =>
  fan({ n: square({ x }) }),
);

const made = await packageEntities(flow, {
  image: "ghcr.io/acme/tasks:v1",
  environment: { LEVEL: "2", MODE: "test" },
  root,
  code: {},
});
await writePackage(made, file);
process.stdout.write(made.version);
