import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions, assertWellFormed } from "@flytekit-ts/core/tasks";
import { Phase } from "../messages/admin-enums.js";

/** Who is notified when an execution ends. Recipients are e-mail addresses, for all three services. */
export interface Notification {
  /** The ends of an execution that cause the notification. */
  readonly on: readonly ("succeeded" | "failed" | "aborted" | "timed-out")[];
  readonly email?: readonly string[] | undefined;
  readonly slack?: readonly string[] | undefined;
  readonly pagerDuty?: readonly string[] | undefined;
}

const KNOWN = new Set(["on", "email", "slack", "pagerDuty"]);
const PHASES = new Map<unknown, idl.WorkflowExecution_Phase>([
  ["succeeded", Phase.SUCCEEDED],
  ["failed", Phase.FAILED],
  ["aborted", Phase.ABORTED],
  ["timed-out", Phase.TIMED_OUT],
]);
const SERVICES = ["email", "pagerDuty", "slack"] as const;

/** One notification as IDL: one message for each service that it names. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function toIdlNotifications(notification: Notification, at: string): readonly admin.Notification[] {
  assertOptions(notification, KNOWN, at);
  const phases = listOf(notification.on, "on", at).map((end) => phaseOf(end, at));
  const messages = SERVICES.filter((service) => notification[service] !== undefined).map((service) => {
    const recipientsEmail = listOf(notification[service], service, at);
    if (!recipientsEmail.every((each) => typeof each === "string" && each !== "")) {
      const advice = `Give a list of strings that are not empty: \`${service}: ["ada@example.com"]\`.`;
      throw coreErrors.OPTION_INVALID({
        at,
        option: service,
        wanted: "addresses",
        given: recipientsEmail,
        advice,
      });
    }
    for (const each of recipientsEmail) assertWellFormed(each, service, at);
    const type: admin.Notification["type"] = { $case: service, value: { recipientsEmail, template: "" } };
    return { phases: [...phases], type };
  });
  if (messages.length > 0) return messages;
  throw coreErrors.OPTION_INVALID({
    at,
    option: "email",
    wanted: "recipients, unless slack or pagerDuty has some",
    given: undefined,
    advice: 'Say who is notified: `email: ["ada@example.com"]`.',
  });
}

function listOf<T>(value: readonly T[] | undefined, option: string, at: string): T[] {
  if (Array.isArray(value) && value.length > 0) return [...value];
  const example = option === "on" ? '"failed"' : '"ada@example.com"';
  const given = Array.isArray(value) ? { given: value, inWords: "an empty list" } : { given: value };
  const advice = `Give at least one, in a list: \`${option}: [${example}]\`.`;
  throw coreErrors.OPTION_INVALID({ at, option, wanted: "a list with at least one item", ...given, advice });
}

function phaseOf(end: unknown, at: string): idl.WorkflowExecution_Phase {
  const phase = PHASES.get(end);
  if (phase !== undefined) return phase;
  const wanted = '"succeeded", "failed", "aborted" or "timed-out"';
  const advice = "Give phases in which an execution ends: Flyte sends notifications only when it is over.";
  throw coreErrors.OPTION_INVALID({ at, option: "on", wanted, given: end, advice });
}
