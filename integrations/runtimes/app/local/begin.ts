import { runLocal } from "@flytekit-ts/local-exec";
import { kept } from "./tasks.ts";

await runLocal(kept, {}, { journal: "runs" });
