import type { Identifier } from "@flytekit-ts/models/core";
import type { Remote } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { asking } from "../../cluster/not-on-cluster.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { launchPlanActivateSpec, launchPlanDeactivateSpec } from "./spec.js";

/** `tsflyte launchplan activate` */
export const launchPlanActivate: Action<typeof launchPlanActivateSpec> = changing(
  true,
  async (remote, plan, options) => ({ id: await remote.activate(plan, options), isChanged: true }),
);

/** `tsflyte launchplan deactivate` */
export const launchPlanDeactivate: Action<typeof launchPlanDeactivateSpec> = changing(
  false,
  async (remote, plan, options) => {
    const id = await remote.deactivate(plan, options);
    if (id !== undefined) return { id, isChanged: true };
    // A plan that is not there has no active version either.
    const found = await remote.launchPlan(plan, options);
    return { id: found.id, isChanged: false };
  },
);

type Change = (
  remote: Remote,
  plan: { readonly name: string; readonly version: string | undefined },
  options: Parameters<Remote["activate"]>[1],
) => Promise<{ readonly id: Identifier; readonly isChanged: boolean }>;

function changing(isActive: boolean, change: Change): Action<typeof launchPlanActivateSpec> {
  return async ({ arguments: plan, options }, cli) =>
    await withCluster(cli, options, async (remote) => {
      const { out, host } = cli;
      const asked = { kind: "launch-plan", ...plan } as const;
      const { id, isChanged } = await asking(remote, asked, () =>
        change(remote, plan, { signal: host.signal }),
      );
      const { project, domain, name } = id;
      if (!isChanged) {
        out.note(`No version of ${name} was active.`);
        out.object({ kind: "launch-plan", project, domain, name, isActive, isChanged });
        return ExitCode.Success;
      }
      const { version } = id;
      out.object({ kind: "launch-plan", project, domain, name, version, isActive, isChanged });
      out.print(`${name} ${version} is ${isActive ? "active" : "inactive"}`);
      return ExitCode.Success;
    });
}
