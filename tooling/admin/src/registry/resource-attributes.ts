import type { State } from "../state/state.js";
import { type AttributesRow, attributes } from "./tables.js";

/** For what attributes are asked. */
export type Scope = Pick<AttributesRow, "resource" | "project" | "domain" | "workflow">;

/** The attributes that hold for a scope: those of the workflow before those of the domain, and those before those of the project. */
export function attributesFor(state: State, scope: Scope): AttributesRow | undefined {
  const fits = state
    .table(attributes)
    .rows()
    .filter(
      (row) =>
        row.resource === scope.resource &&
        (["project", "domain", "workflow"] as const).every(
          (part) => row[part] === "" || row[part] === scope[part],
        ),
    );
  return fits.toSorted((one, other) => depthOf(other) - depthOf(one))[0];
}

/** For how narrow a scope attributes are. */
export function depthOf({ project, domain, workflow }: AttributesRow): number {
  return [project, domain, workflow].filter((part) => part !== "").length;
}
