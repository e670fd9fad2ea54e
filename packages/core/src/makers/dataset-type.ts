import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { assertOptions, assertText, assertWellFormed } from "../options/options.js";
import { faultOfColumn } from "../transformers/dataset/dataset-columns.js";
import { datasetTransformer } from "../transformers/dataset/dataset.js";
import type { DatasetColumn, DatasetFormat } from "../types/dataset-format.js";
import type { FlyteType, Shape } from "../types/infer.js";
import { isType, makeType } from "../types/runtime-type.js";
import { isPlainObject } from "../words/plain-object.js";
import { innerType } from "./inner-type.js";
import { shallow } from "../types/depth-of.js";

const AT = "t.dataset";
const KNOWN: ReadonlySet<string> = new Set(["columns", "format", "formats"]);

/** Makes `t.dataset`. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `TYPE_UNKNOWN` */
export function dataset(options: unknown = {}): FlyteType<unknown, unknown> {
  return atCaller(dataset, () => {
    const advice = "Give an object: `t.dataset({ columns: { id: t.int() } })`.";
    assertOptions(options, KNOWN, AT, advice);
    const { columns, format, formats } = options as {
      readonly [option in "columns" | "format" | "formats"]?: unknown;
    };
    assertText(format, "format", AT);
    const declaration = {
      columns: columns === undefined ? undefined : columnsOf(columns),
      format: typeof format === "string" ? format : "",
      formats: formatsOf(formats),
    };
    return makeType({ transformer: shallow(datasetTransformer(declaration)) });
  });
}

// A dataset without columns is one whose rows may have any, as for Flyte.
function columnsOf(columns: unknown): readonly DatasetColumn[] | undefined {
  if (!isPlainObject(columns) || isType(columns))
    throw errors.OPTION_INVALID({
      at: AT,
      option: "columns",
      wanted: "types by name",
      given: columns,
      advice: "Name each column: `columns: { id: t.int() }`.",
    });
  const named = Object.entries(columns as Shape).map(([name, type]) => columnOf(name, type));
  return named.length === 0 ? undefined : named;
}

function columnOf(name: string, given: Shape[string]): DatasetColumn {
  const option = `columns.${name}`;
  assertWellFormed(name, option, AT);
  const type = innerType(given, `column ${name}`, AT);
  const fault = faultOfColumn(type);
  if (fault === undefined) return { name, type };
  throw errors.OPTION_INVALID({
    at: AT,
    option,
    wanted: "a type of which a column can have values",
    given: fault,
    inWords: fault,
    advice:
      "Use strings, numbers, booleans, datetimes, durations, enums, bytes, and lists, maps, records and optionals of them.",
  });
}

function formatsOf(formats: unknown = []): readonly DatasetFormat[] {
  if (Array.isArray(formats) && formats.every(isFormat)) return [...formats];
  throw errors.OPTION_INVALID({
    at: AT,
    option: "formats",
    wanted: "a list of formats",
    given: formats,
    advice: "Give formats such as those of @flytekit-ts/datasets: `formats: [parquet, csv]`.",
  });
}

function isFormat(format: unknown): format is DatasetFormat {
  if (typeof format !== "object" || format === null) return false;
  const { name, extensions, fileName, read, write } = format as {
    readonly [K in keyof DatasetFormat]?: unknown;
  };
  const isNamed = typeof name === "string" && typeof fileName === "string" && Array.isArray(extensions);
  return isNamed && typeof read === "function" && typeof write === "function";
}
