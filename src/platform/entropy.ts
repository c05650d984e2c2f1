/**
 * Bits, estimated by the frequencies of the characters (Shannon) or, if that is less, of the steps from
 * one to the next: repeated and counted texts have few, and a sentence passes.
 */
export function entropyOf(text: string): number {
  const codes = [...Buffer.from(text)];
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return codes.length * Math.min(bitsEach(codes), bitsEach(steps));
}

function bitsEach(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / values.length);
  return shares.reduce((bits, share) => bits - share * Math.log2(share), 0);
}
