import { listRuns, resumeLocal } from "@flytekit-ts/local-exec/journal";
import { kept } from "./tasks.ts";

for (const { id, state } of listRuns("runs"))
  console.log(state, await resumeLocal(kept, { journal: "runs", run: id }).result);
