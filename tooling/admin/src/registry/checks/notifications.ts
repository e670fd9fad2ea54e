import type { Notification } from "@flytekit-ts/models/admin";
import { WorkflowExecution_Phase } from "@flytekit-ts/models/core";
import { invalidValue, missing } from "../../serving/refusal.js";

const { SUCCEEDED, FAILED, ABORTED, TIMED_OUT } = WorkflowExecution_Phase;
const ENDS: ReadonlySet<number> = new Set([SUCCEEDED, FAILED, ABORTED, TIMED_OUT]);

/**
 * Whether each notification says to whom and at which ends.
 *
 * @throws Refusal INVALID_ARGUMENT
 */
export function assertNotifications(notifications: readonly Notification[]): void {
  for (const { type, phases } of notifications) {
    if (type === undefined) throw invalidValue("notification type");
    const recipients = type.value.recipientsEmail;
    if (recipients.length === 0) throw missing("recipients");
    if (recipients.includes("")) throw missing("recipient");
    if (phases.some((phase) => !ENDS.has(phase))) throw invalidValue("phase");
  }
}
