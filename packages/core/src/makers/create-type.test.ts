import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { stringTransformer } from "../transformers/string.js";
import { t } from "./t.js";
import { createType } from "./create-type.js";
import { runtimeType } from "../types/runtime-type.js";

const listed = runtimeType(t.list(t.list(t.list(t.list(t.list(t.list(t.int())))))), "x").transformer;

describe("createType", () => {
  it("finds the depth of a type that declares none, and a literal that is deeper", () => {
    const { depth: _, ...transformer } = listed;
    const own = runtimeType(createType<unknown, "own">({ transformer }), "x").transformer;
    expect(own.depth).toBe(3);
    const deep = createType<unknown, "own">({ transformer: { ...listed, depth: 4 } }); // deep
    const error = caught(() => runtimeType(deep, "x").transformer.toLiteral([[[[[[1]]]]]]));
    expect(error.text).toBe(
      "The option `transformer.depth` of createType takes at least 11 (the literal of a value), but was given 4.",
    );
    expect(error.location).toEqual(here(import.meta.url, "deep", "createType"));
    expect(runtimeType(deep, "x").transformer.toLiteral([])).toMatchObject({ hash: "" });
  });

  it("makes a type of the author's own from a transformer", () => {
    const upper = createType<string, "upper">({
      transformer: { ...stringTransformer, words: "upper case text" },
    });
    expect(runtimeType(t.list(upper), "x").transformer.words).toBe("list of upper case text");
  });

  it("takes a transformer without a schema and a depth", () => {
    const { jsonSchema: _, depth: __, ...transformer } = stringTransformer;
    const { transformer: listed } = runtimeType(t.list(createType<string, "own">({ transformer })), "x");
    expect(listed.depth).toBe(2);
    expect(refusal(() => t.struct("R", { own: createType<string, "own">({ transformer }) }))).toContain(
      "own",
    );
  });

  it("takes a transformer that is an object of a class", () => {
    class Own {
      readonly tag = "own";
      readonly words = "own";
      readonly literalType = stringTransformer.literalType;
      toLiteral(value: unknown) {
        return stringTransformer.toLiteral(value);
      }
      fromLiteral = stringTransformer.fromLiteral;
      write = stringTransformer.write;
      read = stringTransformer.read;
    }
    expect(runtimeType(createType<string, "own">({ transformer: new Own() }), "x").transformer.tag).toBe(
      "own",
    );
  });

  it.each<[unknown, string]>([
    [undefined, "`transformer` of createType takes a TypeTransformer, but was given nothing."],
    [
      { transformer: {} },
      "`transformer.tag` of createType takes a string that is not empty, but was given nothing.",
    ],
    [
      { transformer: { ...stringTransformer, words: "" } },
      "`transformer.words` of createType takes a string",
    ],
    [
      { transformer: { ...stringTransformer, literalType: { simple: 3 } } },
      "`transformer.literalType` of createType",
    ],
    [{ transformer: { ...stringTransformer, jsonSchema: "string" } }, "takes a JSON Schema"],
    [{ transformer: { ...stringTransformer, depth: -1 } }, "takes a number of messages, but was given -1."],
    ...["toJson", "mayBe", "storing", "load", "toHtml"].map((part): [unknown, string] => [
      { transformer: { ...stringTransformer, [part]: "x" } },
      `\`transformer.${part}\` of createType takes a function, or nothing`,
    ]),
    ...[3, {}, { kind: "list" }, { kind: "record", fields: [3] }, { kind: "set" }].map(
      (members): [unknown, string] => [
        { transformer: { ...stringTransformer, members } },
        "`transformer.members` of createType takes the types of the parts",
      ],
    ),
    [
      { transformer: { ...stringTransformer, literalType: { type: { $case: "simpel", value: 3 } } } },
      "`transformer.literalType` of createType",
    ],
    [
      { transformer: { ...listed, depth: 1 } },
      "`transformer.depth` of createType takes at least 3 (its literal type), but was given 1.",
    ],
    [
      { transformer: { ...stringTransformer, read: undefined } },
      "`transformer.read` of createType takes a function",
    ],
  ])("refuses %o at its author's line", (runtime, text) => {
    const act = () => createType(runtime as never);
    expect(refusal(act)).toContain(text);
    expect(caught(act)).toMatchObject({
      code: "OPTION_INVALID",
      location: { file: expect.stringMatching(/create-type\.test\.ts$/) as unknown },
    });
  });
});
