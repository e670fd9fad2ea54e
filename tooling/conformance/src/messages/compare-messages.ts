import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { JsonValue } from "@flytekit-ts/models/json";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { type Difference, findDifferences } from "./find-differences.js";
import type { Comparable, Comparables, KnownDifference } from "./known-differences.js";
import { decodeToJson, KINDS, type ReferenceMessage } from "./reference.js";
import { toComparable } from "./to-comparable.js";

/** A message that is not as flytekit's, or that only one of us has. */
export interface MessageDifference {
  readonly kind: SerializedEntity["kind"];
  readonly name: string;
  readonly problem: "different" | "missing" | "not in the reference";
  /** Empty unless the message is there twice. */
  readonly fields: readonly Difference[];
}

/**
 * Compare our messages with flytekit's, field by field, as a set by kind and name.
 *
 * Ours go through their own bytes: what is compared is what a backend would read.
 *
 * @throws for a reference whose bytes are no such message, with its name
 */
export function compareMessages(
  ours: readonly SerializedEntity[],
  reference: readonly ReferenceMessage[],
  known: readonly KnownDifference[] = [],
): readonly MessageDifference[] {
  const made = byKindAndName(
    ours.map((each) => ({
      kind: each.kind,
      name: each.id.name,
      json: toComparable(decodeToJson(each.kind, bytesOf(each))),
    })),
  );
  const meant = known.reduce<Comparables>((all, { apply }) => apply(all, made), comparablesOf(reference));
  return [...new Set([...meant.keys(), ...made.keys()])].flatMap((key) =>
    compareOne(made.get(key), meant.get(key)),
  );
}

function compareOne(
  ours: Comparable | undefined,
  reference: Comparable | undefined,
): readonly MessageDifference[] {
  if (ours === undefined) {
    return reference === undefined ? [] : [{ ...about(reference), problem: "missing", fields: [] }];
  }
  if (reference === undefined) return [{ ...about(ours), problem: "not in the reference", fields: [] }];
  const fields = findDifferences(ours.json, reference.json);
  return fields.length === 0 ? [] : [{ ...about(ours), problem: "different", fields }];
}

function about({ kind, name }: Comparable): Pick<MessageDifference, "kind" | "name"> {
  return { kind, name };
}

function comparablesOf(reference: readonly ReferenceMessage[]): Comparables {
  return byKindAndName(
    reference.map(({ kind, name, pb }) => {
      const ourKind = KINDS[kind];
      return { kind: ourKind, name, json: toComparable(decodeReference(ourKind, name, pb)) };
    }),
  );
}

function decodeReference(kind: Comparable["kind"], name: string, pb: string): JsonValue {
  try {
    return decodeToJson(kind, Uint8Array.from(Buffer.from(pb, "base64")));
  } catch (cause) {
    throw new Error(`the bytes recorded as ${kind} ${name} are none`, { cause });
  }
}

function byKindAndName(messages: readonly Comparable[]): Comparables {
  return new Map(messages.map((each) => [`${each.kind} ${each.name}`, each]));
}

/** The bytes that a backend would be given. */
export function bytesOf(entity: SerializedEntity): Uint8Array {
  if (entity.kind === "task") return encode(TaskSpec, entity.message);
  return entity.kind === "workflow"
    ? encode(WorkflowSpec, entity.message)
    : encode(LaunchPlan, entity.message);
}
