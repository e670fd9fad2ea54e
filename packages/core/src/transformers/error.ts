import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { mismatch } from "../types/mismatch.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { hasOnly } from "../types/record-value.js";
import { isWellFormed } from "../words/plain-object.js";

/**
 * The error that Flyte passes to a failure handler: the message of the failed run, and the id of the failed node.
 */
export interface FlyteError {
  readonly message: string;
  readonly failedNodeId: string;
}

/** Flyte's own error values. A record cannot hold them. */
export const errorTransformer: TypeTransformer<FlyteError> = scalarTransformer<FlyteError>({
  tag: "FlyteError",
  words: "Flyte error { message, failedNodeId }",
  literalType: simpleType(SimpleType.ERROR),
  jsonSchema: undefined,
  accepts: isFlyteError,
  encode: (value) => ({ value: { $case: "error", value: partsOf(value as FlyteError) } }),
  decode(scalar) {
    const value = scalar.value?.$case === "error" ? partsOf(scalar.value.value) : undefined;
    return value !== undefined && isFlyteError(value) ? { value } : undefined;
  },
  write() {
    throw mismatch("a value that a record can hold", "a Flyte error");
  },
  read: () => undefined,
});

function isFlyteError(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!hasOnly(value, ["message", "failedNodeId"])) return false;
  const { message, failedNodeId } = value as Partial<FlyteError>;
  return [message, failedNodeId].every((text) => typeof text === "string" && isWellFormed(text));
}

function partsOf({ message, failedNodeId }: FlyteError): FlyteError {
  return { message, failedNodeId };
}
