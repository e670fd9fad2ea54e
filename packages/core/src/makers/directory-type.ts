import { atCaller } from "../errors/at-caller.js";
import { directoryTransformer } from "../transformers/blobs/directory.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { formatOf } from "./file-format.js";

/** Makes `t.directory`. @throws `OPTION_INVALID` */
export function directory(format?: string): FlyteType<unknown, unknown> {
  return atCaller(directory, () =>
    makeType({ transformer: directoryTransformer(formatOf(format, "directory")) }),
  );
}
