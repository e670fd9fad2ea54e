import { ExecutionState } from "@flytekit-ts/models/admin";
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { Metadata } from "nice-grpc";
import { expect, it } from "vitest";
import { scripted } from "../src/engine/functions/scripted.js";
import { accessToken } from "../src/oauth/tokens/access-token.js";
import { startAdmin } from "../src/start-admin.js";
import { clientsOf, int } from "./support/cluster.js";

const x = { x: t.int() };
const step = task({ name: "step", inputs: x }, () => {});
const inner = workflow({ name: "inner", inputs: x }, (given) => {
  step(given);
});
const plan = launchPlan(inner, { name: "plan" });
const outer = workflow({ name: "outer", inputs: x }, (given) => {
  plan(given);
});

it.each([
  ["the person who signed in", "someone"],
  ["nobody, for a program", undefined],
])("names %s as who started and archived", async (_, person) => {
  const server = await startAdmin({ auth: {}, engine: { pods: scripted({ step: () => ({}) }) } });
  const grant = { audience: server.oauth?.state.issuer ?? "", scopes: ["all"], person };
  const token = accessToken(grant, Date.now(), 60);
  const cluster = clientsOf(server, new Metadata({ authorization: `Bearer ${token}` }));
  const principal = person ?? "";
  await cluster.register([outer, plan]);
  await cluster.start("one", "outer", new Map([["x", int(1)]]));
  await cluster.ended("one");
  const id = cluster.idOf("one");
  const { executions } = await cluster.admin.listExecutions({ id: cluster.idOf(""), limit: 9 });
  // Its child too.
  expect(executions.map(({ spec }) => spec?.metadata?.principal)).toEqual([principal, principal]);
  await cluster.admin.updateExecution({ id, state: ExecutionState.EXECUTION_ARCHIVED });
  const { closure } = await cluster.admin.getExecution({ id });
  expect(closure?.stateChangeDetails).toMatchObject({ principal });
  await cluster.close();
});

it("gives over HTTP what callers with a token may read", async () => {
  const server = await startAdmin({ auth: {} });
  const { url = "", state } = server.oauth ?? {};
  const get = async (path: string, scopes?: readonly string[]) => {
    const grant = { audience: state?.issuer ?? "", scopes: scopes ?? [] };
    const authorization = `Bearer ${accessToken(grant, Date.now(), 60)}`;
    const response = await fetch(url + path, { headers: scopes === undefined ? {} : { authorization } });
    return [response.status, await response.text()];
  };
  expect(await get("/api/v1/version", ["all"])).toEqual([
    200,
    expect.stringMatching(/^\{"controlPlaneVersion":\{"Build":"unknown", /),
  ]);
  expect(await get("/api/v1/version")).toEqual([401, expect.stringContaining("token parse error")]);
  expect(await get("/api/v1/projects", ["offline"])).toEqual([
    401,
    `{"code":16, "message":"authenticated user doesn't have required scope", "details":[]}`,
  ]);
  expect(await get("/api/v1/nothing", ["all"])).toEqual([404, expect.stringContaining("Not Found")]);
  await server.close();
});
