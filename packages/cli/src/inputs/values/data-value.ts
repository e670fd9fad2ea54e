import { decodeLiteral, msgpackLiteral } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import { type Data, isList, isObject } from "../documents/data.js";
import { jsonText } from "../documents/json-text.js";
import { type Kind, kindOf } from "../kinds/kind-of.js";
import { schemaShape } from "../kinds/schema-shape.js";
import { requiredFields, typeWords } from "../kinds/type-words.js";
import { fitSchema } from "./fit-schema.js";
import { fitting, problemOf } from "./fitting.js";
import { leafOfData } from "./leaf-of-data.js";
import { type AroundData, at, type Outcome, shown } from "./outcome.js";
import { packData, plainData } from "./pack-data.js";
import { unionOfData } from "./union-of-data.js";
import { isNot } from "./is-not.js";

/** The value that data of JSON or YAML stands for. */
export function dataValue(transformer: TypeTransformer, data: Data, around: AroundData): Outcome {
  return ofKind(kindOf(transformer), { transformer, data, around });
}

interface Given {
  readonly transformer: TypeTransformer;
  readonly data: Data;
  readonly around: AroundData;
}

function ofKind(kind: Kind, given: Given): Outcome {
  const { transformer, data, around } = given;
  switch (kind.kind) {
    case "list":
      return isList(data) ? ofList(kind.element, data, given) : misfit(given);
    case "map":
      return isObject(data) ? ofMap(kind.value, data, given) : misfit(given);
    case "record":
      return isObject(data) ? ofRecord(kind.fields, data, given) : misfit(given);
    case "union":
      return unionOfData(transformer, { variants: kind.variants, data, around }, dataValue);
    case "json":
      return isObject(data) ? ofJson(given) : misfit(given);
    case "error":
      return isObject(data) ? whole(given, plainData(data)) : misfit(given);
    default: {
      const outcome = leafOfData(kind, transformer, data, around);
      if (outcome === undefined) return misfit(given);
      // An author's type has said what it takes; that a string is any text would deny it.
      const isOwnRefusal =
        kind.kind === "string" && "problem" in outcome && outcome.problem.startsWith("is refused: ");
      return "value" in outcome
        ? outcome
        : {
            problem: `${brief(data)} ${outcome.problem}${isOwnRefusal ? "" : `; ${typeWords(transformer).fits}`}`,
          };
    }
  }
}

/** What is said of data that is of no use for a type. */
function misfit({ transformer, data }: Given): Outcome {
  const { name, fits } = typeWords(transformer);
  return { problem: `${brief(data)} ${isNot(name)}; ${fits}` };
}

function brief(data: Data): string {
  return typeof data === "string" ? shown(data) : cut(jsonText(data));
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function ofList(element: TypeTransformer, items: readonly Data[], given: Given): Outcome {
  const values: unknown[] = [];
  for (const [i, item] of items.entries()) {
    const outcome = dataValue(element, item, given.around);
    if (!("value" in outcome)) return { problem: at(`[${i}]`, outcome.problem) };
    values.push(outcome.value);
  }
  return whole(given, values);
}

function ofMap(value: TypeTransformer, entries: ReadonlyMap<string, Data>, given: Given): Outcome {
  const values: [string, unknown][] = [];
  for (const [key, item] of entries) {
    const outcome = dataValue(value, item, given.around);
    if (!("value" in outcome)) return { problem: at(segment(key), outcome.problem) };
    values.push([key, outcome.value]);
  }
  return whole(given, Object.fromEntries(values));
}

function ofRecord(
  fields: ReadonlyMap<string, TypeTransformer>,
  entries: ReadonlyMap<string, Data>,
  given: Given,
): Outcome {
  const { transformer, around } = given;
  const values: [string, unknown][] = [];
  for (const [key, item] of entries) {
    const field = fields.get(key);
    if (field === undefined) {
      around.note(`${transformer.words} has no field ${shown(key)}: it is left out`);
      continue;
    }
    const outcome = dataValue(field, item, { ...around, isInRecord: true });
    if (!("value" in outcome)) return { problem: at(segment(key), outcome.problem) };
    values.push([key, outcome.value]);
  }
  const missing = [...requiredFields(transformer)].find((name) => fields.has(name) && !entries.has(name));
  const type = missing === undefined ? undefined : fields.get(missing);
  if (missing !== undefined && type !== undefined)
    return {
      problem: `${segment(missing)}: it is missing, and should be ${typeWords(type).name}; ${typeWords(transformer).fits}`,
    };
  return whole(given, Object.fromEntries(values));
}

function ofJson({ transformer, data: given, around }: Given): Outcome {
  const shape = schemaShape(transformer);
  const data = shape === undefined ? given : fitSchema(shape.root, given, { root: shape.root, around });
  const packed = packData(data);
  if (packed === undefined)
    return {
      problem: `${brief(data)} has an integer beyond 64 bits, which Flyte does not hold; ${typeWords(transformer).fits}`,
    };
  try {
    return whole({ transformer, data, around }, decodeLiteral(transformer, msgpackLiteral(packed)));
  } catch {
    // A type of an author or a schema, which reads something else than it takes.
    return whole({ transformer, data, around }, plainData(data));
  }
}

function whole({ transformer, data }: Given, value: unknown): Outcome {
  const fits = fitting(transformer, { plain: [value, plainData(data)] });
  return "value" in fits
    ? fits
    : { problem: `${brief(data)} is refused: ${problemOf(fits.error)}; ${typeWords(transformer).fits}` };
}

function segment(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${shown(key)}]`;
}
