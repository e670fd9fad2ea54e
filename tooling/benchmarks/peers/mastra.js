// The chain and the fan in Mastra: `node mastra.js 300 memory|libsql`.
import { Mastra } from "@mastra/core";
import { createStep, createWorkflow } from "@mastra/core/workflows";
import { LibSQLStore } from "@mastra/libsql";
import { z } from "zod";
import { assertEqual, timed } from "./timed.js";

const [size, kind] = [Number(process.argv[2]), process.argv[3]];
const number = z.object({ x: z.number() });
const steps = Array.from({ length: size }, (_, i) =>
  createStep({
    id: `n${i}`,
    inputSchema: number,
    outputSchema: number,
    execute: async ({ inputData: { x } }) => ({ x: x + 1 }),
  }),
);
const empty = createWorkflow({ id: "chain", inputSchema: number, outputSchema: number });
const chain = steps.reduce((before, step) => before.then(step), empty).commit();
const fan = createWorkflow({ id: "fan", inputSchema: number, outputSchema: z.any() })
  .parallel(steps)
  .commit();
// A new file each time: what earlier runs left would be searched, too.
const url = `file:mastra-${process.pid}.db`;
const storage = kind === "libsql" ? { storage: new LibSQLStore({ id: "store", url }) } : {};
const mastra = new Mastra({ workflows: { chain, fan }, logger: false, ...storage });

await timed(
  {
    chain: async () => assertEqual((await run("chain")).x, size),
    fan: async () => assertEqual(Object.keys(await run("fan")).length, size),
  },
  kind === "libsql" ? { warm: 2, rounds: 3 } : { warm: 10, rounds: 21 },
);

/** @param {string} name */
async function run(name) {
  const started = await mastra.getWorkflow(name).createRun();
  const { status, result } = await started.start({ inputData: { x: 0 } });
  assertEqual(status, "success");
  return result;
}
