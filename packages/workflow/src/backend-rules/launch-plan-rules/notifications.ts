import type { Notification } from "@flytekit-ts/models/admin";
import * as errors from "../../errors.js";
import { Phase } from "../../messages/admin-enums.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

const FINAL: ReadonlySet<number> = new Set(Object.values(Phase));

/**
 * A notification has a way to notify, recipients, and phases in which an execution ends (validateNotifications).
 *
 * flyteadmin accepts a notification without phases, which is never sent. It does not check whether recipients are
 * addresses.
 */
export function notificationProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  const notifications = itemsOf(spec.entityMetadata?.notifications);
  return notifications.flatMap((notification, position) =>
    faultsOf(notification).map((problem) =>
      toProblem(errors.NOTIFICATION_INVALID({ at, index: position + 1, problem }), {}),
    ),
  );
}

function faultsOf(notification: Notification | undefined): readonly string[] {
  const way = notification?.type;
  const recipients = itemsOf(way?.value?.recipientsEmail);
  const phases = itemsOf(notification?.phases);
  return [
    ...(way?.value == null ? ["does not say how to notify"] : recipientFaults(recipients)),
    ...(phases.length === 0 ? ["has no phases, so it is never sent"] : []),
    ...(phases.every((phase) => FINAL.has(phase)) ? [] : ["has a phase in which no execution ends"]),
  ];
}

function recipientFaults(recipients: readonly string[]): readonly string[] {
  if (recipients.length === 0) return ["has no recipients"];
  return recipients.some((recipient) => textOf(recipient) === "") ? ["has an empty recipient"] : [];
}
