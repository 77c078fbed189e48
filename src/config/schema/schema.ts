import { z } from 'zod'
import { field, type Section } from './field'
import { control } from './sections/control'
import { data } from './sections/data'
import { diffusion } from './sections/diffusion'
import { dreambooth } from './sections/dreambooth'
import { edit } from './sections/edit'
import { expManager } from './sections/exp-manager'
import { exporting } from './sections/export'
import { fid } from './sections/fid'
import { firstStage } from './sections/first-stage'
import { general } from './sections/general'
import { hydra } from './sections/hydra'
import { imagen } from './sections/imagen'
import { imagenInfer } from './sections/imagen-infer'
import { infer } from './sections/infer'
import { model } from './sections/model'
import { optim } from './sections/optim'
import { peft } from './sections/peft'
import { sampling } from './sections/sampling'
import { textEncoder } from './sections/text-encoder'
import { trainer } from './sections/trainer'
import { trtInfer } from './sections/trt-infer'
import { unet } from './sections/unet'

/** Every section, in the order a user fills them in. */
export const sections: readonly Section[] = [
  general,
  data,
  trainer,
  expManager,
  optim,
  model,
  diffusion,
  unet,
  firstStage,
  textEncoder,
  control,
  dreambooth,
  peft,
  imagen,
  infer,
  sampling,
  edit,
  fid,
  exporting,
  imagenInfer,
  trtInfer,
  hydra,
]

interface Tree {
  readonly fields: Record<string, z.ZodType>
  readonly below: Map<string, Tree>
  self: Section['self']
  nullable: boolean
}
const newTree = (): Tree => ({ fields: {}, below: new Map(), self: {}, nullable: false })

function gather(): Tree {
  const root = newTree()
  for (const { path, fields, self, nullable = false } of sections) {
    let tree = root
    for (const step of path) {
      const next = tree.below.get(step) ?? newTree()
      tree.below.set(step, next)
      tree = next
    }
    Object.assign(tree.fields, fields)
    if (Object.keys(self).length > 0) tree.self = self
    tree.nullable ||= nullable
  }
  return root
}

const objectOf = (tree: Tree): Record<string, z.ZodType> => ({
  ...tree.fields,
  ...Object.fromEntries(
    [...tree.below].map(([key, below]) => {
      const object = z.looseObject(objectOf(below))
      return [key, field(below.nullable ? object.nullable() : object, below.self)]
    }),
  ),
})

/** The parameters of the whole config, nested as in the file. */
export const configShape: Readonly<Record<string, z.ZodType>> = objectOf(gather())

/** The one schema of a Text2Img config. */
export const configSchema = z.looseObject(configShape)
