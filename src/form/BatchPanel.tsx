import { useCallback, useId, useState } from 'react'
import { type BatchArithmetic, batchOf, type Figure } from '../config/rules/batch/batch'
import { trains } from '../config/rules/shared/training'
import { parsePath } from '../core/path'
import { useMessages } from '../i18n/I18n'
import { setField } from '../state/edits'
import type { AppState } from '../state/store'
import { useAppState, useStore } from '../state/store-context'
import { configOf } from '../state/views/config-of'
import { TextInput } from '../ui/TextInput'
import { VisuallyHidden } from '../ui/VisuallyHidden'
import styles from './BatchPanel.module.css'

const sameBatch = (a: BatchArithmetic | null, b: BatchArithmetic | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** The arithmetic of a config that trains; `samples` as typed. */
function useBatch(samples: string): BatchArithmetic | null {
  const dataset = Number(samples.replace(/[\s_,]/g, '')) || undefined
  const select = useCallback(
    (state: AppState) => {
      const config = configOf(state)
      return trains(config) ? batchOf(config, dataset) : null
    },
    [dataset],
  )
  return useAppState(select, sameBatch)
}

const places = {
  devices: 'trainer.devices',
  nodes: 'trainer.num_nodes',
  tensor: 'model.tensor_model_parallel_size',
  pipeline: 'model.pipeline_model_parallel_size',
  context: 'model.context_parallel_size',
  globalBatch: 'model.global_batch_size',
  microBatch: 'model.micro_batch_size',
} as const
type Term = keyof typeof places

const isNumber = (figure: Figure): figure is number => typeof figure === 'number'

/** Devices to data-parallel size, global batch to accumulation steps: each figure leads to its field; what does not fit, with what would. */
export function BatchPanel() {
  const { batch } = useMessages()
  const [samples, setSamples] = useState('')
  const sizes = useBatch(samples)
  if (sizes === null) return null
  const groups = (['tensor', 'pipeline', 'context'] as const).filter(
    (name) => name === 'tensor' || name === 'pipeline' || sizes[name] !== 1,
  )
  return (
    <section className={styles.panel} aria-label={batch.title} data-verdict={sizes.verdict}>
      <p className={styles.line}>
        <TermButton term="devices" figure={sizes.devices} />
        <Sign>×</Sign>
        <TermButton term="nodes" figure={sizes.nodes} />
        <Sign>÷ (</Sign>
        {groups.map((name, i) => (
          <span key={name} className={styles.factor}>
            {i > 0 && <Sign>×</Sign>}
            <TermButton term={name} figure={sizes[name]} />
          </span>
        ))}
        <Sign>) =</Sign>
        <Result name={batch.dataParallel} figure={sizes.dataParallel} />
      </p>
      <p className={styles.line}>
        <TermButton term="globalBatch" figure={sizes.globalBatch} />
        <Sign>÷ (</Sign>
        <TermButton term="microBatch" figure={sizes.microBatch} />
        <Sign>×</Sign>
        <Result name={batch.dataParallel} figure={sizes.dataParallel} />
        <Sign>) =</Sign>
        <Result name={batch.accumulation} figure={sizes.accumulation} />
      </p>
      <Verdict sizes={sizes} />
      <Epoch steps={sizes.stepsPerEpoch} samples={samples} setSamples={setSamples} />
    </section>
  )
}

const Sign = ({ children }: { children: string }) => <span className={styles.sign}>{children}</span>

function Shown({ figure }: { figure: Figure }) {
  const { batch } = useMessages()
  return isNumber(figure) ? (
    <strong>{figure}</strong>
  ) : (
    <strong className={styles.unknown} title={batch.unknown[figure]}>
      ?<VisuallyHidden> ({batch.unknown[figure]})</VisuallyHidden>
    </strong>
  )
}

function TermButton({ term, figure }: { term: Term; figure: Figure }) {
  const { batch } = useMessages()
  const store = useStore()
  const path = parsePath(places[term]) ?? []
  return (
    <button
      type="button"
      className={styles.term}
      data-term={term}
      onClick={() => store.setFocus({ path, from: 'app', reveal: true })}
    >
      <Shown figure={figure} />
      <span className={styles.name}>{batch[term]}</span>
    </button>
  )
}

const Result = ({ name, figure }: { name: string; figure: Figure }) => (
  <span className={styles.term}>
    <Shown figure={figure} />
    <span className={styles.name}>{name}</span>
  </span>
)

/** Samples per step, or what does not fit and the values that would, as chips. */
function Verdict({ sizes }: { sizes: BatchArithmetic }) {
  const { batch } = useMessages()
  const { verdict, perStep, globalBatch, perMicroStep, valid } = sizes
  if (verdict === 'fits') return isNumber(perStep) && <p className={styles.fits}>{batch.perStep(perStep)}</p>
  if (verdict === 'not-known') return null
  const [global, per] = [Number(globalBatch), Number(perMicroStep)]
  const sentence =
    verdict === 'groups'
      ? batch.groups
      : verdict === 'one-only'
        ? batch.oneOnly(global, per)
        : batch.remainder(global, isNumber(perMicroStep) ? per : Number(sizes.microBatch))
  return (
    <div className={styles.wrong}>
      <p role="status">{sentence}</p>
      <p className={styles.chips}>
        {(['globalBatch', 'microBatch', 'devices'] as const).flatMap((name) =>
          valid[name].map((value) => <ValidChip key={`${name} ${value}`} term={name} value={value} />),
        )}
      </p>
    </div>
  )
}

function ValidChip({ term, value }: { term: Term; value: number }) {
  const { batch } = useMessages()
  const store = useStore()
  const place = places[term]
  return (
    <button
      type="button"
      className={styles.chip}
      onClick={({ currentTarget }) => {
        // The chip goes away with what was wrong; the keyboard stays with the figure.
        currentTarget.closest('section')?.querySelector<HTMLElement>(`[data-term=${term}]`)?.focus()
        setField(store, parsePath(place) ?? [], String(value), { origin: 'fix' })
      }}
    >
      {batch.use(place, value)}
    </button>
  )
}

function Epoch({
  steps,
  samples,
  setSamples,
}: {
  steps: Figure
  samples: string
  setSamples: (samples: string) => void
}) {
  const { batch } = useMessages()
  const id = useId()
  return (
    <p className={styles.epoch} data-own-undo>
      <label htmlFor={id}>{batch.dataset}</label>
      <TextInput
        id={id}
        mono
        inputMode="numeric"
        value={samples}
        onChange={(event) => setSamples(event.target.value)}
      />
      <span role="status">
        {isNumber(steps) ? batch.stepsPerEpoch(steps) : steps === 'too-few' ? batch.tooFew : ''}
      </span>
    </p>
  )
}
