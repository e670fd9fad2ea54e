import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { textOf } from "../errors/text-of.js";
import { decodeLiteral } from "../types/decode-literal.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { shallow } from "../types/depth-of.js";
import type { TypeTransformer } from "../types/transformer.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";
import { compareForms } from "./forms/compare-forms.js";
import type { Form } from "./forms/form.js";
import { formType } from "./forms/form-type.js";
import { hasCodec } from "./forms/has-codec.js";
import { readForm } from "./forms/read-form.js";
import { isEqual, ONE_NONE, placeIn, refusal } from "./forms/reading.js";
import { codecTransformer, type Encode, schemaTransformer } from "./schema-transformer.js";
import type { Side, StandardProps } from "./standard/standard-schema.js";
import { type Outcome, validate } from "./standard/validate.js";
import { describeSchema } from "./vendors/describe-schema.js";
import { withZodErrors } from "./vendors/zod-errors.js";

/**
 * The run-time part of a schema of another library.
 *
 * @throws `SCHEMA_NOT_DESCRIBED`, `SCHEMA_NOT_REPRESENTABLE`, `SCHEMA_SIDES_DIFFER`, `SCHEMA_ASYNC`
 */
export function resolveSchema(schema: object, own: StandardProps, at: string): RuntimeType {
  const props = withZodErrors(schema, own);
  const { description, form: input } = read(schema, props, { side: "input", at });
  const { form: output } = read(schema, props, { side: "output", at });
  const difference = compareForms(input, output);
  if (difference !== undefined)
    throw errors.SCHEMA_SIDES_DIFFER({
      at: placeIn(at, difference.path),
      input: difference.input,
      output: difference.output,
    });
  const missing = validate(props, undefined);
  const form = topForm(input, missing, at);
  const base = shallow(formType(form, at));
  const isCodec = hasCodec(input) || hasCodec(output);
  const encode = encodeOf(schema);
  const transformer = isCodec ? codecTransformer(props, base, encode) : schemaTransformer(props, base);
  return {
    transformer,
    ...defaultOf({ missing, transformer, isCodec, encode, at }),
    ...describedBy(description),
  };
}

interface Asked {
  readonly side: Side;
  readonly at: string;
}

interface Described {
  readonly description: unknown;
  readonly form: Form;
}

function read(schema: object, props: StandardProps, { side, at }: Asked): Described {
  let description: unknown;
  try {
    description = describeSchema(schema, props, side);
    // What codecs give is not written down, so it may be anything.
    if (description !== undefined)
      return { description, form: readForm(description, at, { skipsCodecs: side === "output" }) };
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    const why = `it failed (${textOf(cause).replaceAll(/\s+/g, " ").replace(/\.$/, "")})`;
    throw errors.SCHEMA_NOT_DESCRIBED({ at, vendor: props.vendor, why }, { cause });
  }
  throw errors.SCHEMA_NOT_DESCRIBED({ at, vendor: props.vendor });
}

// The JSON Schema of an optional value is that of the value.
function topForm(form: Form, missing: Outcome, at: string): Form {
  if ("error" in missing || missing.value !== undefined || form.kind === "undefined") return form;
  if (form.kind === "null" || (form.kind === "optional" && form.none === null))
    throw refusal({ at }, "", "null beside undefined", ONE_NONE);
  return form.kind === "optional" ? form : { kind: "optional", inner: form, none: undefined };
}

interface Defaults {
  readonly missing: Outcome;
  readonly transformer: TypeTransformer;
  readonly isCodec: boolean;
  readonly encode: Encode | undefined;
  readonly at: string;
}

function defaultOf({ missing, transformer, isCodec, encode, at }: Defaults): Pick<RuntimeType, "default"> {
  if ("error" in missing || missing.value === undefined) return {};
  if (isCodec && encode === undefined) throw refusal({ at }, "", "a codec with a default", INSIDE);
  const literal = literalOf(transformer, isCodec ? encode?.(missing.value) : missing.value, at);
  // New each time, as each task must receive a list or record of its own.
  const fresh = (): unknown => decodeLiteral(transformer, literal);
  // It is written again wherever it is used. A codec from text to text could take it for what it converts from.
  if (isCodec && !isEqual(literalOf(transformer, fresh(), at), literal))
    throw refusal({ at }, "", "a codec whose default could be either of its sides", INSIDE);
  return {
    default: {
      get value() {
        return fresh();
      },
    },
  };
}

const INSIDE = "Give the default inside the codec, to the schema that it takes.";

function literalOf(transformer: TypeTransformer, value: unknown, at: string): idl.Literal {
  try {
    return transformer.toLiteral(value);
  } catch {
    const instead = "Give a default of the schema's own type.";
    throw refusal({ at }, "", "a default that it does not take itself", instead);
  }
}

/** How a library converts values back, if its schemas can be asked: those of zod. */
function encodeOf(schema: object): Encode | undefined {
  const encode: unknown = Reflect.get(schema, "encode");
  return typeof encode === "function"
    ? (value) => Reflect.apply(encode, schema, [value]) as unknown
    : undefined;
}

function describedBy(description: unknown): Pick<RuntimeType, "description"> {
  const text: unknown = isPlainObject(description) ? description["description"] : undefined;
  return typeof text === "string" && isWellFormed(text) ? { description: text } : {};
}
