/** BINDING_TYPE_MISMATCH: a duration in two records, whose format Flyte does not know. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const stored = t.struct("Stored", { length: t.duration() });
const film = t.struct("Film", { length: t.duration() });
const load = task({ name: "load", output: stored }, () => ({ length: 90 }));
const show = task({ name: "show", inputs: { what: film } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  show({ what: load() }); // here
});

compile(pipeline);
