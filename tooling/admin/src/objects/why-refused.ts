import type { IncomingMessage } from "node:http";
import { AwsClient } from "aws4fetch";

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** Why a request with a signed URL may not pass, in the words of S3; undefined if it may. */
export async function whyRefused(request: IncomingMessage, keys: Keys): Promise<string | undefined> {
  const { method = "GET", headers } = request;
  const url = new URL(request.url ?? "/", `http://${headers.host}`);
  const signature = url.searchParams.get("X-Amz-Signature");
  const datetime = url.searchParams.get("X-Amz-Date");
  if (signature === null || datetime === null) return "AccessDenied: the request is not signed";
  const end = timeOf(datetime) + Number(url.searchParams.get("X-Amz-Expires")) * 1000;
  if (!(Date.now() <= end)) return "AccessDenied: Request has expired";
  const names = (url.searchParams.get("X-Amz-SignedHeaders") ?? "").split(";");
  const signed = names.filter((name) => name !== "host").map((name) => [name, textOf(headers[name])]);
  for (const name of [...url.searchParams.keys()]) {
    if (name.startsWith("X-Amz-") && name !== "X-Amz-Expires") url.searchParams.delete(name);
  }
  const again = await new AwsClient({ ...keys, service: "s3" }).sign(url, {
    method,
    headers: Object.fromEntries(signed) as Record<string, string>,
    aws: { signQuery: true, datetime },
  });
  const isSame = new URL(again.url).searchParams.get("X-Amz-Signature") === signature;
  return isSame ? undefined : "SignatureDoesNotMatch";
}

function textOf(value: string | readonly string[] | undefined): string {
  return value === undefined ? "" : String(value);
}

/** The milliseconds of `20261129T151018Z`. */
function timeOf(datetime: string): number {
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(datetime) ?? [];
  if (day === undefined || time === undefined) return Number.NaN;
  const date = day.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return Date.parse(`${date}T${time.replace(/^(\d\d)(\d\d)(\d\d)$/, "$1:$2:$3")}Z`);
}
