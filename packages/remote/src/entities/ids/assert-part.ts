import { coreErrors } from "@flytekit-ts/core/errors";

/** Where a part of an identifier was given, for messages: `remote.task`. */
export interface PartAt {
  readonly at: string;
  readonly option: string;
}

// PostgreSQL, which flyteadmin asks, holds no NUL in a text. Some servers count bytes instead of characters.
const LONGEST = 255;

/**
 * A part of an identifier, checked before anything is sent.
 *
 * flyteadmin does not check what it is asked for: without a name or a version it answers with some entity, and activates
 * some plan. What others registered may have names that we would not give, so any text is taken here that can be one.
 *
 * @throws `OPTION_INVALID`
 */
export function assertPart(value: unknown, { at, option }: PartAt): string {
  const isPart =
    typeof value === "string" &&
    value.trim() !== "" &&
    value.length <= LONGEST &&
    value.isWellFormed() &&
    !value.includes("\0");
  if (isPart) return value;
  throw coreErrors.OPTION_INVALID({
    at,
    option,
    wanted: `a text of 1 to ${LONGEST} characters`,
    given: value,
    ...(typeof value === "string" && value.length > LONGEST ? { inWords: `${value.length} characters` } : {}),
  });
}
