import { describe, expect, it } from "vitest";

import { encode } from "../src/entries/index.js";
import { fromJson, toJson } from "../src/entries/json.js";
import { codecs } from "./support/codecs.js";
import { goldenBytes, goldenMessages } from "./support/golden.js";

describe("messages that flytekit wrote", () => {
  it("are 149 of five types", () => {
    expect(goldenMessages).toHaveLength(149);
    expect([...new Set(goldenMessages.map(({ message }) => message))].toSorted()).toEqual([
      "flyteidl.admin.LaunchPlan",
      "flyteidl.admin.TaskSpec",
      "flyteidl.admin.WorkflowSpec",
      "flyteidl.core.Literal",
      "flyteidl.core.LiteralType",
    ]);
  });

  it.each(goldenMessages)("$case: $message $name", (golden) => {
    const codec = codecs.get(golden.message);
    if (codec === undefined) throw new Error(`no codec of ${golden.message}`);
    const message = codec.decode(goldenBytes(golden));

    expect(toJson(codec, message, { useProtoFieldName: true })).toEqual(golden.json);
    expect(fromJson(codec, golden.json)).toEqual(message);
    expect(fromJson(codec, toJson(codec, message))).toEqual(message);
    expect(codec.decode(encode(codec, message))).toEqual(message);
  });
});
