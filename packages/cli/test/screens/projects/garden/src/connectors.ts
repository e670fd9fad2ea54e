import { defineConnector } from "@flytekit-ts/remote/connectors";

export const ping = defineConnector({
  taskType: "ping",
  sync: () => ({ phase: "SUCCEEDED", message: "pong" }),
});
