import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/models/core";
import { userFailure } from "../values/failure.js";
import { primitiveLiteral } from "../values/literals.js";

const LARGEST = 1024;

/** The literal of a simple type that a file of a container says. @throws `OutputUploadFailed` for what says none */
export function literalOfText(
  type: idl.LiteralType | undefined,
  file: string,
  bytes: Uint8Array,
): idl.Literal {
  const wrong = (problem: string): never => {
    throw userFailure("OutputUploadFailed", `the output file ${file} ${problem}`);
  };
  if (bytes.length > LARGEST)
    return wrong(`has ${bytes.length} bytes, and a simple value at most ${LARGEST}`);
  const text = new TextDecoder().decode(bytes);
  const kind = type?.type?.$case === "simple" ? type.type.value : undefined;
  switch (kind) {
    case SimpleType.STRING:
      return primitiveLiteral({ $case: "stringValue", value: text });
    case SimpleType.INTEGER:
      if (!/^[+-]?\d+$/.test(text)) return wrong("holds no integer");
      return primitiveLiteral({ $case: "integer", value: BigInt(text) });
    case SimpleType.FLOAT:
      if (text.trim() === "" || Number.isNaN(Number(text))) return wrong("holds no float");
      return primitiveLiteral({ $case: "floatValue", value: Number(text) });
    case SimpleType.BOOLEAN:
      if (text !== "true" && text !== "false") return wrong("holds neither true nor false");
      return primitiveLiteral({ $case: "boolean", value: text === "true" });
    default:
      return wrong("is for a type that a container cannot give: only files and simple values are uploaded");
  }
}
