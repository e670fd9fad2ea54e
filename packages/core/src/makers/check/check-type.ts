import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { localStore } from "../../files/local-store.js";
import { temporaryFolder } from "../../files/temporary-folder.js";
import { assertOptions } from "../../options/options.js";
import { resolveType } from "../../schemas/resolve-type.js";
import { nodeFs } from "../../storage/node-fs.js";
import type { Out, TypeLike } from "../../types/infer.js";
import { Faults } from "./faults.js";
import { checkForeign, checkJunk } from "./refusals.js";
import { checkSample, type Equal } from "./sample-faults.js";
import { checkLiteralType } from "./type-faults.js";

/** Options of `checkType`. */
export interface TypeChecks<T> {
  /** Whether two values are the same. By default they are compared deeply: NaN, Dates, bytes and Maps too. */
  readonly equal?: (one: T, other: T) => boolean;
}

/**
 * Check a type of your own: the test that each plugin with types should have.
 *
 * Each sample, a value as a task receives it, goes there and back: alone, in a list, a map, an optional and a record,
 * through the bytes of the messages. The literal type must fit itself, the JSON Schema have what Flyte compares, the
 * depth be true. What is no value, and literals that others have written, must be refused as such. What a type stores
 * goes into a folder that is removed.
 *
 * @throws `TYPE_FAULTY` with all faults, and what to change; `OPTION_INVALID`, `OPTION_UNKNOWN` and `OPTIONS_NOT_AN_OBJECT` for
 * wrong arguments; `TYPE_UNKNOWN`
 * @example
 * it("keeps its promises", () => checkType(money, [{ cents: 0 }, { cents: -250 }]));
 */
export async function checkType<const X extends TypeLike>(
  type: X,
  samples: readonly Out<X>[],
  checks: TypeChecks<Out<X>> = {},
): Promise<void> {
  const { transformer } = resolveType(type, "`checkType`");
  assertSamples(samples);
  assertChecks(checks);
  const faults = new Faults();
  const isSame: Equal =
    (checks.equal as Equal | undefined) ?? process.getBuiltinModule("node:util").isDeepStrictEqual;
  // Loaded only here: an author's program needs no codecs.
  const { encode } = await import("@flytekit-ts/models");
  const { Literal } = await import("@flytekit-ts/models/core");
  const folder = temporaryFolder();
  const checking = {
    faults,
    equal: isSame,
    store: localStore({ folder }),
    bytes: (literal: idl.Literal) => encode(Literal, literal),
    copy: (literal: idl.Literal) => Literal.decode(encode(Literal, literal)),
  };
  try {
    checkLiteralType(transformer, faults);
    for (const sample of samples) await checkSample(transformer, sample, checking);
    checkJunk(transformer, isSame, faults);
    checkForeign(transformer, faults);
  } finally {
    await nodeFs().promises.rm(folder, { recursive: true, force: true });
  }
  if (faults.all.length > 0) throw errors.TYPE_FAULTY({ type: transformer.words, faults: faults.all });
}

function assertChecks(checks: TypeChecks<never>): void {
  assertOptions(checks, new Set(["equal"]), "checkType");
  const given: unknown = checks.equal;
  if (given === undefined || typeof given === "function") return;
  const advice = "Give a function of two values: `equal: (one, other) => one.id === other.id`.";
  throw errors.OPTION_INVALID({ at: "checkType", option: "equal", wanted: "a function", given, advice });
}

function assertSamples(samples: unknown): void {
  if (Array.isArray(samples) && samples.length > 0) return;
  const params = { at: "checkType", option: "samples", wanted: "a list of values", given: samples };
  throw errors.OPTION_INVALID({
    ...params,
    inWords: Array.isArray(samples) ? "an empty list" : "something else",
    advice: "Give a few values of the type, the odd ones too: `checkType(money, [{ cents: 0 }])`.",
  });
}
