import { fileURLToPath } from "node:url";

/** The directory of the repository this package stands in, without a trailing slash. */
export const repoRoot = fileURLToPath(new URL("../../../../", import.meta.url)).replace(/\/$/, "");
