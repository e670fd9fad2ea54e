import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { meantBy } from "../../project/meant-by.js";

const NAME_ONE =
  "To run what is registered on a cluster, name the cluster: `--endpoint HOST`, or in flyte.config.ts.";

/** The error for a word that is no file, where no cluster is named on which it could be registered. */
export async function nowhere(word: string, cli: Cli): Promise<Error> {
  return errors.USAGE_INVALID({
    command: "tsflyte run",
    problem: `there is no file ${word} here, and no cluster is named on which it could be registered`,
    advice: [...(await meantBy(word, "tsflyte run", cli)), NAME_ONE].join("\n"),
  });
}
