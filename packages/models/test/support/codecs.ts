import type { DescMessage } from "@bufbuild/protobuf";

import * as admin from "../../src/entries/admin.js";
import * as cacheservice from "../../src/entries/cacheservice.js";
import type { Codec } from "../../src/codec/codec.js";
import * as core from "../../src/entries/core.js";
import * as datacatalog from "../../src/entries/datacatalog.js";
import * as event from "../../src/entries/event.js";
import * as google from "../../src/entries/google.js";
import { idlRegistry } from "../../src/json/registry.js";
import * as kubeflow from "../../src/entries/plugins-kubeflow.js";
import * as plugins from "../../src/entries/plugins.js";
import * as service from "../../src/entries/service.js";

/** A codec as tests use it, whatever its message. Those written by hand have no `create`. */
export interface TestCodec extends Codec<unknown> {
  create?(message: unknown): unknown;
}

const entries = [core, admin, service, event, plugins, kubeflow, datacatalog, cacheservice, google];

/** Every codec that the package's entries export, by the name of its message. */
export const codecs: ReadonlyMap<string, TestCodec> = new Map(
  entries
    .flatMap((entry) => Object.values<unknown>(entry))
    .filter(isCodec)
    .map((codec) => [codec.$type, codec]),
);

function isCodec(value: unknown): value is TestCodec {
  return (
    typeof value === "object" && value !== null && "$type" in value && "encode" in value && "decode" in value
  );
}

/** Every message type of the IDL, those nested in others included. */
export const messageTypes: readonly DescMessage[] = [...idlRegistry()].filter(
  (type) => type.kind === "message",
);

/** @throws Error when no entry exports the message's codec. */
export function codecOf(type: DescMessage): TestCodec {
  const codec = codecs.get(type.typeName);
  if (codec === undefined) throw new Error(`no entry exports a codec of ${type.typeName}`);
  return codec;
}
