import { closest } from "@flytekit-ts/core/graph";
import { type RegisteredKind, remoteErrors, type Remote } from "@flytekit-ts/remote";
import { errors } from "../errors.js";
import { wrongPlace } from "./wrong-place.js";

/** How many names are looked at to find one that was meant. */
const MOST = 1000;
const LISTED = 100;

const ORDER = ["execution", "task", "workflow", "launch-plan"] as const;

/** What somebody asked for by its name. */
export interface Asked {
  readonly kind: RegisteredKind | "execution";
  /** What it may be as well, where only the name was given. */
  readonly others?: readonly RegisteredKind[] | undefined;
  readonly name: string;
  readonly version?: string | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}

/**
 * Ask a cluster for something by its name. If it is not there, the error says which name is near.
 *
 * @throws `NOT_ON_CLUSTER`, and what asking throws
 */
export async function asking<T>(remote: Remote, asked: Asked, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) throw error;
    throw await notOnCluster(remote, asked, error);
  }
}

/** The error for something that is not on a cluster. */
export async function notOnCluster(remote: Remote, asked: Asked, cause?: unknown): Promise<Error> {
  const { kind, others = [], name, version } = asked;
  const { project = remote.config.project ?? "", domain = remote.config.domain ?? "" } = asked;
  const misplaced = await wrongPlace(remote, { project, domain }, cause);
  if (misplaced !== undefined) return misplaced;
  const kinds = ORDER.filter((each) => each === kind || others.some((other) => other === each)).map((each) =>
    each.replace("-", " "),
  );
  const words = [kinds.slice(0, -1).join(", "), ...kinds.slice(-1)]
    .filter((each) => each !== "")
    .join(" or ");
  const of = `${words} ${JSON.stringify(name)}`;
  const what = version === undefined ? of : `version ${JSON.stringify(version)} of ${of}`;
  const place = { endpoint: remote.config.endpoint, project, domain };
  return errors.NOT_ON_CLUSTER(
    { what, ...place, ...(await nearest(remote, { ...asked, project, domain })) },
    { cause },
  );
}

// A second fault, such as a cluster that has gone meanwhile, says nothing new.
async function nearest(
  remote: Remote,
  asked: Asked,
): Promise<{ readonly closest?: string | undefined; readonly advice?: string | undefined }> {
  const { kind, name, version } = asked;
  try {
    const names = await namesOf(remote, asked);
    if (version === undefined || kind === "execution" || !names.includes(name))
      return { closest: closest(name, names) };
    const versions = await versionsOf(remote, { ...asked, kind });
    return {
      closest: closest(version, versions),
      advice: `Its versions are ${versions.slice(0, 5).join(", ")}.`,
    };
  } catch {
    return {};
  }
}

async function namesOf(remote: Remote, asked: Asked): Promise<readonly string[]> {
  const { kind, others = [], project, domain } = asked;
  if (kind === "execution")
    return await taken(remote.executions({ project, domain, pageSize: LISTED }), LISTED, ({ id }) => id.name);
  const names = [kind, ...others].map((each) =>
    taken(remote.namedEntities({ kind: each, project, domain }), MOST, ({ id }) => id?.name ?? ""),
  );
  return [...new Set((await Promise.all(names)).flat())];
}

async function versionsOf(
  remote: Remote,
  { kind, name, project, domain }: Asked & { readonly kind: RegisteredKind },
): Promise<readonly string[]> {
  const query = { name, project, domain, pageSize: LISTED };
  const version = ({ id }: { readonly id: { readonly version: string } }): string => id.version;
  if (kind === "task") return await taken(remote.tasks(query), LISTED, version);
  if (kind === "workflow") return await taken(remote.workflows(query), LISTED, version);
  return await taken(remote.launchPlans(query), LISTED, version);
}

async function taken<T>(
  listing: AsyncIterable<T>,
  most: number,
  nameOf: (each: T) => string,
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const each of listing) {
    names.push(nameOf(each));
    if (names.length >= most) break;
  }
  return names;
}
