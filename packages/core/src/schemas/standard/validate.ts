import * as errors from "../../errors.js";
import { mismatch, refused } from "../../types/mismatch.js";
import { faultOfValue } from "../../types/fault-of-value.js";
import { describeValue } from "../../words/describe-value.js";
import { isLater } from "../../words/later.js";
import { segmentOf } from "../../words/plain-object.js";
import { isObject, type StandardProps } from "./standard-schema.js";

/** What a schema says of a value: what it makes of it, or why it refuses it. */
export type Outcome = { readonly value: unknown } | { readonly error: Error };

/** Validates a value. @throws `SCHEMA_ASYNC` if the schema would do it later */
export function validate(props: StandardProps, value: unknown): Outcome {
  const wanted = `what its ${props.vendor} schema takes`;
  let result: unknown;
  try {
    result = props.validate(value);
  } catch (cause) {
    return {
      error: errors.VALUE_TYPE_MISMATCH(
        { path: "", wanted: `${wanted} (which threw)`, given: describeValue(value) },
        { cause },
      ),
    };
  }
  if (!isObject(result)) return { error: mismatch(wanted, describeValue(value)) };
  if (isLater(result)) throw errors.SCHEMA_ASYNC({ vendor: props.vendor });
  const issues: unknown = Reflect.get(result, "issues");
  if (issues === undefined || issues === null) return { value: Reflect.get(result, "value") };
  return { error: issueError(wanted, value, Array.isArray(issues) ? issues[0] : undefined) };
}

/** What the schema makes of a value. @throws `VALUE_TYPE_MISMATCH`, `SCHEMA_ASYNC` */
export function accepted(props: StandardProps, value: unknown): unknown {
  const fault = faultOfValue(value);
  // A promise answers a schema's questions with errors about promises.
  if (fault !== undefined && fault !== "missing")
    throw refused(value, `what its ${props.vendor} schema takes`);
  const outcome = validate(props, value);
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

function issueError(wanted: string, value: unknown, issue: unknown): Error {
  const message: unknown = isObject(issue) ? Reflect.get(issue, "message") : undefined;
  const keys = keysOf(issue);
  const part = partOf(value, keys);
  const why = typeof message === "string" && message !== "" ? ` (${brief(message)})` : "";
  const path = keys.map((key) => (typeof key === "number" ? `[${key}]` : segmentOf(String(key)))).join("");
  return errors.VALUE_TYPE_MISMATCH({ path, wanted: `${wanted}${why}`, given: describeValue(part) });
}

function keysOf(issue: unknown): readonly unknown[] {
  const path: unknown = isObject(issue) ? Reflect.get(issue, "path") : undefined;
  if (!Array.isArray(path)) return [];
  // Not its own `map`: the path of arktype is of a class, whose `map` makes another path of it.
  return Array.from(path, (segment: unknown) => (isObject(segment) ? Reflect.get(segment, "key") : segment));
}

function partOf(value: unknown, keys: readonly unknown[]): unknown {
  let part = value;
  for (const key of keys) {
    if (!isObject(part)) return undefined;
    part = Object.hasOwn(part, key as PropertyKey) ? Reflect.get(part, key as PropertyKey) : undefined;
  }
  return part;
}

const LONGEST = 300;

function brief(message: string): string {
  const line = withoutValue(message.replaceAll(/\s+/g, " ")).replace(/\.$/, "");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}...`;
}

// arktype and valibot end with the value, and a string of it may be secret.
const VALUE = /:? (?:\(was|but received|Received|received|actual) /;

function withoutValue(message: string): string {
  const at = message.search(VALUE);
  return at !== -1 && message.includes('"', at) ? message.slice(0, at) : message;
}
