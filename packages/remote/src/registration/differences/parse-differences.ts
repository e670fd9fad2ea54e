import type { Difference } from "../../errors/parts/difference.js";

const BEGIN = /\n(?=\/[^\n]*:\n\t- )/;
const PART = /^(\/[^\n]*):\n\t- ([\s\S]*?) ?\n\t\+ ([\s\S]*)$/;

/**
 * The differences that flyteadmin names where an entity is registered with another structure. None if its words have
 * another form.
 *
 *     /template/metadata/retries/retries:
 *         - 3
 *         + 9
 */
export function parseDifferences(said: string): readonly Difference[] {
  return said.split(BEGIN).flatMap((part) => {
    const [, path, registered, given] = PART.exec(part) ?? [];
    if (path === undefined || registered === undefined || given === undefined) return [];
    return [{ path, registered: plain(registered), given: plain(given) }];
  });
}

function plain(text: string): string {
  const trimmed = text.trim();
  return trimmed === "<nil>" ? "nothing" : trimmed;
}

/** Whether the values of differences are those of one field each. Flyte prints others as the Go program holds them. */
export function areReadable(differences: readonly Difference[]): boolean {
  return (
    differences.length > 0 &&
    differences.every(
      ({ registered, given }) => ![registered, given].some((text) => /\bmap\[|^\[/.test(text)),
    )
  );
}
