import { fieldIn, isRecordValue, type RecordValue } from "../../types/record-value.js";
import type { RuntimeType } from "../../types/runtime-type.js";
import type { Storing, TypeTransformer } from "../../types/transformer.js";
import { storeInRecord } from "../../types/value-store.js";
import { segmentOf, setOwn } from "../../words/plain-object.js";
import { type PartWork, workOnParts } from "./work-on-parts.js";

type Fields = ReadonlyMap<string, RuntimeType>;

/** `storing` and `load` of records, if one of their fields has them. */
export function recordParts(fields: Fields): Pick<TypeTransformer<RecordValue>, "storing" | "load"> {
  const has = (method: "storing" | "load"): boolean =>
    [...fields.values()].some(({ transformer }) => transformer[method] !== undefined);
  return {
    ...(has("storing") ? { storing: (value) => storingFields(value, fields) } : {}),
    ...(has("load") ? { load: (value, store) => loadFields(value, fields, store) } : {}),
  };
}

const loadFields = async (
  value: RecordValue,
  fields: Fields,
  store: Parameters<Storing>[0],
): Promise<RecordValue> => {
  const works: PartWork<string>[] = [];
  for (const [key, { transformer }] of fields) {
    const item = value[key];
    if (transformer.load === undefined) continue;
    works.push({ key, segment: segmentOf(key), work: async () => transformer.load?.(item, store) });
  }
  const record = { ...value };
  await workOnParts(works, storeInRecord(store), (key, item) => setOwn(record, key, item));
  return record;
};

function storingFields(value: unknown, fields: Fields): Storing | undefined {
  if (!isRecordValue(value)) return undefined;
  const works: PartWork<string>[] = [];
  for (const [key, field] of fields) {
    if (field.transformer.storing === undefined) continue;
    const given = fieldIn(value, key);
    const work = field.transformer.storing(given === undefined ? field.default?.value : given);
    if (work !== undefined) works.push({ key, segment: segmentOf(key), work });
  }
  if (works.length === 0) return undefined;
  return async (store) => {
    const record: Record<string, unknown> = { ...value };
    // A getter of the author's class is a field, too, and is no own property.
    for (const key of fields.keys()) setOwn(record, key, fieldIn(value, key));
    await workOnParts(works, storeInRecord(store), (key, item) => setOwn(record, key, item));
    return record;
  };
}
