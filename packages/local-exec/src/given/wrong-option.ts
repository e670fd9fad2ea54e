import { coreErrors, describeValue } from "@flytekit-ts/core/errors";

/** An option that is wrong. The value is described and not shown. */
export function wrong(
  params: { readonly at: string; readonly option: string; readonly wanted: string; readonly advice: string },
  given: unknown,
): Error {
  const inWords = describeValue(given);
  return coreErrors.OPTION_INVALID({ ...params, given: inWords, inWords });
}
