import { logFields, type Logger, loggerTo, logText } from "@flytekit-ts/core/context";
import type { RunContext } from "../scope.js";
import type { ScopeView } from "../scope-view.js";
import { tellLogged, type Told } from "../tell.js";

/** The logger of one attempt: its messages become events of the node, and go to the logger of the run. */
export function nodeLogger(
  told: Told,
  attempt: number,
  scope: ScopeView & { readonly run: Pick<RunContext, "logTask" | "secrets"> },
): Logger {
  const { logTask, secrets } = scope.run;
  return loggerTo((level, given, givenFields) => {
    const message = secrets.masker.mask(logText(given));
    const fields = secrets.masker.maskData(logFields(givenFields));
    const logged = { attempt, level, message, ...(fields === undefined ? {} : { fields }) };
    // Who cannot take it now cannot take the end of the node either, and the run waits for that.
    tellLogged(told, logged, scope)?.catch(() => {});
    logTask({ node: told.path, entity: told.node.entity, ...logged });
  });
}
