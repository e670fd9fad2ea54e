/** OPTION_INVALID: a plain function among what a dynamic uses. */
import { dynamic, t } from "@flytekit-ts/workflow";

const square = ({ x }: { x: number }): number => x * x;

// @ts-expect-error a list of entities
export const grow = dynamic({ name: "grow", inputs: { n: t.int() }, uses: [square] }, () => {}); // here
