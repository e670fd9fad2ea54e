import { describeValue, textOf } from "@flytekit-ts/core/errors";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { type AsyncConnector, connectorWords } from "../definition/connector.js";
import { faultOfJson } from "../values/json-value.js";

/** What `create` returned, as the cluster keeps it: JSON. @throws `CONNECTOR_RESULT_INVALID` */
export function metadataBytes(connector: AsyncConnector, metadata: unknown): Uint8Array {
  const fault = faultOfJson(metadata);
  const isObject = typeof metadata === "object" && metadata !== null;
  if (isObject && fault === undefined) return new TextEncoder().encode(JSON.stringify(metadata));
  throw errors.CONNECTOR_RESULT_INVALID({
    connector: connectorWords(connector),
    operation: "create",
    problem: isObject
      ? `${fault?.path === "" ? "the metadata" : `metadata${fault?.path}`} is ${fault?.problem}, which JSON does not keep`
      : `the metadata is ${describeValue(metadata)}`,
    advice:
      "Return an object of texts, numbers, booleans and lists, by which `get` finds the job again: `{ jobId }`.",
  });
}

/** What came back of it. @throws `CONNECTOR_METADATA_UNREADABLE` */
export function readMetadata(connector: AsyncConnector, bytes: Uint8Array, operation: string): never {
  const fail = (problem: string, cause?: unknown): Error => {
    const params = { connector: connectorWords(connector), operation, size: bytes.length, problem };
    return errors.CONNECTOR_METADATA_UNREADABLE(params, cause === undefined ? {} : { cause });
  };
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw fail("it is no JSON");
  }
  if (typeof read !== "object" || read === null) throw fail(`it is ${describeValue(read)}`);
  try {
    return (connector.handlers.readMetadata?.(read) ?? read) as never;
  } catch (cause) {
    throw fail(textOf(cause), cause);
  }
}
