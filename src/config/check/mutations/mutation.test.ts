import { describe, expect, test } from 'vitest'
import { diffText } from '../../../core/document/text-diff'
import { isWhole } from '../../../core/laws/rounds.test-support'
import { printPath } from '../../../core/path'
import {
  type Config,
  configs,
  deviations,
  type Inherent,
  type Kind,
  type Mutation,
  randomOf,
} from './mutation.test-support'
import { parameterOfAnother, removedKey, unknownClass, wrongParameter } from './mutation-choices.test-support'
import { duplicateKey, missingKey, misspeltKey, unknownKey, wrongSection } from './mutation-keys.test-support'
import {
  batchArithmetic,
  brokenReference,
  conflictingFlags,
  deadReference,
  outOfRange,
  wrongEnum,
  wrongType,
} from './mutation-values.test-support'

const kinds: Readonly<Record<string, Kind>> = {
  'misspelt key': misspeltKey,
  'wrong section': wrongSection,
  'unknown key': unknownKey,
  'missing key': missingKey,
  'duplicate key': duplicateKey,
  'removed key': removedKey,
  'parameter of another optimizer, schedule or sampler': parameterOfAnother,
  'wrong class parameter': wrongParameter,
  'unknown class': unknownClass,
  'wrong type': wrongType,
  'out of range': outOfRange,
  'wrong enum': wrongEnum,
  'misspelt reference': brokenReference,
  'dead reference': deadReference,
  'batch arithmetic': batchArithmetic,
  'conflicting flags': conflictingFlags,
}

/** What comes or goes beside the issue of a mistake: most are notes that read a value which is not known any more. */
const inherent: readonly Inherent[] = [
  {
    code: 'ema-resume-needs-ema-file',
    reads: /^exp_manager(?:\.resume_\w+)?$|^model(?:\.resume_from_checkpoint)?$/,
    why: 'whether a run is resumed is not known',
  },
  {
    code: 'logger-options-without-logger',
    reads: /^exp_manager(?:\.create_\w+_logger)?$|^trainer\.logger$/,
    why: 'whether there is a logger is not known',
  },
  {
    code: 'nemo-export-without-ema',
    reads: /^exp_manager\.(?:create_checkpoint_callback|checkpoint_callback_params)/,
    why: 'whether checkpoints are written is not known',
  },
  {
    code: 'save-top-k-all-disk',
    reads: /^(?:exp_manager\.create_checkpoint_callback|model)$/,
    why: 'whether checkpoints are written is not known',
  },
  {
    code: 'checkpoint-filename-consumed-samples',
    reads: /^(?:exp_manager\.create_checkpoint_callback|model|name)$/,
    why: 'whether checkpoints are written is not known',
  },
  {
    code: 'checkpoint-filename-slash',
    reads: /^exp_manager\.(?:create_checkpoint_callback|checkpoint_callback_params)/,
    why: 'whether checkpoints are written is not known',
  },
  { code: 'ema-disabled-options', reads: /^model$/, why: 'whether the run trains is not known' },
  {
    code: 'from-nemo-unset',
    reads: /^model\.(?:unet_config|first_stage_config)(?:\.(?:from_pretrained|from_NeMo|_target_))?$/,
    why: 'said at the first net that reads weights, or at the only place that may lack the key',
  },
  {
    code: 'data-finite-sampler-webdataset-version',
    reads: /^model\.data(?:\.train|\.train\.filterings|\.synthetic_data|\.webdataset)?$/,
    why: 'which sampler is used is not known',
  },
  {
    code: 'progress-bar-total',
    reads: /^exp_manager|^trainer\.max_(?:epochs|time)$/,
    why: 'what ends the run is another thing, or not known',
  },
  {
    code: 'val-check-interval-too-large',
    reads: /^exp_manager(?:\.checkpoint_callback_params\.monitor)?$|^trainer\.(?:max_epochs|limit_\w+)$/,
    why: 'the length of the run is not known',
  },
  {
    code: 'precache-both-inference',
    reads: /^model\.conditioner_config/,
    why: 'whether the text encoders can be built is not known',
  },
  {
    code: 'prior-off-data-given',
    reads: /^model\.data\.cached_reg_dir$/,
    why: 'whether pictures of the class are cached is not known',
  },
  {
    code: 'use-distributed-sampler-irrelevant',
    reads: /^exp_manager$|^model(?:\.data(?:\.synthetic_data)?)?$/,
    why: 'whether the data has batches of its own is not known',
  },
  { code: 'allow-tf32-ineffective', reads: /^model$/, why: 'the kind of config is not known: unused-key says it' },
  {
    code: 'unused-key',
    reads: /^exp_manager(?:\.resume_from_checkpoint)?$|^model$/,
    why: 'nothing refers to model.resume_from_checkpoint any more; or it takes the place of allow-tf32-ineffective',
  },
  { code: 'name-unused', reads: /^exp_manager(?:\.name)?$/, why: 'whether exp_manager names the run is not known' },
  {
    code: 'not-applicable',
    reads: /\.(?:sampler|sampler_type|discretization|guider)$/,
    why: 'which sampler is meant is not known',
  },
  {
    code: 'imagen-ckpt-config',
    reads: /^target_resolution$/,
    why: 'which stages are drawn is not known',
  },
  {
    code: 'consumed-samples-filename',
    reads: /^exp_manager\.resume_if_exists$/,
    why: 'without resuming, the warning about the file name is a note',
  },
  {
    code: 'infer-needs-torchrun',
    reads: /^trainer$/,
    why: 'said at another section while there is no trainer',
  },
  {
    code: 'class-moved',
    reads: /^model\.precache_mode$/,
    why: 'an error when the autoencoder may be built, else a note',
  },
  {
    code: 'gradients-not-synchronised',
    reads: /^trainer\.devices$/,
    why: 'a key of many sections may belong anywhere; without it every GPU is used',
  },
  { code: 'fid-devices', reads: /^infer$/, why: 'which script draws is not known' },
  { code: 'trainer-no-stop-condition', reads: /^model\.optim$/, why: 'only the schedule had a length' },
  { code: 'no-schedule-length', reads: /^exp_manager$/, why: 'whether the run trains is not known' },
]
/** `npm test` makes one mistake of a kind in every third config. */
const perConfig = Number(process.env.MUTATIONS ?? (isWhole ? 2 : 1))
const every = isWhole ? 1 : 3
const all = configs()

/** Some mistakes of a kind in a config, the same in every run. */
function someOf(kind: Kind, config: Config, seed: number): Mutation[] {
  const random = randomOf(seed)
  const mistakes = kind(config)
  const made: Mutation[] = []
  while (made.length < perConfig && mistakes.length > 0) {
    const [mistake] = mistakes.splice(Math.floor(random() * mistakes.length), 1)
    const mutation = mistake?.(random) ?? null
    if (mutation !== null) made.push(mutation)
  }
  return made
}

/** A mutation that is not reported as it should be, as code that makes it again. */
const report = ({ name, parsed }: Config, { path, text }: Mutation, found: readonly string[]): string =>
  [
    `${printPath(path)} of ${name}`,
    `  check(parse(applyEdits(text, ${JSON.stringify(diffText(parsed.text, text))})))`,
    ...found.map((line) => `  ${line}`),
  ].join('\n')

describe('a mistake in an official config or a recipe is one issue at its place', { timeout: 60_000 }, () => {
  test.each(Object.entries(kinds).map(([name, kind], row) => ({ name, kind, row })))('$name', ({ kind, row }) => {
    const made = all.flatMap((config, i) =>
      (i + row) % every === 0 ? someOf(kind, config, row * 1000 + i).map((mutation) => ({ config, mutation })) : [],
    )
    expect(made.length).toBeGreaterThanOrEqual((15 * perConfig) / every)
    const wrong = made.flatMap(({ config, mutation }) => {
      const found = deviations(config, mutation, inherent)
      return found.length === 0 ? [] : [report(config, mutation, found)]
    })
    expect(wrong.join('\n')).toBe('')
  })
})
