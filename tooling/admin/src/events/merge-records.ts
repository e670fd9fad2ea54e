/** JSON of an object. */
type JsonRecord = { [key: string]: unknown };

/** A record with the fields of another, which count more: merged as RFC 7396 says, so that null takes a field away. */
export function mergeRecords(
  existing: JsonRecord | undefined,
  latest: JsonRecord | undefined,
): JsonRecord | undefined {
  if (existing === undefined || latest === undefined) return latest ?? existing;
  const merged = new Map(Object.entries(existing));
  for (const [key, value] of Object.entries(latest)) {
    const before = merged.get(key);
    if (value === null) merged.delete(key);
    else merged.set(key, isRecord(value) ? mergeRecords(isRecord(before) ? before : {}, value) : value);
  }
  return Object.fromEntries(merged);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
