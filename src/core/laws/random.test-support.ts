/** A stream of choices that a seed determines (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 up to but not including `below`; 0 when that is none. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.next() * times < 1
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }
}
