import type { Domain } from "@flytekit-ts/models/admin";

/** The domains of a server that was not told others. */
export const DOMAINS: readonly Domain[] = ["development", "staging", "production"].map((id) => ({
  id,
  name: id,
}));
