// Written by `pull` of @flytekit-ts/remote from what is registered. Do not change it: pull again.
//
// pulled {"format":1,"asked":{"project":"orchard","domain":"development","kinds":["task","launch-plan"],"entities":[{"project":"orchard","domain":"development","name":"grading.grade","kinds":["task","launch-plan"]}]},"hash":"9232b76cdf15"}
// pulled {"kind":"task","project":"orchard","domain":"development","name":"grading.grade","version":"v1","inputs":{"apples":"list of record Apple #b815696cd40b","lightest":"map of float #9d4372d4ba8a","strict":"optional boolean #28ce392d0488"},"outputs":{"o0":"list of record Crate #0ac86812464e"}}
// pulled {"record":"Apple","fields":{"variety":"string","grams":"float","bruises":"integer","picked":"optional date (such as \"2024-05-31\")"}}
// pulled {"record":"Crate","fields":{"grade":"enum(\"table\", \"juice\")","apples":"integer","kilograms":"float"}}

import { referenceTask, t } from "@flytekit-ts/workflow";

export class Apple extends t.struct("Apple", {
  variety: t.string(),
  grams: t.float(),
  bruises: t.int().default(0),
  picked: t.optional(t.date()),
}) {}

export class Crate extends t.struct("Crate", {
  grade: t.enum(["table", "juice"]),
  apples: t.int(),
  kilograms: t.float(),
}) {}

/** Sorts apples into crates: those that look well are for the table, and the others for juice. */
export const grade = referenceTask({
  project: "orchard",
  domain: "development",
  name: "grading.grade",
  version: "v1",
  inputs: {
    apples: t.list(Apple),
    lightest: t.map(t.float()),
    strict: t.optional(t.boolean()),
  },
  output: t.list(Crate),
});
