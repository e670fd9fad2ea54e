import { encode } from "@flytekit-ts/models";
import { Notification } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { toIdlNotifications } from "./notification.js";

const recipients = ["ops@example.com"];

describe("toIdlNotifications", () => {
  it("makes one message for each service", () => {
    const given = { on: ["failed"], email: recipients, slack: recipients, pagerDuty: recipients } as const;
    const messages = toIdlNotifications(given, "the plan");
    expect(messages.map(({ type }) => type?.$case)).toEqual(["email", "pagerDuty", "slack"]);
  });

  it.each(["email", "pagerDuty", "slack"] as const)("is whole in its bytes, for %s", (service) => {
    const [message] = toIdlNotifications({ on: ["failed", "timed-out"], [service]: recipients }, "the plan");
    if (message === undefined) throw new Error("no message");
    expect(Notification.decode(encode(Notification, message))).toEqual(message);
    expect(message.type?.value).toEqual({ recipientsEmail: recipients, template: "" });
  });
});
