/** warning SLEEP_TIMES_OUT: a sleep of days, while a gate has an hour unless it says more. */
import { compile, sleep, task, workflow } from "@flytekit-ts/workflow";

const remind = task({ name: "remind" }, () => {});

const reminder = workflow({ name: "reminder" }, () => {
  const pause = sleep("3 days"); // here
  remind({}, { after: [pause] });
});

export const { warnings } = compile(reminder);
