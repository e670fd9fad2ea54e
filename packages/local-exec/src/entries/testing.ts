// For tests of workflows: time without waiting, answers, mocks, faults, orders of execution and what a run did.
export { virtualClock } from "../testing/virtual-clock.js";
export type { VirtualClock, VirtualClockOptions } from "../testing/virtual-clock.js";
export { answerAfter, answersInTurn } from "../testing/answers.js";
