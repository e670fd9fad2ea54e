import { type Project, Project_ProjectState, Sort_Direction } from "@flytekit-ts/models/admin";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { filterRows, orderRows, pageOf, parseToken, type Source } from "../query/list-rows.js";
import { parseFilters } from "../query/filters.js";
import { parseSort } from "../query/sort.js";
import type { Handlers } from "../serving/handlers.js";
import { missing, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State } from "../state/state.js";
import { assertLabels, labelFaults } from "./checks/labels.js";
import { projectNamed } from "./checks/project-and-domain.js";
import { DOMAINS } from "./domains.js";
import { type ProjectRow, projects as table } from "./tables.js";

const BY_ID = { key: "identifier", direction: Sort_Direction.ASCENDING };
/** Without a filter, archived projects are left out. */
const ALL = "ne(state,1)";

/** Registering, updating and listing projects, of which some are there at first. */
export function projects(
  { state, clock }: Backend,
  seeds: readonly string[],
): Handlers<typeof AdminServiceDefinition> {
  const projectsTable = state.table(table);
  for (const id of seeds) {
    const at = clock.timestamp();
    const project = newProject(id, id, `${id} description`);
    projectsTable.insert(id, { project, createdAt: at, updatedAt: at });
  }
  return {
    registerProject: ({ project }) => {
      if (project === undefined) throw missing("project");
      if (project.name === "") throw missing("project_name");
      assertProject(project);
      const at = clock.timestamp();
      projectsTable.insert(project.id, { project, createdAt: at, updatedAt: at });
      return {};
    },
    updateProject: (change) => {
      const { project } = projectNamed(state, change.id);
      assertProject(change);
      projectsTable.update(change.id, { project: changed(project, change), updatedAt: clock.timestamp() });
      return {};
    },
    getProject: ({ id }) => {
      if (id === "") throw missing("project_id");
      return shown(projectNamed(state, id));
    },
    listProjects: (request) => {
      const filters = parseFilters(request.filters === "" ? ALL : request.filters, "project");
      const order = parseSort(request.sortBy ?? BY_ID, "project");
      const offset = parseToken(request.token, "ListProjects");
      const source = sourceOf(state);
      const rows = orderRows(filterRows(source, filters), source.columns, order);
      const page = pageOf(rows, request.limit, offset);
      return { projects: page.rows.map(shown), token: page.token };
    },
  };
}

function newProject(id: string, name: string, description: string): Project {
  return {
    id,
    name,
    description,
    domains: [],
    labels: undefined,
    state: Project_ProjectState.ACTIVE,
    org: "",
  };
}

function assertProject({ id, name, description, labels, domains }: Project): void {
  if (id === "") throw missing("project_id");
  assertLabels(labels);
  const faults = labelFaults(id);
  if (faults.length > 0) throw refused.invalid(`invalid project id [${id}]: [${faults.join(" ")}]`);
  assertLength(name, "project_name", 64);
  assertLength(description, "project_description", 300);
  if (domains.length > 0)
    throw refused.invalid(
      "Domains are currently only set system wide. Please retry without domains included in your request.",
    );
}

function assertLength(text: string, what: string, most: number): void {
  if (Buffer.byteLength(text) > most) throw refused.invalid(`${what} cannot exceed ${most} characters`);
}

/** Empty fields of a change leave the project as it is, except for its state. */
function changed(project: Project, change: Project): Project {
  return {
    ...project,
    name: change.name === "" ? project.name : change.name,
    description: change.description === "" ? project.description : change.description,
    labels: change.labels ?? project.labels,
    state: change.state,
  };
}

function shown({ project }: ProjectRow): Project {
  return { ...project, domains: [...DOMAINS] };
}

function sourceOf(state: State): Source<ProjectRow & { readonly rowId: number }> {
  return {
    entity: "project",
    rows: state.table(table).rows(),
    columns: ({ project, rowId, createdAt, updatedAt }) => ({
      id: rowId,
      created_at: createdAt,
      updated_at: updatedAt,
      identifier: project.id,
      name: project.name,
      description: project.description,
      state: project.state,
    }),
  };
}
