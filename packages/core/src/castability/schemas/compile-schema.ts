import { describeJson, quote } from "../../words/enumerate.js";
import type { Budget } from "../evaluation/evaluate.js";
import { type Checked, checkSchema } from "./check-schema.js";
import { isJsonObject, isSameJson, type JsonObject, membersOf, own } from "./json.js";
import type { Draft } from "./metaschema.js";
import { type OpenNode, openNode } from "./open-node.js";
import { readSchema } from "./read-schema.js";
import { DOCUMENT, followPointer, idKeyword, isToDocument, resolveUrl, splitUrl } from "./references.js";
import type { SchemaNode } from "./schema-node.js";

/** A compiled schema, or the part of it that the backend does not understand or that crashes it. */
export type Compilation =
  | { readonly root: SchemaNode }
  | { readonly problem: string }
  | { readonly crash: string };

const DRAFTS: ReadonlyMap<unknown, Draft> = new Map([
  [undefined, 7],
  ["http://json-schema.org/schema#", 7],
  ["http://json-schema.org/draft-07/schema#", 7],
  ["http://json-schema.org/draft-06/schema#", 6],
  ["http://json-schema.org/draft-04/schema#", 4],
]);

/**
 * Compile the schema of a record as the backend's validator does. That validator is old: it knows three drafts,
 * about twenty formats and no references to other documents.
 */
export function compileSchema(document: JsonObject, budget: Budget): Compilation {
  const draft = DRAFTS.get(own(document, "$schema"));
  if (draft === undefined) return { problem: `the $schema ${describeJson(own(document, "$schema"))}` };
  // A schema without keywords reaches the validator as null.
  if (membersOf(document).length === 0) return { problem: "the lack of keywords" };
  if (!isSameJson(document, document, budget)) return { problem: "a value that JSON cannot hold" };
  const checked: Checked = { bases: new Map(), byId: new Map() };
  const problem = checkSchema(document, DOCUMENT, draft, checked);
  return problem === undefined ? link(document, draft, checked) : { problem };
}

// A reference may lead to any schema, also to one that contains it. So nodes are made first and filled later.
function link(document: JsonObject, draft: Draft, checked: Checked): Compilation {
  const nodes = new Map<JsonObject, OpenNode>();
  const unread: [schema: JsonObject, node: OpenNode][] = [];
  const root = nodeOf(document);
  for (let next = unread.pop(); next !== undefined; next = unread.pop()) {
    const [schema, node] = next;
    const reference = own(schema, "$ref");
    if (typeof reference !== "string") {
      // Only the metaschema of draft 4 has a rule for this keyword, but the validator reads it in all drafts.
      const odd = own(schema, "regexProperties");
      if (odd !== undefined && typeof odd !== "boolean")
        return { crash: "a regexProperties that is not a boolean" };
      readSchema(node, { schema, draft, nodeOf });
    } else {
      const target = find(reference, checked.bases.get(schema) ?? DOCUMENT);
      if (target === undefined) return { problem: `the $ref ${quote(reference)}` };
      node.ref = nodeOf(target);
    }
  }
  return { root };

  function nodeOf(schema: unknown): SchemaNode {
    if (!isJsonObject(schema)) return openNode(schema === true);
    const known = nodes.get(schema);
    if (known !== undefined) return known;
    const node = openNode();
    nodes.set(schema, node);
    unread.push([schema, node]);
    return node;
  }

  function find(reference: string, base: string): unknown {
    if (isToDocument(reference)) return document;
    if (!reference.startsWith("#/")) {
      const url = resolveUrl(splitUrl(base)[0], reference);
      return url === undefined ? undefined : checked.byId.get(url);
    }
    const found = followPointer(document, reference, idKeyword(draft));
    if (found === undefined) return undefined;
    return checkSchema(found.target, found.base, draft, checked) === undefined ? found.target : undefined;
  }
}
