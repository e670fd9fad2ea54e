import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { asking } from "../../cluster/not-on-cluster.js";
import { launchPlans, scheduleOf } from "../../cluster/lists/entities.js";
import { timeText } from "../../cluster/times.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { interfaceWords } from "../../entities/interface-words.js";
import { literalsJson } from "../../values/literal-json.js";
import { valueText } from "../../values/result-text.js";
import type { launchPlanShowSpec } from "./spec.js";

/** `tsflyte launchplan show` */
export const launchPlanShow: Action<typeof launchPlanShowSpec> = async (
  { arguments: given, options },
  cli,
) => {
  const { out, host } = cli;
  const { signal } = host;
  return await withCluster(cli, options, async (remote) => {
    const asked = { kind: "launch-plan", ...given } as const;
    const plan = await asking(remote, asked, () => remote.launchPlan(given, { signal }));
    const { name, version } = plan.id;
    const { interface: declared } = await remote.interfaceOf(
      { kind: "launch-plan", name, version },
      { signal },
    );
    const fixed = literalsJson(plan.spec.fixedInputs?.literals ?? new Map());
    const words = interfaceWords(declared);
    out.object({ ...launchPlans.toJson(plan), interface: words, fixedInputs: fixed });
    const rows = [
      ["name", name],
      ["version", version],
      ["active", plan.isActive ? "yes" : "no"],
      ["workflow", `${plan.spec.workflowId?.name ?? ""} ${plan.spec.workflowId?.version ?? ""}`],
      ["takes", words],
      ...Object.entries(fixed).map(([input, value]) => [`fixes ${input}`, valueText(value)]),
      ["schedule", scheduleOf(plan) ?? "none"],
      ["registered", timeText(plan.createdAt)],
    ];
    out.table([{ title: "" }, { title: "", gives: 1 }], rows);
    return ExitCode.Success;
  });
};
