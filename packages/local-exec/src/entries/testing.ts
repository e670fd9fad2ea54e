// For tests of workflows: time without waiting, answers, mocks, faults, orders of execution and what a run did.
export { virtualClock } from "../testing/virtual-clock.js";
export type { VirtualClock, VirtualClockOptions } from "../testing/virtual-clock.js";
export { answerAfter, answersInTurn } from "../testing/answers.js";
export { explore } from "../testing/explore.js";
export type { Explored, ExploreOptions } from "../testing/explore.js";
export { fault } from "../testing/fault.js";
export type { FaultAt, FaultOptions } from "../testing/fault.js";
export { mocked } from "../testing/mocked.js";
export type { CountingMock, MockCall, MockedOptions } from "../testing/mocked.js";
export { seededSchedule } from "../testing/seeded-schedule.js";
export type { SeededSchedule } from "../testing/seeded-schedule.js";
export { assertRun, runMatchers } from "../testing/matchers.js";
export type { Matched, RunAssertions, RunMatchers } from "../testing/matchers.js";
export { recordOf } from "../testing/run-record.js";
export type { Recordable, RunRecord } from "../testing/run-record.js";
export { runSchedule } from "../testing/run-schedule.js";
export type { RunScheduleOptions, ScheduledRun } from "../testing/run-schedule.js";
