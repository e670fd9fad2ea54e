import type { DescMessage } from "@bufbuild/protobuf";

/**
 * The Python class of a message, as flytekit writes it: its module, as `protoc` names it, and its own name. For a
 * message inside another, too, Python's own name is only the last part.
 */
export function pythonClass(schema: DescMessage, module = pythonModule(schema.file.name)): string {
  return `${module}.${schema.name}`;
}

/** The module that `protoc` makes for a file: `foo.bar_pb2` for `foo/bar.proto`. */
function pythonModule(file: string): string {
  return `${file
    .replace(/\.proto$/, "")
    .replaceAll("-", "_")
    .replaceAll("/", ".")}_pb2`;
}
