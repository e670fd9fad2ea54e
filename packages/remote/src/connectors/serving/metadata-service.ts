import { Agent } from "@flytekit-ts/models/admin";
import type { AgentMetadataServiceDefinition } from "@flytekit-ts/models/service";
import type { ServiceImplementation } from "nice-grpc";
import type { Connector } from "../definition/connector.js";
import { notFound, type Serving } from "./serving.js";

/** The service by which the engine learns which task types are served. */
export function metadataService({
  registry,
}: Serving): ServiceImplementation<typeof AgentMetadataServiceDefinition> {
  return {
    getAgent: async ({ name }) => {
      const agent = agentsOf(registry.all()).find((each) => each.name === name);
      if (agent === undefined) throw notFound("Cannot find connector for name", name);
      return { agent };
    },
    listAgents: async () => ({ agents: agentsOf(registry.all()) }),
  };
}

/** Connectors as the engine lists them: those of one name together. */
function agentsOf(connectors: readonly Connector[]): Agent[] {
  const names = [...new Set(connectors.map(({ name }) => name))];
  return names.map((name) => {
    const ofName = connectors.filter((each) => each.name === name);
    return Agent.fromPartial({
      name,
      isSync: ofName.some(({ kind }) => kind === "sync"),
      supportedTaskTypes: ofName.map(({ taskType }) => taskType),
      supportedTaskCategories: ofName.map(({ taskType, version }) => ({ name: taskType, version })),
    });
  });
}
