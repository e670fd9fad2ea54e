import { textOf } from "@flytekit-ts/core/errors";
import type { Connector } from "../definition/connector.js";
import { defineConnector } from "../definition/define-connector.js";

/** The connector for tasks of type `webhook`, which sends their requests. */
export function webhookConnector(): Connector {
  return defineConnector({
    taskType: "webhook",
    name: "Webhook Connector",
    sync: async ({ custom, literals }, context) => {
      // The client for HTTP is loaded with the first request.
      const { callWebhook } = await import("./call-webhook.js");
      try {
        return await callWebhook(custom, literals, context);
      } catch (error) {
        context.signal.throwIfAborted();
        return { phase: "FAILED", message: textOf(error) };
      }
    },
  });
}
