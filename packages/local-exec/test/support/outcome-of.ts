import { isFlytekitError } from "@flytekit-ts/workflow";

/** How a run ends: `succeeded`, or the code of its error. */
export async function outcomeOf(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => "succeeded",
    (error: unknown) => (isFlytekitError(error) ? error.code : String(error)),
  );
}
