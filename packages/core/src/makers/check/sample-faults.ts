import type { Literal } from "@flytekit-ts/models/core";
import { nestingOfLiteral } from "../../literals/nesting.js";
import { decodeLiteral } from "../../types/decode-literal.js";
import { depthOf } from "../../types/depth-of.js";
import { isOptional } from "../../types/is-optional.js";
import type { TypeTransformer } from "../../types/transformer.js";
import type { ValueStore } from "../../types/value-store.js";
import type { Faults } from "./faults.js";
import { checkForms } from "./form-faults.js";
import { inContainers } from "./in-containers.js";
import { isJson } from "./schema-faults.js";

/** Whether two values of a type are the same. */
export type Equal = (one: unknown, other: unknown) => boolean;

/** What a check of samples needs. */
export interface Checking {
  readonly faults: Faults;
  readonly equal: Equal;
  readonly store: ValueStore;
  /** Through the bytes of the message, as another process would see it. */
  copy(literal: Literal): Literal;
  bytes(literal: Literal): Uint8Array;
}

/** Reports what is wrong with the way there and back of one value: alone, and inside other types. */
export async function checkSample(type: TypeTransformer, value: unknown, checking: Checking): Promise<void> {
  const { faults, equal } = checking;
  const alone = await thereAndBack(type, value, checking, ALONE);
  if (alone === undefined) return;
  if (!equal(alone.value, value))
    faults.add(
      "a sample comes back as another value",
      "Give samples as a task receives them; let `fromLiteral` give back what `toLiteral` took; or pass `equal`.",
    );
  checkExtras(type, alone.value, faults);
  for (const { words, made, wrapped, unwrap } of inContainers(type, value)) {
    const container = faults.attempt(`${words} of it cannot be made`, "See the error.", made);
    if (container === undefined) continue;
    const back = await thereAndBack(container.value, wrapped, checking, `${words} of it`);
    const given =
      back === undefined
        ? undefined
        : faults.attempt(`${words} of it is read wrongly`, READ, () => unwrap(back.value));
    if (
      given !== undefined &&
      !equal(given.value, alone.value) &&
      !(isOptional(type) && given.value === undefined)
    )
      faults.add(`${words} of it gives another value than it alone`, READ);
  }
}

const ALONE = "it";

const READ =
  "Let `write` and `read` take the same MessagePack, one value each, and give what `fromLiteral` gives.";

async function thereAndBack(
  type: TypeTransformer,
  value: unknown,
  checking: Checking,
  words: string,
): Promise<{ readonly value: unknown } | undefined> {
  const { faults, store } = checking;
  const stored = await faults.attemptLater(
    `storing a sample of ${words} fails`,
    "Store what is a value of the type.",
    async () => (type.storing === undefined ? value : ((await type.storing(value)?.(store)) ?? value)),
  );
  const literal =
    stored &&
    faults.attempt(`${words} takes no sample`, "Take every value of the type.", () =>
      type.toLiteral(stored.value),
    );
  if (stored === undefined || literal === undefined) return undefined;
  checkLiteral(type, { literal: literal.value, again: () => type.toLiteral(stored.value) }, checking, words);
  if (words === ALONE) checkForms(type, stored.value, literal.value, faults);
  const decoded = faults.attempt(
    `${words} does not read what it wrote`,
    "Read what `toLiteral` and `write` write.",
    () => decodeLiteral(type, checking.copy(literal.value)),
  );
  if (decoded === undefined || type.load === undefined) return decoded;
  return faults.attemptLater(
    `loading a sample of ${words} fails`,
    "Load what `storing` has stored.",
    async () => type.load?.(decoded.value, store),
  );
}

function checkLiteral(
  type: TypeTransformer,
  { literal, again }: { readonly literal: Literal; again(): Literal },
  { faults, bytes }: Checking,
  words: string,
): void {
  const nested = nestingOfLiteral(literal);
  if (nested > depthOf(type))
    faults.add(
      `the depth of ${words} is ${depthOf(type)}, but ${nested} messages are nested in a literal`,
      `Declare \`depth: ${nested}\`, or that of the deepest value.`,
    );
  const first = faults.attempt(`the literal of ${words} is no message`, "Return a Literal of the IDL.", () =>
    bytes(literal),
  );
  const second = faults.attempt(`${words} is written once, but not twice`, SAME, () => bytes(again()));
  if (first !== undefined && second !== undefined && Buffer.compare(first.value, second.value) !== 0)
    faults.add(`${words} writes other bytes each time`, SAME);
}

const SAME = "Write the same bytes for the same value: caches compare them. Sort what has no order.";

function checkExtras(type: TypeTransformer, value: unknown, faults: Faults): void {
  const { toJson, toHtml } = type;
  if (toJson !== undefined) {
    const json = faults.attempt("toJson fails", "Return JSON, or undefined.", () => type.toJson?.(value));
    if (json?.value !== undefined && !isJson(json.value))
      faults.add("toJson returns no JSON", "Return JSON, or undefined.");
  }
  if (toHtml !== undefined) {
    const html = faults.attempt("toHtml fails", "Return HTML.", () => type.toHtml?.(value));
    if (html !== undefined && typeof html.value !== "string")
      faults.add("toHtml returns no string", "Return HTML.");
  }
  const mayBe =
    type.mayBe === undefined ||
    faults.attempt("mayBe fails", "Return true or false.", () => type.mayBe?.(value));
  if (typeof mayBe === "object" && mayBe.value === false)
    faults.add(
      "mayBe says that a value of the type is none",
      "Return true for each value that `toLiteral` takes.",
    );
}
