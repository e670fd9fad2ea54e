import { join } from "node:path";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expect, it } from "vitest";
import { runLocal } from "../../entries/index.js";

const who = task(
  { name: "names.who", output: t.map(t.string()) },
  (_, { execution, task: id, prefixes }) => ({
    execution: execution.name,
    place: `${execution.project}/${execution.domain}`,
    task: `${id.project}/${id.domain}/${id.name}@${id.version}`,
    ...prefixes,
  }),
);
const flow = workflow({ name: "names.flow", output: t.map(t.string()) }, () => who());

it("names the run, the task and the folders of the attempt in a local run", async () => {
  const named = await runLocal(flow);
  expect(named).toMatchObject({ place: "/", task: "//names.who@" });
  expect(named["execution"]).not.toBe("");
  expect(named["rawOutputs"]).toBe(join(named["outputs"] ?? "", "raw"));
});
