import type { Given } from "../../command/command-spec.js";
import type { graphSpec } from "./spec.js";

/** What is drawn: of a file, of a run, of both, or of a cluster. */
export type Drawn = Given<typeof graphSpec>["arguments"] & Given<typeof graphSpec>["options"];
