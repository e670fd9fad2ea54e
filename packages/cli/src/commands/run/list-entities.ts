import type { Output } from "../../command/output.js";
import type { FoundEntity } from "../../sources/found-entity.js";

/** What a file exports, for who did not say which to run. */
export function listEntities(found: readonly FoundEntity[], file: string, out: Output): void {
  out.object({
    kind: "entities",
    file,
    entities: found.map((each) => ({ export: each.export, kind: each.entity.kind, name: each.entity.name })),
  });
  if (found.length === 0) return out.print(`${file} exports no task, workflow or launch plan.`);
  out.table(
    [{ title: "export" }, { title: "kind" }, { title: "name" }],
    found.map((each) => [each.export, each.entity.kind, each.entity.name]),
  );
}
