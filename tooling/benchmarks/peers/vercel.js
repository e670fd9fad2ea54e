// The chain and the fan in `workflow` with its local world, in one process: `node vercel.js 300`.
import { buildWorkflowTests, setupWorkflowTests, teardownWorkflowTests } from "@workflow/vitest";
import { start } from "workflow/api";
import { assertEqual, timed } from "./timed.js";

const size = Number(process.argv[2]);
// The name of the package is about tests: it is how the library runs without a server.
await buildWorkflowTests();
await setupWorkflowTests();
await run("chain", 10);
await run("fan", 10);
await timed(
  {
    chain: async () => assertEqual(await run("chain", size), size),
    fan: async () => assertEqual((await run("fan", size)).length, size),
  },
  // A run takes many seconds.
  { warm: 0, rounds: 1 },
);
await teardownWorkflowTests();

/** @param {string} name @param {number} nodes */
async function run(name, nodes) {
  const started = await start({ workflowId: `workflow//./workflows/peers//${name}` }, [nodes]);
  return started.returnValue;
}
