import { coreErrors } from "@flytekit-ts/core/errors";

/** Refuse options that a kind of task decides itself. @throws `OPTION_UNKNOWN` */
export function refuseOptions(
  declaration: object,
  {
    at,
    refused,
    known,
  }: { readonly at: string; readonly refused: readonly string[]; readonly known: readonly string[] },
): void {
  const option = refused.find((each) => Object.hasOwn(declaration, each));
  if (option !== undefined) throw coreErrors.OPTION_UNKNOWN({ at, option, known });
}
