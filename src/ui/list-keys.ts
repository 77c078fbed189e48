/** The place that a key goes to in a list of `count` items, round the ends; null when the key does not move. */
export function stepTo(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return index < 0 ? 0 : (index + 1) % count
  if (key === 'ArrowUp') return index <= 0 ? count - 1 : index - 1
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
