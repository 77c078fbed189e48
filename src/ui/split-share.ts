export interface Limits {
  /** Pixels of the whole, and the least of each part. */
  readonly whole: number
  readonly minFirst: number
  readonly minSecond: number
}

/** The share (0–1) of the second part that is nearest to a wanted one; when there is no room for both, half. */
export function clampShare(share: number, { whole, minFirst, minSecond }: Limits): number {
  if (whole < minFirst + minSecond) return 0.5
  return Math.min(Math.max(share, minSecond / whole), 1 - minFirst / whole)
}

const step = 0.02
const leap = 0.1

/** The share after a key on the separator; null when the key does not move it. Left and up make the second part larger. */
export function shareAfterKey(key: string, far: boolean, share: number, limits: Limits): number | null {
  const by = far ? leap : step
  if (key === 'ArrowLeft' || key === 'ArrowUp') return clampShare(share + by, limits)
  if (key === 'ArrowRight' || key === 'ArrowDown') return clampShare(share - by, limits)
  if (key === 'Home') return clampShare(1, limits)
  if (key === 'End') return clampShare(0, limits)
  return null
}
