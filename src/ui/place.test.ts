import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, type Place, type Placement, placeBeside } from './place'

const view: Box = { left: 0, top: 0, width: 1000, height: 800 }
const box = (left: number, top: number, width = 100, height = 28): Box => ({ left, top, width, height })
const size = (width: number, height: number) => ({ width, height })

const rows: [string, Box, { width: number; height: number }, Placement, Partial<Place>][] = [
  [
    'below, left edges together',
    box(200, 100),
    size(180, 300),
    {},
    { left: 200, top: 132, side: 'bottom', maxHeight: 660 },
  ],
  ['right edges together', box(200, 100), size(180, 300), { align: 'end' }, { left: 120 }],
  ['centred', box(200, 100), size(180, 300), { align: 'center' }, { left: 160 }],
  ['no room below: above', box(200, 700), size(180, 300), {}, { top: 396, side: 'top' }],
  [
    'no room on either side: the larger, cut',
    box(200, 500),
    size(180, 900),
    {},
    { side: 'top', top: 8, maxHeight: 488 },
  ],
  ['wanted above, no room: below', box(200, 10), size(80, 30), { side: 'top' }, { side: 'bottom', top: 42 }],
  ['pushed back from the right edge', box(950, 100, 40), size(180, 300), {}, { left: 812 }],
  ['wider than the window: from the left edge', box(10, 100), size(1200, 300), {}, { left: 8 }],
]

test.each(rows)('%s', (_name, anchor, popup, wanted, place) => {
  expect(placeBeside(anchor, popup, view, wanted)).toMatchObject(place)
})

test('a popup no larger than the window never leaves it, and never covers its anchor', () => {
  const length = (max: number) => fc.integer({ min: 1, max })
  const placement = fc.record({
    side: fc.constantFrom('top', 'bottom'),
    align: fc.constantFrom('start', 'center', 'end'),
  })
  fc.assert(
    fc.property(length(900), length(740), length(200), length(50), length(980), length(780), placement, (...given) => {
      const [left, top, width, height, popupWidth, popupHeight, wanted] = given
      const anchor = box(left, top, width, height)
      const place = placeBeside(anchor, size(popupWidth, popupHeight), view, wanted as Placement)
      const shown = Math.min(popupHeight, place.maxHeight)
      expect(place.left).toBeGreaterThanOrEqual(8)
      expect(place.left + popupWidth).toBeLessThanOrEqual(992)
      if (place.side === 'bottom') expect(place.top).toBeGreaterThanOrEqual(top + height)
      else expect(place.top + shown).toBeLessThanOrEqual(top)
      if (shown > 0) expect(place.top + shown).toBeLessThanOrEqual(792)
    }),
    { seed: 7, numRuns: 500 },
  )
})
