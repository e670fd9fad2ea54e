import type { Output } from "../command/output.js";
import type { FoundEntity } from "../sources/found-entity.js";
import { interfaceWords } from "./interface-words.js";
import { kindWords, shownName } from "./shown-name.js";

/** An entity of a table, and the line that it is declared at, if that is shown. */
export interface Tabled extends Pick<FoundEntity, "export" | "entity"> {
  readonly line?: number | undefined;
}

/** A table of what modules export. Names are left out where all are those of the exports. */
export function entityTable(all: readonly Tabled[], out: Output): void {
  const hasNames = all.some((each) => each.export !== each.entity.name);
  const hasLines = all.some(({ line }) => line !== undefined);
  out.table(
    [
      { title: "export" },
      { title: "kind" },
      ...(hasNames ? [{ title: "name", gives: 1 }] : []),
      { title: "takes and gives", gives: 2 },
      ...(hasLines ? [{ title: "line", align: "right" } as const] : []),
    ],
    all.map(({ export: exported, entity, line }) => [
      exported,
      kindWords(entity.kind),
      ...(hasNames ? [shownName(entity.name)] : []),
      interfaceWords(entity.interface),
      ...(hasLines ? [String(line ?? "")] : []),
    ]),
  );
}
