import type { Cli } from "../../command/cli.js";
import { entityObject } from "../../entities/entity-object.js";
import { entityTable } from "../../entities/entity-table.js";
import { helpStyle } from "../../help/help-style.js";
import { usageLines } from "../../help/parts.js";
import type { FoundEntity } from "../../sources/found-entity.js";

/** Where the entities of a list are, and where the list goes. */
export interface Listing {
  readonly file: string;
  /** The file as people read it. */
  readonly path: string;
  readonly cli: Cli;
}

/** What a file exports, for who did not say which to run. */
export function listEntities(found: readonly FoundEntity[], { file, path, cli }: Listing): void {
  const { out } = cli;
  for (const each of found) out.object(entityObject({ ...each, file }));
  if (found.length === 0) return out.print(`${path} exports no task, workflow or launch plan.`);
  const { host, globals } = cli;
  for (const line of usageLines(`tsflyte run ${path} EXPORT [INPUTS] [options]`, helpStyle(globals, host)))
    out.print(line);
  out.print("");
  entityTable(found, out);
  out.print(`\n\`tsflyte run ${path} EXPORT --help\` shows the inputs of one of them.`);
}
