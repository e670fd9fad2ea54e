import type { Identifier } from "@flytekit-ts/models/core";
import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import { asking } from "../../cluster/not-on-cluster.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { launchPlanActivateSpec, launchPlanDeactivateSpec } from "./spec.js";

/** `tsflyte launchplan activate` */
export const launchPlanActivate: Action<typeof launchPlanActivateSpec> = async (
  { arguments: plan, options },
  cli,
) =>
  await withCluster(cli, options, async (remote) => {
    const { signal } = cli.host;
    const asked = { kind: "launch-plan", ...plan } as const;
    const id = await asking(remote, asked, () => remote.activate(plan, { signal }));
    return tell(cli, id, true);
  });

/** `tsflyte launchplan deactivate` */
export const launchPlanDeactivate: Action<typeof launchPlanDeactivateSpec> = async (
  { arguments: plan, options },
  cli,
) =>
  await withCluster(cli, options, async (remote) => {
    const { signal } = cli.host;
    const asked = { kind: "launch-plan", ...plan } as const;
    const { id, isChanged } = await asking(remote, asked, async () => {
      const changed = await remote.deactivate(plan, { signal });
      if (changed !== undefined) return { id: changed, isChanged: true };
      // A plan that is not there has no active version either.
      const found = await remote.launchPlan(plan, { signal });
      return { id: found.id, isChanged: false };
    });
    if (isChanged) return tell(cli, id, false);
    const { project, domain, name } = id;
    cli.out.note(`No version of ${name} was active.`);
    cli.out.object({ kind: "launch-plan", project, domain, name, isActive: false, isChanged: false });
    return ExitCode.Success;
  });

function tell({ out }: Cli, { project, domain, name, version }: Identifier, isActive: boolean): ExitCode {
  out.object({ kind: "launch-plan", project, domain, name, version, isActive, isChanged: true });
  out.print(`${name} ${version} is ${isActive ? "active" : "inactive"}`);
  return ExitCode.Success;
}
