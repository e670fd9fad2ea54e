import { resolve } from "node:path";
import type { Cli } from "../command/cli.js";
import { flagsOf, type InputFlag } from "../inputs/input-flags.js";
import { entitiesOf, findEntity } from "../sources/find-entity.js";
import type { Candidate } from "./completion.js";

/** The profiles of flyte.config.ts. */
export async function profiles(cli: Cli): Promise<readonly Candidate[]> {
  return (await cli.project()).profiles.map((text) => ({ text }));
}

/** The runs that are kept, the newest first. */
export async function runs(cli: Cli): Promise<readonly Candidate[]> {
  const [{ listRuns }, { runsFolder }] = await Promise.all([
    import("@flytekit-ts/local-exec/journal"),
    cli.project(),
  ]);
  const all = [...listRuns(runsFolder)].toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return all.map(({ id, state, entity = "" }) => ({ text: id, says: `${entity}, ${state}` }));
}

/** What a file exports that can be run. */
export async function entities(cli: Cli, file: string): Promise<readonly Candidate[]> {
  const found = await entitiesOf(resolve(cli.host.cwd, file), cli.host.signal);
  return found.map(({ export: text, entity }) => ({ text, says: `${entity.kind} ${entity.name}` }));
}

/** The flags of what a file exports. */
export async function inputs(cli: Cli, file: string, name: string): Promise<readonly InputFlag[]> {
  const { entity } = await findEntity(resolve(cli.host.cwd, file), name, cli.host.signal);
  return flagsOf(entity.interface);
}
