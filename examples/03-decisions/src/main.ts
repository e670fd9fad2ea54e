import { startLocal } from "@flytekit-ts/local-exec";
import { compile, isFlytekitError } from "@flytekit-ts/workflow";
import { settle } from "./refunds.js";

const claims = [
  { order: "A-1042", price: 19.9, daysOwned: 400, claimsThisYear: 0, returned: false },
  { order: "B-2210", price: 39.9, daysOwned: 20, claimsThisYear: 1, returned: false },
  { order: "C-3174", price: 180, daysOwned: 73, claimsThisYear: 0, returned: true },
  { order: "D-4406", price: 180, daysOwned: 73, claimsThisYear: 0, returned: false },
  { order: "E-5091", price: 2400, daysOwned: 30, claimsThisYear: 1, returned: true },
  { order: "F-6660", price: 2400, daysOwned: 30, claimsThisYear: 9, returned: true },
];

// What people would answer in the console.
const gates = { "large-refund": true, "note-for-customer": "with our apologies" };

for (const claim of claims) {
  const run = startLocal(settle, claim, { gates });
  const ran: string[] = [];
  for await (const event of run.events()) {
    if (event.kind === "node-started") ran.push(event.name);
  }
  const outcome = await run.result.catch((error: unknown) => {
    if (!isFlytekitError(error)) throw error;
    return `${claim.order}: ${error.text}`;
  });
  process.stdout.write(`${outcome}\n    ${ran.join(" > ")}\n`);
}

process.stdout.write("\nArms that became sub-workflows:\n");
for (const { workflow } of compile(settle).subWorkflows) process.stdout.write(`    ${workflow.name}\n`);
