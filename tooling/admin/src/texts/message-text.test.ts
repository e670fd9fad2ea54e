import { Literal, LiteralType, SimpleType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { messageText } from "./message-text.js";

describe("the text of a message", () => {
  it("leaves out defaults, names enums, and nests", () => {
    const executionId = { project: "p", domain: "d", name: "n", org: "" };
    expect(messageText({ nodeId: "n0", executionId })).toBe(
      'node_id:"n0"  execution_id:{project:"p"  domain:"d"  name:"n"}',
    );
    expect(messageText(LiteralType.create({ type: { $case: "simple", value: SimpleType.INTEGER } }))).toBe(
      "simple:INTEGER",
    );
  });

  it("keeps a default that is chosen, and sorts maps", () => {
    const zero = Literal.create({
      value: {
        $case: "scalar",
        value: { value: { $case: "primitive", value: { value: { $case: "integer", value: 0n } } } },
      },
    });
    const literals = new Map([
      ["b", zero],
      ["a", zero],
    ]);
    expect(messageText({ literals })).toBe(
      'literals:{key:"a"  value:{scalar:{primitive:{integer:0}}}}  literals:{key:"b"  value:{scalar:{primitive:{integer:0}}}}',
    );
  });

  it("writes records and bytes as Go does", () => {
    const message = { generic: { a: [1, null, "x"] }, value: new Uint8Array([97, 0, 255]) };
    expect(messageText(message)).toBe(
      'generic:{fields:{key:"a"  value:{list_value:{values:{number_value:1}  values:{null_value:NULL_VALUE}  values:{string_value:"x"}}}}}  value:"a\\x00\\xff"',
    );
  });
});
