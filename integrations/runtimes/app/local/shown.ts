import { runLocal } from "@flytekit-ts/local-exec";
import { reporter } from "@flytekit-ts/local-exec/reporter";
import { isolated } from "./tasks.ts";

await runLocal(isolated, { x: 3 }, { ...reporter({ stream: process.stdout }) });
