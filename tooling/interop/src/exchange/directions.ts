import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Case } from "../description/type.js";
import { Exchanged, type Tamper } from "./literals.js";
import type { Python, Question } from "./python.js";

/** Exchanges cases with Python: for each the difference that was found, or undefined. */
export type Direction = (python: Python, cases: readonly Case[]) => Promise<readonly (string | undefined)[]>;

/** TypeScript writes, Python reads and writes again, TypeScript reads. */
export function toPython(tamper: Tamper = {}): Direction {
  return async (python, cases) => {
    const sent = await Promise.all(cases.map(async (each) => writeOurs(each, python.store, tamper)));
    const asked = sent.flatMap(({ made }) => (made === undefined ? [] : [made.question]));
    const answers = [...(await python.ask("read", asked))];
    return Promise.all(
      cases.map(async ({ values }, i) => {
        const { made, failure } = sent[i] ?? {};
        if (made === undefined) return failure;
        const { difference, literals = [] } = answers.shift() ?? { difference: "no answer" };
        if (difference !== undefined) return `in Python: ${difference}`;
        return firstDifference(values.map((value, i) => made.exchanged.difference(literals[i] ?? "", value)));
      }),
    );
  };
}

/** Python writes, TypeScript reads and writes again, Python reads. */
export function fromPython(tamper: Tamper = {}): Direction {
  return async (python, cases) => {
    const answers = await python.ask("write", cases.map(question));
    const results = await Promise.all(
      cases.map(async (each, i) => {
        const { difference, literals = [] } = answers[i] ?? { difference: "no answer" };
        if (difference !== undefined) return { failure: `in Python: ${difference}` };
        return readAgain(each, literals, { store: python.store, tamper });
      }),
    );
    const checked = [
      ...(await python.ask(
        "check",
        results.flatMap(({ made }) => (made === undefined ? [] : [made])),
      )),
    ];
    return results.map(({ made, failure }) => {
      if (made === undefined) return failure;
      const { difference } = checked.shift() ?? { difference: "no answer" };
      return difference === undefined ? undefined : `back in Python: ${difference}`;
    });
  };
}

async function readAgain(
  each: Case,
  sent: readonly string[],
  { store, tamper }: { readonly store: ValueStore; readonly tamper: Tamper },
): Promise<Attempt<Question>> {
  try {
    const exchanged = new Exchanged(each.type, store, tamper);
    const literals = sent.map((literal) => exchanged.receive(literal));
    const failure = await firstDifference(
      each.values.map((value, i) => exchanged.difference(literals[i] ?? "", value)),
    );
    if (failure !== undefined) return { failure };
    const again = await Promise.all(
      literals.map((literal, i) => exchanged.again(literal, each.values[i] ?? null)),
    );
    return { made: { ...question(each), literalType: exchanged.literalType, literals: again } };
  } catch (error) {
    return { failure: String(error) };
  }
}

interface Attempt<T> {
  readonly made?: T;
  readonly failure?: string;
}

async function writeOurs(
  each: Case,
  store: ValueStore,
  tamper: Tamper,
): Promise<Attempt<{ readonly exchanged: Exchanged; readonly question: Question }>> {
  try {
    const exchanged = new Exchanged(each.type, store, tamper);
    const literals = await Promise.all(each.values.map((value) => exchanged.encode(value)));
    const { literalType } = exchanged;
    return { made: { exchanged, question: { ...question(each), literalType, literals } } };
  } catch (error) {
    return { failure: String(error) };
  }
}

function question({ type, values }: Case): Question {
  return { type: JSON.parse(JSON.stringify(type)) as Question, values };
}

async function firstDifference(found: readonly Promise<string | undefined>[]): Promise<string | undefined> {
  return (await Promise.all(found)).find((each) => each !== undefined);
}
