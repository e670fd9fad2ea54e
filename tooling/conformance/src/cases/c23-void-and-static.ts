import { t, task, workflow } from "@flytekit-ts/workflow";

export const say = task(
  { name: "c23_void_and_static.say", inputs: { what: t.string(), times: t.int() } },
  () => {},
);

const quiet = workflow({ name: "c23_void_and_static.quiet" }, () => {
  say({ what: "a", times: 1 });
  say({ what: "b", times: 2 });
});

/** A workflow without outputs whose tasks use only constants. */
export const entities = [quiet];
