// For clients and containers: the messages to register, in their order, and how a container finds a task again.
export type { SerializationSettings } from "@flytekit-ts/core/tasks";
export { allTasks } from "../resolver/all-tasks.js";
export { moduleResolver } from "../resolver/module-resolver.js";
export { serialize } from "../serialize/serialize.js";
export type { SerializedEntity } from "../serialize/serialized-entity.js";
export { withDefaultPlans } from "../serialize/with-default-plans.js";
