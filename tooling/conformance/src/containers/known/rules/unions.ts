import { SimpleType } from "@flytekit-ts/models/core";
import type { ContainerRow } from "../../rows/container-row.js";
import type { KnownDifference } from "../known-difference.js";
import { isSimple, placedIn, type Placed, unionIn } from "../parts/placed.js";
import { hasError, inputsOf, interfaceOf, succeeding } from "../parts/row-messages.js";

/** An optional input that inputs.pb lacks. */
export const absentOptional: KnownDifference = {
  name: "absent optional",
  reason: "an optional input that is not given is none, as in a call",
  instead(row) {
    const given = inputsOf(row)?.literals;
    const missing = [...(interfaceOf(row)?.inputs?.variables ?? [])].filter(
      ([name]) => given?.has(name) === false,
    );
    const areOptional = missing.every(
      ([, { type }]) =>
        type?.type?.$case === "unionType" &&
        type.type.value.variants.some((each) => isSimple(each, SimpleType.NONE)),
    );
    return missing.length > 0 && areOptional && hasError(row, { code: "USER:RuntimeError" })
      ? succeeding(row)
      : undefined;
  },
};

/** A literal that is no union, for a union of which several types take it in flytekit. */
export const bareVariant: KnownDifference = {
  name: "bare variant",
  reason: "a literal that is no union goes to the variant of its own type, where flytekit finds it ambiguous",
  instead: refusedFor(
    ({ literal, type }) => type.type?.$case === "unionType" && unionIn(literal) === undefined,
  ),
};

/** A union whose type has no tag. */
export const untaggedVariant: KnownDifference = {
  name: "untagged variant",
  reason: "a union without a tag is read by the type that it has with it",
  instead: refusedFor(({ literal }) => {
    const union = unionIn(literal);
    return union !== undefined && (union.type?.structure?.tag ?? "") === "";
  }),
};

/** A union for an input that is none. */
export const unionForPlain: KnownDifference = {
  name: "union for a plain type",
  reason: "a union that holds a value of the declared type is read as this value",
  instead: refusedFor(({ literal, type }) => {
    const inner = unionIn(literal)?.type?.type;
    const isSame = inner?.$case === type.type?.$case && inner?.value === type.type?.value;
    return type.type?.$case !== "unionType" && inner !== undefined && isSame;
  }),
};

/** A rule for rows that flytekit refuses because of one input, which we read. */
function refusedFor(isRead: (placed: Placed) => boolean): (row: ContainerRow) => ContainerRow | undefined {
  return (row) => {
    const placed = placedIn(inputsOf(row), interfaceOf(row)?.inputs);
    return placed.some(isRead) && hasError(row, { code: "SYSTEM" }) ? succeeding(row) : undefined;
  };
}
