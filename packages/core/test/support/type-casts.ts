import { readFileSync } from "node:fs";

import * as idl from "@flytekit-ts/models/core";

import type { Castability } from "../../src/castability/castability.js";

/** A pair of types, and what the compiler of Flyte 1.16 makes of it. */
export interface TypeCast {
  readonly name: string;
  readonly upstream: idl.LiteralType;
  readonly downstream: idl.LiteralType;
  readonly wanted: Castability;
}

const VERDICTS = { yes: "castable", no: "not-castable", panic: "crashes-backend" } as const;

interface Row {
  readonly castable: keyof typeof VERDICTS;
  readonly name?: string;
  readonly upstream_pb: string;
  readonly downstream_pb: string;
}

/** The pairs of types that were given to the backend. */
export function typeCasts(): readonly TypeCast[] {
  const lines = readFileSync(new URL("../data/type-casts.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line, i) => {
    const row = JSON.parse(line) as Row;
    return {
      name: `line ${i + 1}: ${row.name ?? "random"}`,
      upstream: idl.LiteralType.decode(Buffer.from(row.upstream_pb, "base64")),
      downstream: idl.LiteralType.decode(Buffer.from(row.downstream_pb, "base64")),
      wanted: VERDICTS[row.castable],
    };
  });
}
