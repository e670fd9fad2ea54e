/** PROMISE_OUT_OF_PLACE: a call comes after one of another body. */
import { compile, task, type VoidPromise, workflow } from "@flytekit-ts/workflow";

const prepare = task({ name: "prepare" }, () => {});
const clean = task({ name: "clean" }, () => {});

let prepared: VoidPromise;
const first = workflow({ name: "first" }, () => {
  prepared = prepare();
});
compile(first);

const second = workflow({ name: "second" }, () => {
  clean({}, { after: [prepared] }); // here
});

compile(second);
