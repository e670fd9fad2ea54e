import type { Action } from "../../command/command.js";
import type { Cli } from "../../command/cli.js";
import { ExitCode } from "../../command/exit-code.js";
import type { ClusterValues } from "../../cluster/cluster-options.js";
import { launchPlans, projects, tasks, workflows } from "../../cluster/lists/entities.js";
import { executions } from "../../cluster/lists/executions.js";
import type { ListKind } from "../../cluster/lists/list-kind.js";
import type { ListValues } from "../../cluster/lists/list-options.js";
import { hasAny, questionOf, showList } from "../../cluster/lists/show-list.js";
import { notOnCluster } from "../../cluster/not-on-cluster.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { Remote } from "@flytekit-ts/remote";
import type {
  getExecutionsSpec,
  getLaunchPlansSpec,
  getProjectsSpec,
  getTasksSpec,
  getWorkflowsSpec,
} from "./spec.js";

type Values = ListValues & ClusterValues;

/** What a name that was given narrows a list to, and what to say if nothing is left. */
interface Named {
  readonly where: readonly string[];
  /** Conditions in place of these, if nothing fits them. */
  readonly or?: readonly string[] | undefined;
  readonly missing?: ((remote: Remote) => Promise<Error>) | undefined;
}

async function list<T>(
  kind: ListKind<T>,
  values: Values,
  cli: Cli,
  named: Named = { where: [] },
): Promise<ExitCode> {
  const narrowed = (where: readonly string[]): Values => ({ ...values, where: [...values.where, ...where] });
  const all = narrowed(named.where);
  // Before a cluster is looked for: a wrong option is told first.
  questionOf(kind, all);
  return await withCluster(cli, values, async (remote) => {
    const count =
      named.or !== undefined && !(await hasAny(kind, all, { remote, cli }))
        ? await showList(kind, narrowed(named.or), { remote, cli })
        : await showList(kind, all, { remote, cli });
    // With other conditions, that nothing is left says nothing about the name.
    if (count === 0 && named.missing !== undefined && values.where.length === 0)
      throw await named.missing(remote);
    return ExitCode.Success;
  });
}

const named = (kind: "task" | "workflow" | "launch-plan", name: string | undefined): Named =>
  name === undefined
    ? { where: [] }
    : { where: [`name=${name}`], missing: (remote) => notOnCluster(remote, { kind, name }) };

/** `tsflyte get tasks` */
export const getTasks: Action<typeof getTasksSpec> = ({ arguments: { name }, options }, cli) =>
  list(tasks, options, cli, named("task", name));

/** `tsflyte get workflows` */
export const getWorkflows: Action<typeof getWorkflowsSpec> = ({ arguments: { name }, options }, cli) =>
  list(workflows, options, cli, named("workflow", name));

/** `tsflyte get launchplans` */
export const getLaunchPlans: Action<typeof getLaunchPlansSpec> = ({ arguments: { name }, options }, cli) => {
  const { where, missing } = named("launch-plan", name);
  const active = options.active === true ? ["state=active"] : [];
  return list(launchPlans, options, cli, {
    where: [...where, ...active],
    missing: active.length === 0 ? missing : undefined,
  });
};

/** `tsflyte get executions` */
export const getExecutions: Action<typeof getExecutionsSpec> = ({ arguments: { name }, options }, cli) =>
  list(
    { ...executions, command: "tsflyte get executions" },
    options,
    cli,
    name === undefined ? undefined : { where: [`launchPlan=${name}`], or: [`task=${name}`] },
  );

/** `tsflyte get projects` */
export const getProjects: Action<typeof getProjectsSpec> = ({ arguments: { name }, options }, cli) =>
  list(projects, options, cli, name === undefined ? undefined : { where: [`id=${name}`] });
