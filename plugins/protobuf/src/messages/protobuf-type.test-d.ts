import { create } from "@bufbuild/protobuf";
import { type Api, ApiSchema, MethodSchema, type TypeSchema } from "@bufbuild/protobuf/wkt";
import { task } from "@flytekit-ts/core";
import type { In, Kind, Out } from "@flytekit-ts/core/types";
import { describe, expectTypeOf, it } from "vitest";
import { protobufType } from "./protobuf-type.js";

const api = protobufType(ApiSchema);

describe("protobufType", () => {
  it("takes and gives messages of its schema", () => {
    expectTypeOf<Out<typeof api>>().toEqualTypeOf<Api>();
    expectTypeOf<In<typeof api>>().toEqualTypeOf<Api>();
    task({ name: "a.b", inputs: { given: api }, output: api }, ({ given }) => given);
    // @ts-expect-error a message of another schema
    task({ name: "a.b", inputs: {}, output: api }, () => create(MethodSchema));
  });

  it("has a kind of its own for each message", () => {
    expectTypeOf<Kind<typeof api>>().toEqualTypeOf<{ protobuf: "google.protobuf.Api" }>();
    expectTypeOf<Kind<typeof api>>().not.toEqualTypeOf<
      Kind<ReturnType<typeof protobufType<typeof TypeSchema>>>
    >();
  });

  it("takes schemas only", () => {
    // @ts-expect-error a message
    protobufType(create(ApiSchema));
    // @ts-expect-error an option that there is not
    protobufType(ApiSchema, { modul: "a" });
  });
});
