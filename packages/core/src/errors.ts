import type { Stamp } from "./brands/contract.js";
import { defineError } from "./errors/define-errors.js";
import { entityNameHint, entityNameWanted, variableNameHint } from "./errors/name-hints.js";
import { unknownInputHint, unknownOptionHint } from "./errors/option-hints.js";
import { typeHint } from "./errors/type-hints.js";
import { functionHint, needsTaskHint } from "./errors/task-hints.js";
import { indexHint, usedAsValueHint } from "./errors/promise-hints.js";
import { faultHint, type TypeFault } from "./errors/type-fault.js";
import { stampWords, versionsHint } from "./errors/version-hints.js";
import { quoteValue } from "./words/describe-value.js";
import { kindWords, withArticle } from "./words/kind-words.js";
import { literalWords } from "./words/literal-words.js";
import { isPromiseLike } from "./words/promise-like.js";
import { uriWords } from "./words/uri-words.js";
import { upperFirst } from "./words/upper-first.js";

// The errors of this package. Codes are permanent; each has a page in `docs/errors/`. Import it as a namespace.
export * from "./errors/parts/cache-errors.js";
export * from "./errors/type-errors.js";
export * from "./errors/parts/context-errors.js";
export * from "./errors/parts/image-errors.js";
export * from "./errors/parts/task-errors.js";
export * from "./errors/dataset-errors.js";
export * from "./errors/storage-errors.js";
export * from "./errors/value-errors.js";
export * from "./errors/schema-errors.js";
export { UNREACHABLE } from "./errors/parts/unreachable.js";

export const AFTER_NOT_A_RESULT = defineError("AFTER_NOT_A_RESULT", {
  origin: "user",
  message: (p: { at: string; given: string; advice?: string | undefined }) =>
    `The option \`after\` of ${p.at} takes a list of call results, but was given ${p.given}.`,
  hint: ({ advice }) => advice ?? "Pass the results of calls in the same workflow body.",
});

export const ARGUMENTS_NOT_AN_OBJECT = defineError("ARGUMENTS_NOT_AN_OBJECT", {
  origin: "user",
  message: (p: { entity: string; given: string }) =>
    `${p.entity} takes its arguments as one object, but was given ${p.given}.`,
  hint: "Name each argument: `square({ x: 3 })`.",
});

export const ATTRIBUTE_NOT_FOUND = defineError("ATTRIBUTE_NOT_FOUND", {
  origin: "user",
  message: (p: { at?: string; path: string; step: string }) =>
    p.at === undefined
      ? `The value has no ${p.step} on the path ${p.path}.`
      : `${p.at} takes the part ${p.path}, but the value has no ${p.step} there.`,
  hint: "Check the field, key or index; a list may be shorter than expected.",
});

export const BINDING_TYPE_MISMATCH = defineError("BINDING_TYPE_MISMATCH", {
  origin: "user",
  message: (p: {
    at: string;
    wanted: string;
    given: string;
    why?: string | undefined;
    fault?: TypeFault | undefined;
  }) => `${p.at} takes ${p.wanted}, but was given ${p.given}${p.why === undefined ? "" : ` (${p.why})`}.`,
  hint: ({ fault }) =>
    faultHint(fault, "Give a value or promise of the declared type, or convert it in a task of its own."),
});

export const CALL_OUTSIDE_WORKFLOW = defineError("CALL_OUTSIDE_WORKFLOW", {
  origin: "user",
  message: (p: { entity: string; kind: string }) =>
    `The ${kindWords(p.kind)} ${p.entity} was called outside a workflow body, so there is no workflow to add it to.`,
  hint: ({ kind }) =>
    kind === "branch" || kind === "gate"
      ? "Call it in a workflow body."
      : "Call it in a workflow body, or run it with `runLocal(entity, inputs)`; `task.fn(inputs)` calls the plain function of a task.",
});

export const CONDITION_NOT_COMPARABLE = defineError("CONDITION_NOT_COMPARABLE", {
  origin: "user",
  message: (p: { promise: string; operator: string; problem: string; isBoolean?: boolean }) =>
    `${p.promise} cannot be compared (${p.operator}): ${p.problem}.`,
  hint: ({ isBoolean }) =>
    isBoolean === true
      ? "Use `isTrue()` or `isFalse()`, or compare it with another boolean: `eq` and `ne` take one."
      : "Let a task return the value to compare: Flyte compares only whole inputs and outputs of the same type (int, float, string, boolean, datetime or duration).",
});

export const ENUM_VALUES_INVALID = defineError("ENUM_VALUES_INVALID", {
  origin: "user",
  message: (p: { problem: string }) => `t.enum takes a list of different strings, but ${p.problem}.`,
  hint: 'Write each value once, as in `t.enum(["red", "green"])`.',
});

export const FUNCTION_MISSING = defineError("FUNCTION_MISSING", {
  origin: "user",
  message: (p: { entity: string; given?: string }) =>
    `${upperFirst(p.entity)} takes a function as its second argument, but was given ${p.given ?? "none"}.`,
  hint: ({ entity }) => functionHint(entity),
});

export const IDL_MALFORMED = defineError("IDL_MALFORMED", {
  origin: "user",
  message: (p: { type: string; size: number; problem: string }) =>
    `The ${p.size} bytes given as ${p.type} are malformed: ${p.problem}.`,
  hint: "Check that the bytes are complete and of this message type.",
});

export const INPUT_MISSING = defineError("INPUT_MISSING", {
  origin: "user",
  message: (p: { entity: string; input: string; type: string; isNamed?: boolean }) =>
    `${p.entity} needs the input ${p.input} (${p.type}), but ${p.isNamed === true ? "was given undefined" : "the call does not give it"}.`,
  hint: ({ isNamed }) =>
    isNamed === true
      ? "Check the spelling: a field or output that is not declared is undefined, and so are `length`, `[0]` and the fields of an optional record; take an element with `.at(0)`, and a field of an optional record in a task."
      : "Give the input, or declare it with `.default(value)` or as `t.optional(...)`.",
});

export const INPUT_UNKNOWN = defineError("INPUT_UNKNOWN", {
  origin: "user",
  message: (p: { entity: string; input: string; known: readonly string[]; kind?: string }) =>
    `${p.entity} has no input ${p.input}; ${p.known.length === 0 ? "it has no inputs" : `its inputs are ${p.known.join(", ")}`}.`,
  hint: unknownInputHint,
});

export const LITERAL_METADATA_SHARED = defineError("LITERAL_METADATA_SHARED", {
  origin: "user",
  message: (_p: {}) => "The metadata of a literal was changed, but literals without metadata share one map.",
  hint: 'Give the literal a map of its own: `{ ...literal, metadata: new Map([["name", "value"]]) }`.',
});

export const LITERAL_NOT_BINDABLE = defineError("LITERAL_NOT_BINDABLE", {
  origin: "system",
  message: (p: { kind: string }) => `${upperFirst(literalWords(p.kind))} cannot be part of a binding.`,
  hint: "Let the `toLiteral` of the type's transformer return a scalar, a collection or a map.",
});

export const LITERAL_OFFLOADED = defineError("LITERAL_OFFLOADED", {
  origin: "system",
  message: (p: { uri: string }) =>
    `The value of a literal is stored separately, at ${uriWords(p.uri)}, and decoding does not fetch it.`,
  hint: "Fetch it before: `await fetchLiterals(literals, store)`.",
});

export const MSGPACK_MALFORMED = defineError("MSGPACK_MALFORMED", {
  origin: "user",
  message: (p: { problem: string; offset: number }) =>
    `MessagePack is malformed at byte ${p.offset}: ${p.problem}.`,
  hint: "Check that the bytes are complete and that they are MessagePack.",
});

export const NAME_INVALID = defineError("NAME_INVALID", {
  origin: "user",
  message: (p: { kind: string; name: unknown; advice?: string | undefined }) =>
    `The name of ${withArticle(p.kind)} must be ${entityNameWanted(p.name)}, but was ${quoteValue(p.name)}.`,
  hint: ({ name, advice }) => advice ?? entityNameHint(name),
});

export const OPTIONS_NOT_AN_OBJECT = defineError("OPTIONS_NOT_AN_OBJECT", {
  origin: "user",
  message: (p: { at: string; given: string; advice?: string | undefined }) =>
    `The options of ${p.at} must be one object, but ${p.given} was given.`,
  hint: ({ at, advice }) =>
    at.startsWith("the call of")
      ? "Name each option: `square({ x: 3 }, { retries: 2 })`."
      : (advice ?? "Pass one object with the options by name."),
});

export const OPTION_INVALID = defineError("OPTION_INVALID", {
  origin: "user",
  message: (p: {
    at: string;
    option: string;
    wanted: string;
    given: unknown;
    inWords?: string;
    advice?: string | undefined;
  }) =>
    `The option \`${p.option}\` of ${p.at} takes ${p.wanted}, but was given ${p.inWords ?? quoteValue(p.given)}.`,
  hint: ({ given, advice = "Give a value that the option takes, or leave the option out." }) =>
    isPromiseLike(given) ? "Give a constant: options must be known before the workflow runs." : advice,
});

export const OPTION_NEEDS_TASK = defineError("OPTION_NEEDS_TASK", {
  origin: "user",
  message: (p: { at: string; option: string; kind: string }) =>
    `The option \`${p.option}\` of ${p.at} is only for calls of tasks, but was given to a call of a ${kindWords(p.kind)}.`,
  hint: ({ kind }) => needsTaskHint(kind),
});

export const OPTION_UNKNOWN = defineError("OPTION_UNKNOWN", {
  origin: "user",
  message: (p: { at: string; option: string; known: readonly string[] }) =>
    `There is no option \`${p.option}\` for ${p.at}.`,
  hint: ({ option, known }) => unknownOptionHint(option, known),
});

export const OUTPUTS_AMBIGUOUS = defineError("OUTPUTS_AMBIGUOUS", {
  origin: "user",
  message: (p: { entity: string }) => `${upperFirst(p.entity)} declares both \`output\` and \`outputs\`.`,
  hint: "Use `output` for one bare value and `outputs` for named ones.",
});

export const PART_LEFT_OUT = defineError("PART_LEFT_OUT", {
  origin: "user",
  message: (p: { what: string; part: string }) =>
    `${p.what} takes code that was left out of this bundle, because nothing in it seemed to need it.`,
  hint: ({ part }) => `Keep it: \`bundle({ entry, keep: ["${part}"] })\`.`,
});

export const PROMISE_INDEX_INVALID = defineError("PROMISE_INDEX_INVALID", {
  origin: "user",
  message: (p: { promise: string; index: unknown; wanted: string }) =>
    `${p.promise}.at(...) takes ${p.wanted}, but was given ${quoteValue(p.index)}.`,
  hint: ({ index, wanted }) => indexHint(index, wanted),
});

export const PROMISE_IN_RECORD = defineError("PROMISE_IN_RECORD", {
  origin: "user",
  message: (p: { at: string; promise: string }) =>
    `${p.at} is inside a record, which can hold only plain values, but was given the promise ${p.promise}.`,
  hint: "Make the record in a task that takes the fields as inputs, and pass a promised record whole.",
});

export const PROMISE_USED_AS_VALUE = defineError("PROMISE_USED_AS_VALUE", {
  origin: "user",
  message: (p: { promise: string; use: string; isList?: boolean }) =>
    `${p.promise} was used ${p.use}, but it is a promise: it has no value until the workflow runs.`,
  hint: ({ use, isList }) => usedAsValueHint(use, isList === true),
});

export const RECORD_CONSTRUCTED = defineError("RECORD_CONSTRUCTED", {
  origin: "user",
  message: (p: { record: string }) => `Record ${p.record} is a type and has no instances.`,
  hint: "A value of a record is a plain object: write `{ ... }` without `new`.",
});

export const RESOURCE_INVALID = defineError("RESOURCE_INVALID", {
  origin: "user",
  message: (p: { at: string; resource: string; problem: string; advice?: string | undefined }) =>
    `In the resources of ${p.at}, ${p.resource} ${p.problem}.`,
  hint: ({ advice }) =>
    advice ?? 'Give a quantity such as "500m" or "2Gi", or one for each of `{ request, limit }`.',
});

export const RETRY_RULE_FAILED = defineError("RETRY_RULE_FAILED", {
  origin: "user",
  message: (p: { task: string; node?: string; error: string; problem: string }) =>
    `Task ${p.task}${p.node === undefined ? "" : ` (node ${p.node})`} failed: ${p.error}\nThe \`retry.on\` of the task was asked about this error, and ${p.problem}.`,
  hint: "Return true or false for whatever may be thrown, at once and not as a promise: `retry: { on: (error) => error instanceof TimeoutError }`.",
});

export const STRUCT_NAME_INVALID = defineError("STRUCT_NAME_INVALID", {
  origin: "user",
  message: (p: { name: unknown }) =>
    `t.struct takes a name and fields, but the name was ${quoteValue(p.name)}.`,
  hint: 'Name the record: `t.struct("Person", { ... })`; Python makes a class of that name.',
});

export const TYPE_NOT_IN_RECORD = defineError("TYPE_NOT_IN_RECORD", {
  origin: "user",
  message: (p: { record: string; field: string; type: string }) =>
    `Field ${p.field} of record ${p.record} has the type ${p.type}, which a record cannot hold.`,
  hint: "Leave the field out, and pass the value as a separate input.",
});

export const TYPE_UNKNOWN = defineError("TYPE_UNKNOWN", {
  origin: "user",
  message: (p: { at: string; given: string; maker?: string | undefined; advice?: string }) =>
    `A Flyte type is needed for ${p.at}, but ${p.given} was given.`,
  hint: ({ maker, advice }) => advice ?? typeHint(maker),
});

export const VARIABLE_NAME_INVALID = defineError("VARIABLE_NAME_INVALID", {
  origin: "user",
  message: (p: { name: unknown; where: string }) =>
    `${quoteValue(p.name)} in ${p.where} is not a valid variable name, which is a letter or underscore, then letters, digits and underscores.`,
  hint: ({ name }) => variableNameHint(name),
});

export const VERSIONS_MIXED = defineError("VERSIONS_MIXED", {
  origin: "user",
  message: (p: { made: string; theirs: Stamp | undefined; ours: Stamp }) =>
    `${p.made} comes from @flytekit-ts/core ${p.theirs === undefined ? "from before contract numbers" : stampWords(p.theirs)}, which version ${stampWords(p.ours)} cannot read.`,
  hint: versionsHint,
});

export const VOID_USED_AS_VALUE = defineError("VOID_USED_AS_VALUE", {
  origin: "user",
  message: (p: { entity: string }) => `The result of ${p.entity} was used as a value, but it has no outputs.`,
  hint: "Give it to `after` to order calls, or declare an output.",
});
