import { InactiveProject, Project_ProjectState } from "@flytekit-ts/models/admin";
import { detailOf, Refusal, refused } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";
import { DOMAINS } from "../domains.js";
import { type ProjectRow, projects } from "../tables.js";

/** A project by its id. Without one it is the first: the database is asked without it. @throws Refusal NOT_FOUND */
export function projectNamed(state: State, id: string): ProjectRow {
  const table = state.table(projects);
  const row = id === "" ? table.rows()[0] : table.get(id);
  if (row === undefined) throw refused.notFound(`project [${id}] not found`);
  return row;
}

/** @throws Refusal INVALID_ARGUMENT if the project is archived */
export function assertActive({ project }: ProjectRow): void {
  if (project.state === Project_ProjectState.ACTIVE) return;
  const detail = detailOf(InactiveProject, { id: project.id, org: "" });
  throw refused.invalid(`project [${project.id}] is not active`, detail);
}

/**
 * Whether a project is there and active, and the server has the domain.
 *
 * @throws Refusal INVALID_ARGUMENT if not.
 */
export function assertProjectAndDomain(state: State, project: string, domain: string): void {
  let row: ProjectRow;
  try {
    row = projectNamed(state, project);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused.invalid(
      `failed to validate that project [${project}] and domain [${domain}] are registered, err: [${error.message}]`,
    );
  }
  assertActive(row);
  if (!DOMAINS.some(({ id }) => id === domain))
    throw refused.invalid(`domain [${domain}] is unrecognized by system`);
}
