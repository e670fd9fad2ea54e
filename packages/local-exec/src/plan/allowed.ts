import type { CompileOptions } from "@flytekit-ts/workflow/compile";

/** What only some backends refuse, and runs here do not. */
export const ALLOWED: CompileOptions = { allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] };
