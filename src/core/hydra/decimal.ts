/** `digits` × 10^`exponent`, as Python's `decimal.Decimal` of a float: exact. */
export interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/** Python's default context keeps so many digits of a sum. */
const precision = 28

/** The exact value of a finite double. */
export function decimalOf(value: number): Decimal {
  let exponent = 0
  let whole = value
  // A double is a whole number of 2^-1074 at the least; doubling is exact.
  while (!Number.isInteger(whole)) {
    whole *= 2
    exponent--
  }
  return { digits: BigInt(whole) * 5n ** BigInt(-exponent), exponent }
}

const scaled = ({ digits, exponent }: Decimal, to: number): bigint => digits * 10n ** BigInt(exponent - to)

/** The sum, rounded to 28 digits, half to even. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent)
  const digits = scaled(a, exponent) + scaled(b, exponent)
  const excess = String(digits).replace('-', '').length - precision
  if (excess <= 0) return { digits, exponent }
  const unit = 10n ** BigInt(excess)
  const [low, rest] = [digits / unit, digits % unit]
  const size = rest < 0n ? -rest : rest
  const isUp = size * 2n > unit || (size * 2n === unit && low % 2n !== 0n)
  return { digits: isUp ? low + (digits < 0n ? -1n : 1n) : low, exponent: exponent + excess }
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent)
  const [x, y] = [scaled(a, exponent), scaled(b, exponent)]
  return x < y ? -1 : x > y ? 1 : 0
}

export const decimalToNumber = ({ digits, exponent }: Decimal): number => Number(`${digits}e${exponent}`)
