import { packErrors } from "../errors/pack-errors.js";

const NUMBERS = { task: 1, workflow: 2, "launch-plan": 3 } as const;

/** Names of files have at most this many bytes on the usual disks, and flytectl unpacks the archive. */
const LONGEST = 255;

/**
 * The file of a message in a package. flytectl registers in the order of names, and takes the type from the number at the
 * end.
 *
 * @throws `PACKAGE_NAME_TOO_LONG`
 */
export function memberName(
  { kind, name }: { readonly kind: keyof typeof NUMBERS; readonly name: string },
  index: number,
  count: number,
): string {
  const number = String(index).padStart(String(count - 1).length, "0");
  const file = `${number}_${name}_${NUMBERS[kind]}.pb`;
  const bytes = Buffer.byteLength(file);
  if (bytes > LONGEST) throw packErrors.PACKAGE_NAME_TOO_LONG({ name: file, bytes });
  return file;
}
