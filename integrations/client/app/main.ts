import { connect, remoteErrors } from "@flytekit-ts/remote";
import { defineConnector } from "@flytekit-ts/remote/connectors";
import { eager } from "@flytekit-ts/remote/eager";
import { t, task } from "@flytekit-ts/workflow";

// Without the DOM and without Node's types there is no name for it.
declare const console: { log(text: string): void };

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const grow = eager(
  { name: "grow", inputs: { x: t.int() }, output: t.int(), uses: [square] },
  async ({ x }, { run }) => {
    // @ts-expect-error There is no such input.
    const wrong = (): Promise<number> => run(square, { y: x });
    void wrong;
    return run(square, { x });
  },
);

export const connectors = [defineConnector];

const remote = await connect({ project: "flytesnacks", domain: "development" });
const projects: string[] = [];
for await (const { id } of remote.projects()) projects.push(id);
let code = "";
try {
  const execution = await remote.execute(grow, { x: 3 });
  const outputs: number = await execution.wait();
  console.log(String(outputs));
} catch (error) {
  code = remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error) ? error.code : String(error);
}
await remote.close();
console.log([...projects, code].join(" "));
