import { Project_ProjectState, type Projects } from "@flytekit-ts/models/admin";
import type { Gateway } from "./start-oauth.js";

/** What flyteadmin offers over HTTP besides gRPC, as far as it is needed to test tokens there. */
export function apiGateway(listProjects: () => Promise<Projects>): Gateway {
  return {
    "/api/v1/projects": async () => {
      const { projects, token } = await listProjects();
      const shown = projects.map(({ id, name, domains, description, labels, state, org }) => ({
        id,
        name,
        domains: domains.map(({ id, name }) => ({ id, name })),
        description,
        labels: labels ?? null,
        state: nameOf(state),
        org,
      }));
      return { projects: shown, token };
    },
  };
}

function nameOf(state: Project_ProjectState): string | undefined {
  return Object.entries(Project_ProjectState).find(([, number]) => number === state)?.[0];
}
