import type { KnownDifference } from "./known-difference.js";
import { defaultResolver, noResolver } from "./rules/commands.js";
import { assertionInDynamic, subWorkflowsNumbered } from "./rules/dynamics.js";
import { fileUris, namesAsTheyAre, oneCopy, placesOfOurOwn, readWhenAsked } from "./rules/files.js";
import { defaultInMap, extraOfMap, packedListOfMap } from "./rules/maps.js";
import {
  fractionForInteger,
  integerForDuration,
  integerTooLarge,
  packedIntegerForFloat,
  wholeNumberInStruct,
} from "./rules/numbers.js";
import { choicesChecked, defaultsFilled, emptyOutputs, uncheckedRecord } from "./rules/outputs.js";
import { durationTooLong, nanosecondsKept, offsetsDropped } from "./rules/times.js";
import { absentOptional, bareVariant, unionForPlain, untaggedVariant } from "./rules/unions.js";

/** Where we are meant to leave something else than flytekit. The first rule that explains all of a row counts. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  integerTooLarge,
  fractionForInteger,
  packedIntegerForFloat,
  integerForDuration,
  wholeNumberInStruct,
  nanosecondsKept,
  offsetsDropped,
  durationTooLong,
  absentOptional,
  untaggedVariant,
  bareVariant,
  unionForPlain,
  fileUris,
  readWhenAsked,
  placesOfOurOwn,
  namesAsTheyAre,
  oneCopy,
  emptyOutputs,
  uncheckedRecord,
  defaultsFilled,
  choicesChecked,
  packedListOfMap,
  extraOfMap,
  defaultInMap,
  defaultResolver,
  noResolver,
  subWorkflowsNumbered,
  assertionInDynamic,
];
