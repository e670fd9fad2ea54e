import type { Notification } from "@flytekit-ts/models/admin";
import { errors } from "../../errors.js";
import { Phase } from "../../messages/admin-enums.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

const FINAL: ReadonlySet<number> = new Set(Object.values(Phase));

/**
 * A notification has a way, recipients, and phases in which an execution ends (validateNotifications).
 *
 * flyteadmin takes one without phases, which is never sent. Whether a recipient is an address it does not ask.
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
    ...(way?.value == null ? ["says no way to notify by"] : recipientFaults(recipients)),
    ...(phases.length === 0 ? ["has no phases, and is never sent"] : []),
    ...(phases.every((phase) => FINAL.has(phase)) ? [] : ["has a phase in which no execution ends"]),
  ];
}

function recipientFaults(recipients: readonly string[]): readonly string[] {
  if (recipients.length === 0) return ["has no recipients"];
  return recipients.some((recipient) => textOf(recipient) === "") ? ["has an empty recipient"] : [];
}
