// For runners: what the context of a task is made of, which tasks there are, and whether an error is worth another
// attempt.
export { onTaskDeclared } from "../entity/declared-tasks.js";
export { isRecoverable, isRunByOthers } from "../task/is-recoverable.js";
export type { Recovering } from "../task/is-recoverable.js";
export { checkpointAt } from "../context/checkpoint-at.js";
export type { Checkpoint, CheckpointPlaces } from "../context/checkpoint.js";
export { nameOfDeclared } from "../context/declared-secret.js";
export { logFields, logText } from "../context/log-data.js";
export type { LogData, LoggedFields } from "../context/log-data.js";
export { loggerTo } from "../context/logger.js";
export type { LogFields, Logger, LoggerLevel } from "../context/logger.js";
export { SecretMasker } from "../context/secret-masker.js";
export { secretWords } from "../context/secret-name.js";
export type { SecretName, SecretRequest } from "../context/secret-name.js";
export { findSecret } from "../context/secret-source.js";
export type { SecretEnvironment, SecretSource, SecretValue, SecretValues } from "../context/secret-source.js";
export { secretsOf } from "../context/secrets.js";
export type { SecretOptions, Secrets } from "../context/secrets.js";
export { deckPage } from "../deck/deck-page.js";
export { deckTabs } from "../deck/deck-tabs.js";
export type { DeckTabs } from "../deck/deck-tabs.js";
export { valuesTab } from "../deck/values-tab.js";
export type { Deck, DeckPart } from "../deck/deck.js";
