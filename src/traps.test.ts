import { describe, expect, test } from 'vitest'
import { readers, traps } from './traps.test-support'

// A pattern that tries a text in ever more ways does not come to an end here; what each takes is told by `npm run hostile -- traps`.
const long = 10_000

/** Where a long text is another one: it nests deeper than any stack, has a quote of a third kind, or a key too long for one line. */
const differs: ReadonlySet<string> = new Set([
  'text as a whole: dashes and blanks',
  'text as a whole: double quotes',
  'text as a whole: brackets',
  'text as a whole: names and colons',
])

describe.each(Object.entries(readers))('%s', (reader, read) => {
  test.each(Object.entries(traps))('says the same of long %s as of short', (trap, make) => {
    if (differs.has(`${reader}: ${trap}`)) expect(read(make(long))).not.toBe(read(make(5)))
    else expect(read(make(long))).toBe(read(make(5)))
  })
})
