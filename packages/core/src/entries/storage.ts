// For authors of storages and runners: the seam to where files, datasets and large literals are kept.
export { assertNotAborted } from "../storage/assert-not-aborted.js";
export { byteChunks } from "../storage/byte-chunks.js";
export { homeFolder } from "../storage/home-folder.js";
export { localDisk } from "../storage/local-disk.js";
export { isRemote, localPathOf, schemeOf } from "../storage/local-path.js";
export { makeDirectories } from "../storage/make-directories.js";
export { momentaryName } from "../storage/momentary-name.js";
export type { Signal } from "../storage/signal.js";
export { undoAtExit } from "../storage/undo-at-exit.js";
export { httpStorage } from "../stores/http/http-storage.js";
export type { HttpStorageOptions } from "../stores/http/http-storage.js";
export { lazyStorage } from "../stores/lazy-storage.js";
export type { LazyStorageOptions } from "../stores/lazy-storage.js";
export { pause } from "../stores/retries/pause.js";
export { timeLimit } from "../stores/retries/time-limit.js";
export type { TimeLimit } from "../stores/retries/time-limit.js";
export { untilAborted } from "../stores/retries/until-aborted.js";
export { resumingRead } from "../stores/retries/resuming-read.js";
export type { Arriving, ResumingRead } from "../stores/retries/resuming-read.js";
export { defaultRetryPolicy, retryAfterOf, retrying } from "../stores/retries/retrying.js";
export type { Retrying, RetryPolicy, Verdict } from "../stores/retries/retrying.js";
export { joinStorages, storageFor } from "../stores/storage-for.js";
export type {
  ByteStream,
  ReadOptions,
  Storage,
  StoredObject,
  WebByteStream,
  WriteOptions,
} from "../storage/storage.js";
export { leadsNowhere, systemCode, systemWords } from "../storage/system-words.js";
export type { SystemAction } from "../storage/system-words.js";
export { storagesOf } from "../storage/storages-of.js";
export { localStore } from "../files/local-store.js";
export type { LocalStore, LocalStoreOptions } from "../files/local-store.js";
export { fileNameOf } from "../files/file-name.js";
export type { ValueStore } from "../types/value-store.js";
export { uriWords } from "../words/uri-words.js";
export { fetchLiterals, isOffloaded } from "../files/fetch-literals.js";
export { loadLiterals, storeLiterals } from "../task/stored-literals.js";
export { urisIn } from "../task/uris-in.js";
export { workingFiles } from "../task/working-directory.js";
export type { WorkingFiles } from "../task/working-directory.js";
export { answerFault } from "../object-store/answer-fault.js";
export type { FailedAnswer } from "../object-store/answer-fault.js";
export { nodeHasher } from "../object-store/hasher.js";
export type { Hasher } from "../object-store/hasher.js";
export { networkFault } from "../object-store/network-fault.js";
export { objectStorage } from "../object-store/object-storage.js";
export type {
  ObjectBody,
  ObjectMaking,
  ObjectPage,
  ObjectPlace,
  ObjectRange,
  ObjectStore,
  PartUpload,
  SendOptions,
  UploadPart,
} from "../object-store/object-store.js";
export { plainWords } from "../object-store/plain-words.js";
export { patienceOf } from "../object-store/patience.js";
export type { Patience } from "../object-store/patience.js";
export { RequestFailed } from "../errors/request-failed.js";
export type { RequestFault } from "../errors/request-failed.js";
