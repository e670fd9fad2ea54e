import type { Failure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";

/** What a node came to. `NEVER`: it was not reached. */
export type Outcome =
  | { readonly phase: "SUCCEEDED"; readonly outputs: Literals | undefined }
  | { readonly phase: "FAILED"; readonly failure: Failure }
  | { readonly phase: "SKIPPED" | "ABORTED" | "NEVER" };
