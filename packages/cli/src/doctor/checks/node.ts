import { ok, problem, type Finding } from "../finding.js";
import type { Check } from "../patient.js";
import { isAtLeast } from "../versions.js";

/** Whether Node can run workflows. */
export const node: Check = {
  name: "node",
  examine: async () => nodeFinding(process.versions.node),
};

/** The same, of any version. */
export function nodeFinding(version: string): Finding {
  const [major = 0] = version.split(".").map(Number);
  const least = major === 20 ? "20.19.0" : "22.12.0";
  if (major !== 21 && isAtLeast(version, least)) return ok(`Node ${version}`);
  return problem(`Node ${version} is too old`, "Install Node 20.19, or 22.12 or later.");
}
