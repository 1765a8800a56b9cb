/**
 * Shares out whole seats in proportion to counts by the largest remainder: every share is within one seat of its
 * exact value and the seats are all given. Equal remainders go to the earlier count. Counts of nothing get nothing.
 */
export function apportion(counts: readonly number[], seats: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * seats);
  const shares = exact.map(Math.floor);
  const left = seats - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
