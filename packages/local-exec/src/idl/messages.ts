// What journals and caches write, in a file of its own with no other message: `@flytekit-ts/models` has four times as much code.
export { encode } from "@flytekit-ts/models";
export { Binding, Literal, LiteralMap, Node, TypedInterface, VariableMap } from "@flytekit-ts/models/core";
