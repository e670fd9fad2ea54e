import { isFlytekitError } from "@flytekit-ts/core/errors";

/** Code, text and hint of the error of ours that something rejects with. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isFlytekitError(error)) throw error;
  return `${error.code}: ${error.text} ${error.hint}`;
}
