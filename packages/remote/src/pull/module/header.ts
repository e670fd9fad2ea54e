import { jsonLine } from "../text/quoted.js";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import { isPlainObject } from "@flytekit-ts/core/types";
import { createHash } from "node:crypto";
import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import type { PulledKind, RegisteredEntity } from "../source/pull-source.js";
import { sorted } from "./read-entity.js";
import { type Asking, isAsking } from "../source/asking.js";
import type { Declaration } from "../typed/declarations.js";

/** The form of headers, which changes when they do. */
export const FORMAT = 1;

/** What a header says of a module. */
export interface Header {
  readonly format: number;
  /** What was asked for, so that it can be asked again. */
  readonly asked: Asking;
  /** Of the rest of the module. */
  readonly hash: string;
  readonly entities: readonly HeaderEntity[];
  readonly records: readonly HeaderRecord[];
}

/** What a header says of an entity: enough to say later what has changed. */
export interface HeaderEntity {
  readonly kind: PulledKind;
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
  /** Types in words, with a digest of what the words leave out. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A record of the module, by its class. */
export interface HeaderRecord {
  readonly record: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the header says of an entity. */
export function headerEntity(entity: RegisteredEntity): HeaderEntity {
  const { kind, project, domain, name, version } = entity;
  const inputs = sorted(entity.inputs).map(([input, { variable, default: given }]) => {
    const fallback = given === undefined ? "" : `, default #${digest(encode(idl.Literal, given))}`;
    return [input, `${typeWords(variable)}${fallback}`] as const;
  });
  const outputs = sorted(entity.outputs).map(([output, variable]) => [output, typeWords(variable)] as const);
  return {
    kind,
    project,
    domain,
    name,
    version,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
  };
}

/** What the header says of a record. */
export function headerRecord({ name, fields }: Declaration): HeaderRecord {
  return { record: name, fields };
}

/** The first digits of a hash. */
export function digest(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex").slice(0, 12);
}

function typeWords({ type }: idl.Variable): string {
  if (type === undefined) return "no type";
  const words = describeLiteralType(type);
  // Words that say all need no digest.
  return type.type?.$case === "simple" && type.metadata === undefined && type.annotation === undefined
    ? words
    : `${words} #${digest(encode(idl.LiteralType, type))}`;
}

const MARK = "// pulled ";

/** A header as comments. */
export function headerText({ entities, records, ...about }: Header): string {
  const lines = [about, ...entities, ...records].map((part) => `${MARK}${jsonLine(part)}`);
  return `// Written by \`pull\` of @flytekit-ts/remote from what is registered. Do not change it: pull again.\n//\n${lines.join("\n")}\n`;
}

/** The header of a module and what follows it; undefined for another text. */
export function readHeader(module: string): { readonly header: Header; readonly rest: string } | undefined {
  const lines = module.split("\n");
  const last = lines.findLastIndex((line) => line.startsWith(MARK));
  const parts = lines.filter((line) => line.startsWith(MARK)).map((line) => parsed(line.slice(MARK.length)));
  const [about, ...others] = parts;
  if (!isAbout(about)) return undefined;
  const entities = others.filter(isEntity);
  const records = others.filter(isRecord);
  return { header: { ...about, entities, records }, rest: lines.slice(last + 1).join("\n") };
}

function parsed(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAbout(part: object | undefined): part is Omit<Header, "entities" | "records"> {
  if (part === undefined || !("format" in part) || part.format !== FORMAT) return false;
  return "hash" in part && "asked" in part && isAsking(part.asked);
}

function isEntity(part: object | undefined): part is HeaderEntity {
  if (part === undefined || !("inputs" in part) || !("outputs" in part)) return false;
  return isPlainObject(part.inputs) && isPlainObject(part.outputs);
}

function isRecord(part: object | undefined): part is HeaderRecord {
  return part !== undefined && "record" in part && "fields" in part && isPlainObject(part.fields);
}
