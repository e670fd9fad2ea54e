import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { type Finding, problem, skipped } from "./finding.js";
import type { Check, Patient } from "./patient.js";

/** A finding, and the check that made it. */
export interface Examined extends Finding {
  readonly name: string;
}

/** Do all checks at once. One that throws or takes too long is a problem of its own, and the others go on. */
export async function examine(checks: readonly Check[], patient: Patient): Promise<readonly Examined[]> {
  const late = whenLate(patient.signal);
  const all = await Promise.all(checks.map((check) => inTime(check, patient, late)));
  return all.flat();
}

async function inTime(
  check: Check,
  patient: Patient,
  late: Promise<readonly Finding[]>,
): Promise<readonly Examined[]> {
  const found = await Promise.race([findings(check, patient), late]);
  return found.map((each) => ({ name: check.name, ...each }));
}

async function findings(check: Check, patient: Patient): Promise<readonly Finding[]> {
  if (check.needs === "project" && !(await hasProject(patient)))
    return [skipped("the configuration cannot be read")];
  try {
    const found = await check.examine(patient);
    return "status" in found ? [found] : found;
  } catch (error) {
    if (patient.signal.aborted) return LATE;
    if (isFlytekitError(error)) return [problem(error.text.replace(/\.$/, ""), error.hint)];
    return [problem(textOf(error), undefined)];
  }
}

async function hasProject(patient: Patient): Promise<boolean> {
  return await patient.project().then(
    () => true,
    () => false,
  );
}

const LATE: readonly Finding[] = [
  problem("it has not ended in time", "Look at the network, and at what the other checks say."),
];

function whenLate(signal: AbortSignal): Promise<readonly Finding[]> {
  // Whoever has noticed the signal says more, and comes first.
  return new Promise((resolve) => {
    const give = (): void => void setTimeout(() => resolve(LATE), 200);
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}
