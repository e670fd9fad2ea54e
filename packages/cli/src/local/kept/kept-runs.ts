import type { Project } from "../../config/project.js";

/** How many runs are kept: what the project says, or 50. */
export function keptRuns({ settings }: Project): number {
  return settings.runs?.keep ?? 50;
}
