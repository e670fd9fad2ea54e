import { atCaller } from "../errors/at-caller.js";
import { fileTransformer } from "../transformers/blobs/file.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { formatOf } from "./file-format.js";

/** Makes `t.file`. @throws `OPTION_INVALID` */
export function file(format?: string): FlyteType<unknown, unknown> {
  return atCaller(file, () => makeType({ transformer: fileTransformer(formatOf(format, "file")) }));
}
