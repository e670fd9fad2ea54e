import { encode } from "@flytekit-ts/models";
import { Notification } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { refusal } from "../../test/support/refusal.js";
import { type Notification as Given, toIdlNotifications } from "./notification.js";

const AT = "notifications[0] of launch plan p";
const lower = (given: unknown) => toIdlNotifications(given as Given, AT);

describe("toIdlNotifications", () => {
  it.each([
    ["email", "email"],
    ["slack", "slack"],
    ["pagerDuty", "pagerDuty"],
  ])("is a message of the service, whole in its bytes: %s", (service, $case) => {
    const messages = lower({ on: ["failed"], [service]: ["ops@example.com"] });
    expect(messages).toEqual([
      { phases: [6], type: { $case, value: { recipientsEmail: ["ops@example.com"], template: "" } } },
    ]);
    expect(messages.map((message) => Notification.decode(encode(Notification, message)))).toEqual(messages);
  });

  it("is one for each service that is named, for all ends", () => {
    const on = ["succeeded", "failed", "aborted", "timed-out"];
    expect(lower({ on, slack: ["s@x"], email: ["e@x", "f@x"], pagerDuty: undefined })).toEqual([
      {
        phases: [4, 6, 7, 8],
        type: { $case: "email", value: { recipientsEmail: ["e@x", "f@x"], template: "" } },
      },
      { phases: [4, 6, 7, 8], type: { $case: "slack", value: { recipientsEmail: ["s@x"], template: "" } } },
    ]);
  });

  const email = ["ops@example.com"];
  const hole: string[] = [];
  hole.length = 1;
  it.each<[unknown, string, string]>([
    [undefined, "OPTIONS_NOT_AN_OBJECT", `The options of ${AT} must be one object, but nothing was given.`],
    ["ops@example.com", "OPTIONS_NOT_AN_OBJECT", "but a string was given."],
    [{ on: ["failed"], mail: email }, "OPTION_UNKNOWN", `There is no option \`mail\` for ${AT}.`],
    [
      { email },
      "OPTION_INVALID",
      `The option \`on\` of ${AT} takes a list with at least one item, but was given nothing.`,
    ],
    [
      { on: [], email },
      "OPTION_INVALID",
      "takes a list with at least one item, but was given an empty list.",
    ],
    [
      { on: "failed", email },
      "OPTION_INVALID",
      'takes a list with at least one item, but was given "failed".',
    ],
    [
      { on: ["running"], email },
      "OPTION_INVALID",
      `The option \`on\` of ${AT} takes "succeeded", "failed", "aborted" or "timed-out", but was given "running".`,
    ],
    [{ on: ["FAILED"], email }, "OPTION_INVALID", 'but was given "FAILED".'],
    [{ on: [6], email }, "OPTION_INVALID", "but was given 6."],
    [{ on: [undefined], email }, "OPTION_INVALID", "but was given nothing."],
    [
      { on: ["failed"] },
      "OPTION_INVALID",
      `The option \`email\` of ${AT} takes recipients, unless slack or pagerDuty has some, but was given nothing.`,
    ],
    [{ on: ["failed"], email: [] }, "OPTION_INVALID", "takes a list with at least one item"],
    [{ on: ["failed"], slack: "ops" }, "OPTION_INVALID", "The option `slack` of"],
    [
      { on: ["failed"], slack: null },
      "OPTION_INVALID",
      "takes a list with at least one item, but was given null.",
    ],
    [{ on: ["failed"], email: [""] }, "OPTION_INVALID", "takes addresses, but was given an array."],
    [{ on: ["failed"], email: [5] }, "OPTION_INVALID", "takes addresses"],
    [{ on: ["failed"], email: hole }, "OPTION_INVALID", "takes addresses"],
  ])("refuses %o", (given, code, text) => {
    expect(refusal(() => lower(given))).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
    });
  });
});
