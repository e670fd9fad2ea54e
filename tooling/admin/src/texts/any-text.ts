import { Identifier } from "@flytekit-ts/models/core";
import type { Any } from "@flytekit-ts/models/google";
import { identifierText } from "./identifier-text.js";
import { quoted } from "./quoted.js";
import { joined, textField } from "./text-fields.js";

/** A message of any type in protobuf's text format: opened where its type is one that flyteadmin is sent, else as bytes. */
export function anyText({ typeUrl, value }: Any): string {
  if (typeUrl.endsWith(`/${Identifier.$type}`))
    return `[${typeUrl}]:{${identifierText(Identifier.decode(value))}}`;
  const bytes = value.length === 0 ? [] : [`value:${quoted(Buffer.from(value).toString("latin1"))}`];
  return joined(textField("type_url", typeUrl), bytes);
}
