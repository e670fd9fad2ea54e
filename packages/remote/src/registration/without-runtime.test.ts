import { task } from "@flytekit-ts/core";
import { expect, it, vi } from "vitest";
import { fakeConnection } from "../../test/fake-connection.js";
import { registrationErrors as errors } from "../errors/registration-errors.js";
import { registrationCalls } from "./registration-calls.js";

const absent = { isAbsent: true };
vi.mock("@flytekit-ts/runtime/package", () => {
  const code = absent.isAbsent ? "ERR_MODULE_NOT_FOUND" : "ERR_DLOPEN_FAILED";
  throw Object.assign(new Error("it cannot be loaded"), { code });
});

it("says what to install for code, and needs nothing without", async () => {
  const { connection, asked } = fakeConnection({ admin: { createTask: () => ({}) } });
  const { register } = registrationCalls(connection);
  const water = task({ name: "garden.water" }, () => {});
  const failure: unknown = await register(water, { image: "i:1", code: {} }).catch((error: unknown) => error);
  expect(failure).toSatisfy(errors.PACKAGING_UNAVAILABLE.is);
  expect((failure as Error).message).toMatch(/@flytekit-ts\/runtime/);
  expect(asked).toEqual([]);
  await register(water, { image: "i:1", version: "v1" });
  expect(asked).toHaveLength(1);
});
