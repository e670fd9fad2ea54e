/** A decimal as text, with all its digits: the unscaled integer, in any of the forms in which files have it. */
export function decimalText(plain: unknown, scale: number): string {
  const unscaled = plain instanceof Uint8Array ? bigEndian(plain) : BigInt(plain as bigint | number);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const sign = unscaled < 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function bigEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
}
