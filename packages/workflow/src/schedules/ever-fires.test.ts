import { describe, expect, it } from "vitest";
import { parseCron } from "./cron-expression.js";
import { everFires } from "./ever-fires.js";

function fires(expression: string): boolean {
  const schedule = parseCron(expression);
  if ("problem" in schedule) throw new Error(schedule.problem);
  return everFires(schedule);
}

describe("everFires", () => {
  it.each([
    "* * * * *",
    "0 6 31 1 *",
    "0 6 31 3,2 *",
    "0 6 29 2 *",
    "0 6 28-31 2 *",
    "0 6 30 4 *",
    "0 6 30 11 *",
    "0 6 31 12 ?",
    "0 6 31 * *",
    "0 6 30,1 2 *",
    // Either day will do where both are restricted.
    "0 6 31 2 1",
    "0 6 31 2 */2",
    "0 6 31 4 0-6",
    "0 6 , * 1",
    "0 6 1 * ,",
    "@daily",
    "@every 1h",
    "@every 0s",
  ])("sees that %s fires", (expression) => {
    expect(fires(expression)).toBe(true);
  });

  it.each([
    "0 6 30 2 *",
    "0 6 31 2 *",
    "0 6 30,31 2 *",
    "0 6 30-31 feb ?",
    "0 6 31 4 *",
    "0 6 31 6 *",
    "0 6 31 9 *",
    "0 6 31 11 *",
    "0 6 31 2,4,6,9,11 *",
    "0 6 31 2 */1",
    // Lists of nothing.
    ", 6 * * *",
    "0 , * * *",
    "0 6 , * *",
    "0 6 * , *",
    "0 6 * * ,",
    "0 6 1 , 1",
    "0 6 , * ,",
    "0 6 31 2 ,",
  ])("sees that %s never does", (expression) => {
    expect(fires(expression)).toBe(false);
  });
});
