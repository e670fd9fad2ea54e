import type * as admin from "@flytekit-ts/models/admin";

const UNITS = ["minutes", "hours", "days"];

/** When a launch plan starts by itself, in words. */
export function scheduleWords(schedule: admin.Schedule | undefined): string | undefined {
  const expression = schedule?.ScheduleExpression;
  switch (expression?.$case) {
    case "cronSchedule":
      return expression.value.schedule;
    case "cronExpression":
      return expression.value;
    case "rate":
      return `every ${expression.value.value} ${UNITS[expression.value.unit] ?? "units"}`;
    default:
      return undefined;
  }
}
