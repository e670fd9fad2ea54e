import { createFileRegistry, type DescMessage, type FileRegistry, fromBinary } from "@bufbuild/protobuf";
import { base64Decode } from "@bufbuild/protobuf/wire";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";

import { descriptors } from "../gen/descriptors.js";

let built: FileRegistry | undefined;

/**
 * Descriptors of the whole IDL. Built on the first call (about 40 ms) and kept.
 *
 * @internal Left out of the declarations, which would name a package that is not installed.
 */
export function idlRegistry(): FileRegistry {
  built ??= createFileRegistry(fromBinary(FileDescriptorSetSchema, base64Decode(descriptors)));
  return built;
}

/**
 * The descriptor of a message type.
 *
 * @throws Error if the IDL has no message with that name.
 * @internal
 */
export function messageDescriptor(typeName: string): DescMessage {
  const descriptor = idlRegistry().getMessage(typeName);
  if (descriptor === undefined) throw new Error(`the Flyte IDL has no message "${typeName}"`);
  return descriptor;
}
