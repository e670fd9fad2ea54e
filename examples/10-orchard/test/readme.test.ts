import { join } from "node:path";
import { proveReadme } from "@flytekit-ts/vitest-preset/readme";

proveReadme(join(import.meta.dirname, ".."));
