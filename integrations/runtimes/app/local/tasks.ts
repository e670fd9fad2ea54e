import { appendFileSync } from "node:fs";
import { t, task, workflow } from "@flytekit-ts/workflow";

const int = t.int();

export const inWorker = task(
  { name: "in-worker", isolation: "worker", inputs: { x: int }, output: int },
  ({ x }) => {
    console.log(`worker has ${x}`);
    return x * x;
  },
);
export const inProcess = task(
  { name: "in-process", isolation: "process", inputs: { x: int }, output: int },
  ({ x }) => {
    console.error(`process has ${x}`);
    return x + 1;
  },
);
export const isolated = workflow({ name: "isolated", inputs: { x: int }, output: int }, ({ x }) =>
  inProcess({ x: inWorker({ x }) }),
);

const first = task({ name: "first", output: int }, () => {
  appendFileSync("ran.txt", "first ");
  return 4;
});
const second = task({ name: "second", inputs: { x: int }, output: int }, ({ x }) => {
  appendFileSync("ran.txt", "second ");
  if (process.env["KILLED"] !== undefined) process.kill(process.pid, "SIGKILL");
  return x * 10;
});
export const kept = workflow({ name: "kept", output: int }, () => second({ x: first() }));
