import {
  absoluteUrl,
  boolean,
  both,
  count,
  distinct,
  either,
  type KeywordRule,
  list,
  listOr,
  mapOf,
  number,
  oneOf,
  positive,
  regex,
  schema,
  schemas,
  text,
  texts,
  url,
} from "./keyword-rules.js";

/** The drafts of JSON Schema that the backend's validator knows. */
export type Draft = 4 | 6 | 7;

/** The rules for the keywords of a schema. A keyword without a rule may have any value. */
export type Metaschema = ReadonlyMap<string, KeywordRule>;

// The formats that the validator knows, including those that it has for its own metaschemas.
const FORMATS: ReadonlySet<unknown> = new Set([
  ...["date-time", "date", "time", "hostname", "email", "ip-address", "ipv4", "ipv6", "uri", "iri"],
  ...["uri-reference", "uriref", "iri-reference", "uri-template", "regex", "json-pointer"],
  ...["relative-json-pointer", "format", "encoding", "mediatype"],
]);

const TYPES: ReadonlySet<unknown> = new Set([
  ...["array", "boolean", "integer", "null", "number", "object", "string"],
]);

const type = oneOf(TYPES);
const types: KeywordRule = (value, take) =>
  distinct(value, take) && (value as unknown[]).every((each) => type(each, take));

const COMMON: { readonly [keyword: string]: KeywordRule } = {
  $schema: absoluteUrl,
  title: text,
  description: text,
  type: listOr(types, type),
  format: oneOf(FORMATS),
  enum: distinct,
  multipleOf: positive,
  minimum: number,
  maximum: number,
  minLength: count,
  maxLength: count,
  pattern: regex,
  minItems: count,
  maxItems: count,
  uniqueItems: boolean,
  items: listOr(schemas, schema),
  minProperties: count,
  maxProperties: count,
  properties: mapOf(schema),
  patternProperties: mapOf(schema, regex),
  definitions: mapOf(schema),
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: schema,
};

const someTexts = both(distinct, texts);

const DRAFT_4 = {
  ...COMMON,
  id: url,
  $ref: text,
  required: someTexts,
  dependencies: mapOf(listOr(someTexts, schema)),
  exclusiveMinimum: boolean,
  exclusiveMaximum: boolean,
  additionalItems: either(boolean, schema),
  additionalProperties: either(boolean, schema),
  regexProperties: boolean,
};

const DRAFT_6 = {
  ...COMMON,
  $id: url,
  $ref: url,
  required: texts,
  dependencies: mapOf(listOr(texts, schema)),
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  additionalItems: schema,
  additionalProperties: schema,
  propertyNames: schema,
  contains: schema,
};

const DRAFT_7 = {
  ...DRAFT_6,
  $comment: text,
  readOnly: boolean,
  examples: list,
  contentMediaType: oneOf(new Set(["application/json"])),
  contentEncoding: oneOf(new Set(["base64"])),
};

/** The metaschema of each draft. */
export const METASCHEMAS: { readonly [draft in Draft]: Metaschema } = {
  4: new Map(Object.entries(DRAFT_4)),
  6: new Map(Object.entries(DRAFT_6)),
  7: new Map([...Object.entries(DRAFT_7), ["if", schema], ["then", schema], ["else", schema]]),
};
