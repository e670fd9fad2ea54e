import {
  type GetVersionResponse,
  Project_ProjectState,
  ProjectListRequest,
  type Projects,
} from "@flytekit-ts/models/admin";
import type { Gateway } from "./start-oauth.js";

/** Asks the service behind the gateway. */
export type Ask = (method: string, request: unknown) => Promise<unknown>;

/** What flyteadmin offers over HTTP besides gRPC, as far as it is needed to test tokens there. */
export function apiGateway(ask: Ask): Gateway {
  return {
    "/api/v1/version": async () => {
      const { controlPlaneVersion } = (await ask("GetVersion", {})) as GetVersionResponse;
      const { Build, Version, BuildTime } = controlPlaneVersion ?? {};
      return { controlPlaneVersion: { Build, Version, BuildTime } };
    },
    "/api/v1/projects": async () => {
      const { projects, token } = (await ask("ListProjects", ProjectListRequest.create({}))) as Projects;
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
