/** A field of an untrusted row, if it is a finite number. */
export function numberField(row: unknown, name: string): number | undefined {
  const value = field(row, name);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A field of an untrusted row, if it is a whole number. */
export function integerField(row: unknown, name: string): number | undefined {
  const value = field(row, name);
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

/** A field of an untrusted row, if it is a string with something in it. */
export function stringField(row: unknown, name: string): string | undefined {
  const value = field(row, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function field(row: unknown, name: string): unknown {
  if (typeof row !== "object" || row === null) return undefined;
  return Object.getOwnPropertyDescriptor(row, name)?.value;
}
