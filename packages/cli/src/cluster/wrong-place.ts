import { closest } from "@flytekit-ts/core/graph";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { remoteErrors, type Remote } from "@flytekit-ts/remote";
import { errors } from "../errors.js";

/** A project and one of its domains. */
export interface Place {
  readonly project: string;
  readonly domain: string;
}

/** How many projects are looked at to find one that was meant. */
const MOST = 1000;

/**
 * The error for a project or domain that a cluster does not have, with the nearest that it has; undefined if it has both, or
 * does not say. A cluster itself mostly finds nothing there, as in a place that is empty.
 */
export async function wrongPlace(
  remote: Remote,
  { project, domain }: Place,
  cause?: unknown,
): Promise<Error | undefined> {
  const { endpoint } = remote.config;
  try {
    const domains = await domainsOf(remote, project);
    if (domains === undefined) {
      const near = closest(project, await projectsOf(remote));
      return errors.NOT_ON_CLUSTER(
        { what: `project ${JSON.stringify(project)}`, endpoint, closest: near, advice: LIST },
        { cause },
      );
    }
    if (domains.length === 0 || domains.includes(domain)) return undefined;
    const what = `domain ${JSON.stringify(domain)}`;
    const advice = `Its domains are ${domains.join(", ")}.`;
    const near = closest(domain, domains);
    return errors.NOT_ON_CLUSTER({ what, project, endpoint, closest: near, advice }, { cause });
  } catch (error) {
    // A second fault, such as a call that is not permitted, says nothing new.
    if (isFlytekitError(error)) return undefined;
    throw error;
  }
}

const LIST = "`tsflyte get projects` lists those that there are.";

async function domainsOf(remote: Remote, project: string): Promise<readonly string[] | undefined> {
  try {
    return (await remote.project(project)).domains.map(({ id }) => id);
  } catch (error) {
    if (remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return undefined;
    throw error;
  }
}

async function projectsOf(remote: Remote): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of remote.projects()) if (ids.push(id) >= MOST) break;
  return ids;
}
