import type { ConfigView } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { isNothing } from '../shared/inference'

const prompt = 'edit.prompt'
const grid = 'edit.combine_images'
const many = 'edit.num_images_per_prompt'

/** Rows and columns for a number of pictures, as square as it gets. */
function gridFor(n: number): readonly [number, number] {
  let rows = Math.floor(Math.sqrt(n))
  while (n % rows !== 0) rows--
  return [rows, n / rows]
}

function otherGrid(c: ConfigView): Finding | null {
  const [r, columns] = c.list(grid) ?? []
  const n = c.int(many)
  if (typeof r !== 'number' || typeof columns !== 'number' || n === undefined || r * columns === n) return null
  const variant = r * columns < n ? {} : { variant: 'black' }
  return { at: grid, also: [many], facts: { r, c: columns, n }, fix: set(grid, gridFor(n)), ...variant }
}

/** Editing pictures by instructions. examples/multimodal/text_to_image/instruct_pix2pix/sd_edit_cli.py */
export const editPictureRules: readonly Rule[] = [
  {
    id: 'edit-empty-prompt',
    level: 'error',
    check: (c) =>
      c.has('edit') && c.isDict('edit') && (isNothing(c, prompt) || c.get(prompt) === '') ? { at: prompt } : null,
  },
  { id: 'edit-grid', level: 'warning', check: otherGrid },
]
