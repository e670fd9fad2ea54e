import { fromPython, toPython } from "../exchange/directions.js";
import type { Tamper } from "../exchange/literals.js";
import type { Python } from "../exchange/python.js";
import { type Fault, faults } from "./faults.js";

/** The planted faults that were not found, in words. */
export async function missedFaults(python: Python): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const fault of faults) {
    const without = await exchange(python, fault, {});
    if (without !== undefined) missed.push(`without ${fault.name}: ${without}`);
    else if ((await exchange(python, fault, fault.tamper)) === undefined) missed.push(fault.name);
  }
  return missed;
}

async function exchange(python: Python, fault: Fault, tamper: Tamper): Promise<string | undefined> {
  const direction = fault.to === "Python" ? toPython(tamper) : fromPython(tamper);
  const [difference] = await direction(python, [fault.case]);
  return difference;
}
