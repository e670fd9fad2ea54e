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
  (remote, plan, options) => remote.activate(plan, options),
);

/** `tsflyte launchplan deactivate` */
export const launchPlanDeactivate: Action<typeof launchPlanDeactivateSpec> = changing(
  false,
  async (remote, plan, options) => {
    const found = await remote.deactivate(plan, options);
    // A plan that is not there has no active version either.
    if (found === undefined) await remote.launchPlan(plan, options);
    return found;
  },
);

type Change = (
  remote: Remote,
  plan: { readonly name: string; readonly version: string | undefined },
  options: Parameters<Remote["activate"]>[1],
) => Promise<Identifier | undefined>;

function changing(isActive: boolean, change: Change): Action<typeof launchPlanActivateSpec> {
  return async ({ arguments: plan, options }, cli) =>
    await withCluster(cli, options, async (remote) => {
      const { out, host } = cli;
      const asked = { kind: "launch-plan", ...plan } as const;
      const id = await asking(remote, asked, () => change(remote, plan, { signal: host.signal }));
      if (id === undefined) {
        out.note(`No version of ${plan.name} was active.`);
        out.object({ kind: "launch-plan", name: plan.name, isActive, isChanged: false });
        return ExitCode.Success;
      }
      const { project, domain, name, version } = id;
      out.object({ kind: "launch-plan", project, domain, name, version, isActive, isChanged: true });
      out.print(`${name} ${version} is ${isActive ? "active" : "inactive"}`);
      return ExitCode.Success;
    });
}
