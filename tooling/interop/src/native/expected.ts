import type { Value } from "../description/type.js";
import { type Forms, partOf, rowsOf } from "./make-value.js";

/** The form of described values in which they are compared with what was decoded. */
export const expected: Forms = {
  union: (_variant, value) => value,
  stored: (type, value) => {
    switch (type.kind) {
      case "file":
        return { file: partOf(value, "bytes") };
      case "directory":
        return { directory: sorted(partOf(value, "files") as readonly (readonly [string, Value])[]) };
      case "dataset":
        return { rows: rowsOf(type.columns, value) };
    }
  },
};

function sorted(files: readonly (readonly [string, Value])[]): unknown {
  return files.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
