import type { CompileOptions } from "@flytekit-ts/workflow/compile";

/** Problems that only some backends refuse. Local runs allow them. */
export const ALLOWED: CompileOptions = { allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] };
