import { SimpleType } from "@flytekit-ts/core/literals";
import { simpleType } from "@flytekit-ts/core/types";
import { expect, it } from "vitest";
import { fakeAccess } from "../../../test/fake-access.js";
import { listSignals } from "./list-signals.js";

const id = { project: "orchard", domain: "development", name: "e1" };

/** What flyteadmin answers: so many a page, and a token also behind the last full one. */
function signalsOf(count: number) {
  const all = Array.from({ length: count }, (_each, i) => {
    return {
      id: { signalId: `s${i}`, executionId: id },
      type: simpleType(SimpleType.BOOLEAN),
      value: undefined,
    };
  });
  const listSignalsCall = ({ limit, token }: { readonly limit: number; readonly token: string }): unknown => {
    const start = Number(token === "" ? 0 : token);
    const signals = all.slice(start, start + limit);
    return { signals, token: signals.length === limit ? String(start + limit) : "" };
  };
  return fakeAccess({ signals: { listSignals: listSignalsCall } });
}

it.each([
  [0, 1],
  [1, 1],
  [99, 1],
  [100, 2],
  [250, 3],
])("lists all of %i signals in %i calls", async (count, calls) => {
  const { access, asked } = signalsOf(count);
  const listed = await listSignals(id, {}, access);
  expect(listed.map(({ name }) => name)).toEqual(Array.from({ length: count }, (_each, i) => `s${i}`));
  expect(asked).toHaveLength(calls);
});
