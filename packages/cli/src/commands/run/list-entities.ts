import type { Output } from "../../command/output.js";
import { entityObject } from "../../entities/entity-object.js";
import { interfaceWords } from "../../entities/interface-words.js";
import type { FoundEntity } from "../../sources/found-entity.js";

/** Where the entities of a list are, and where the list goes. */
export interface Listing {
  readonly file: string;
  /** The file as people read it. */
  readonly path: string;
  readonly out: Output;
}

/** What a file exports, for who did not say which to run. */
export function listEntities(found: readonly FoundEntity[], { file, path, out }: Listing): void {
  for (const each of found) out.object(entityObject({ ...each, file }));
  if (found.length === 0) return out.print(`${path} exports no task, workflow or launch plan.`);
  out.table(
    [{ title: "export" }, { title: "kind" }, { title: "name" }, { title: "takes and gives", gives: 1 }],
    found.map(({ export: exported, entity }) => [
      exported,
      entity.kind,
      entity.name,
      interfaceWords(entity.interface),
    ]),
  );
  out.print(`\n\`tsflyte run ${path} EXPORT\` runs one of them, and with \`--help\` shows its inputs.`);
}
