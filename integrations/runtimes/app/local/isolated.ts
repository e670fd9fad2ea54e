import { runLocal } from "@flytekit-ts/local-exec";
import { isolated } from "./tasks.ts";

const said: string[] = [];
const result = await runLocal(
  isolated,
  { x: 3 },
  {
    onEvent: (event) => {
      if (event.kind === "node-logged") said.push(`${event.node} ${event.level} ${event.message}`);
    },
  },
).catch((error: Error) => error.message);
console.log(JSON.stringify({ result, said }));
