import { BinaryReader } from "@bufbuild/protobuf/wire";
import { CreateWorkflowFailureReason, EventFailureReason, InactiveProject } from "@flytekit-ts/models/admin";
import { Any } from "@flytekit-ts/models/google";

/** What a server adds to a failure besides words. */
export interface StatusDetail {
  /** The full name of the message: `flyteidl.admin.InactiveProject`. */
  readonly type: string;
  /** The message itself where its type is known, its bytes otherwise. */
  readonly value: unknown;
}

const KNOWN = [CreateWorkflowFailureReason, EventFailureReason, InactiveProject];

/** The details in a `google.rpc.Status`, which gRPC carries in a trailer. None if the bytes are no such message: they only add to an error. */
export function statusDetails(bytes: Uint8Array): readonly StatusDetail[] {
  try {
    return anysIn(bytes).map(toDetail);
  } catch {
    // Whatever a server, or a proxy before it, put there must not hide the failure itself.
    return [];
  }
}

function toDetail({ typeUrl, value }: Any): StatusDetail {
  const type = typeUrl.slice(typeUrl.lastIndexOf("/") + 1);
  const codec = KNOWN.find(({ $type }) => $type === type);
  return { type, value: codec === undefined ? value : codec.decode(value) };
}

// google.rpc.Status: 1 the code, 2 the message, 3 details.
function anysIn(bytes: Uint8Array): readonly Any[] {
  const reader = new BinaryReader(bytes);
  const anys: Any[] = [];
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (field === 3) anys.push(Any.decode(reader.bytes()));
    else reader.skip(wireType, field);
  }
  return anys;
}
