/** WORKFLOW_BODY_THREW: a body that throws a text, which knows no line. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { url: t.string() } }, () => {});
const urls: readonly string[] = [];

const pipeline = workflow({ name: "pipeline" }, () => {
  // here
  if (urls.length === 0) throw "there are no URLs";
  for (const url of urls) load({ url });
});

compile(pipeline);
