import { type ConfigView, pathOfPlace } from '../../view/config-view'
import { type Finding, type Rule, set } from '../../view/rule'
import { batchOf } from '../batch/batch'
import { fidSizes } from '../batch/batch-size'
import { isPil, usesPipeline } from '../shared/inference'

const devices = 'trainer.devices'
const tasks = 'fid.ntasks_per_node'
const worker = 'fid.local_task_id'
const nodes = 'fid.nnodes_per_cfg'

/** The script saves the pictures itself. examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py:92 */
function* output(c: ConfigView): Iterable<Finding> {
  if (!c.has('fid') || !usesPipeline(c)) return
  const save = 'infer.save_to_file'
  if (!c.isFalse(save)) yield { at: save, fix: set(save, false) }
  if (!isPil(c)) yield { at: 'infer.output_type', variant: 'type', fix: set('infer.output_type', 'pil') }
}

function* manyPictures(c: ConfigView): Iterable<Finding> {
  if (!c.has('fid')) return
  for (const at of ['infer.num_images_per_prompt', 'infer.num_samples']) {
    const value = c.knows(at) ? c.int(at) : undefined
    if (value !== undefined && value !== 1) yield { at, facts: { value }, fix: set(at, 1) }
  }
}

/** Where the numbers stop the run, the rule of the batch sizes says so. */
function otherDevices(c: ConfigView): Finding | null {
  const n = c.has('fid') ? c.int(tasks) : undefined
  const d = batchOf(c).devices
  if (n === undefined || typeof d !== 'number' || d === n || fidSizes(c) !== null) return null
  const fix = { kind: 'set', path: pathOfPlace(devices), source: `\${${tasks}}` } as const
  return { at: devices, also: [tasks], facts: { d, n }, fix }
}

/** Pictures for FID and CLIP scores. examples/multimodal/text_to_image/stable_diffusion/generate_fid_images.py */
export const fidRules: readonly Rule[] = [
  { id: 'fid-output', level: 'error', check: output },
  { id: 'fid-one-image', level: 'error', check: manyPictures },
  { id: 'fid-devices', level: 'warning', check: otherDevices },
  {
    id: 'fid-worker-index',
    level: 'info',
    check: (c) => ((c.int(tasks) ?? 1) > 1 && c.isNull(worker) ? { at: worker, also: [tasks] } : null),
  },
  {
    id: 'fid-micro-batch',
    level: 'info',
    check: (c) => (c.has('fid') && usesPipeline(c) ? { at: 'infer.batch_size', also: [tasks] } : null),
  },
  {
    id: 'fid-imagen-nodes',
    level: 'warning',
    check(c) {
      const value = c.has('models') ? (c.int(nodes) ?? 1) : 1
      return value > 1 ? { at: nodes, facts: { value }, fix: set(nodes, 1) } : null
    },
  },
]
