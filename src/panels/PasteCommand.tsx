import { CircleAlert, CircleCheck, Rows3 } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import type { CommandLine } from '../core/hydra/command-line'
import { parseOverride } from '../core/hydra/parse-override'
import { useMessages } from '../i18n/I18n'
import { overrideSentence, syntaxSentence } from '../i18n/override-sentence'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { applyPasted, type PastedCommand, type PastedOverride, readPasted } from '../state/command-line'
import { useAppState, useStore } from '../state/store-context'
import { Button } from '../ui/Button'
import { useNotices } from '../ui/notices'
import { TextArea } from '../ui/TextInput'
import styles from './Overrides.module.css'
import { RunsTable } from './RunsTable'

/** A command line to be applied to the open config: what of it would change the text, what is a sweep, what is not understood. */
export function PasteCommand() {
  const { overrides: words } = usePanelMessages()
  const store = useStore()
  const id = useId()
  const [pasted, setPasted] = useState('')
  // The keyboard is in the box then, and what is to be undone is in the config.
  const [isApplied, setApplied] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const { notify } = useNotices()
  const doc = useAppState((state) => state.doc)
  const env = useAppState((state) => state.env)
  const settled = useDeferredValue(pasted)
  const now = useDeferredValue(doc)
  const command = useMemo(
    () => (settled.trim() === '' ? null : readPasted({ doc: now, env }, settled)),
    [now, env, settled],
  )
  const count = command === null ? 0 : applicable(command)
  const apply = () => {
    const done = applyPasted(store, pasted)
    setPasted('')
    setApplied(true)
    box.current?.focus()
    notify({ text: words.applied(applicable(done), done.overrides.length - applicable(done)) })
  }
  return (
    <div data-own-undo={isApplied ? undefined : ''}>
      <label className={styles.heading} htmlFor={id}>
        {words.paste}
      </label>
      <TextArea
        id={id}
        ref={box}
        mono
        rows={3}
        value={pasted}
        placeholder={words.pasteHint}
        aria-label={words.pasteLabel}
        onChange={(event) => {
          setPasted(event.target.value)
          setApplied(false)
        }}
      />
      {command !== null && (
        <>
          <About line={command.line} />
          <ul className={styles.list}>
            {command.overrides.map((override, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same override may come twice, its place is what tells them apart
              <Outcome key={i} override={override} />
            ))}
          </ul>
          {command.runs !== null && <RunsTable runs={command.runs} />}
          {command.edits.length > 0 ? (
            <Button variant="primary" size="small" onClick={apply}>
              {words.applyNow(count)}
            </Button>
          ) : (
            command.runs === null && <p className={styles.hint}>{words.nothing}</p>
          )}
        </>
      )}
    </div>
  )
}

const applicable = ({ overrides }: PastedCommand): number =>
  overrides.filter(({ outcome }) => outcome === 'applies').length

function Outcome({ override: { arg, outcome } }: { override: PastedOverride }) {
  const panels = usePanelMessages()
  const messages = useMessages()
  const words = panels.overrides
  const Icon = outcome === 'applies' ? CircleCheck : outcome === 'sweep' ? Rows3 : CircleAlert
  const note =
    outcome === 'applies'
      ? words.applies
      : outcome === 'sweep'
        ? words.isSweep
        : overrideSentence(outcome, panels, messages)
  return (
    <li className={styles.override} data-outcome={typeof outcome === 'string' ? outcome : 'refused'}>
      <Icon size={13} aria-hidden />
      <code>{arg}</code>
      <span className={styles.hint}>{note}</span>
    </li>
  )
}

/** Variables, flags and settings that the shell and Hydra take. */
const othersOf = ({ env, flags, hydraOverrides }: CommandLine): string =>
  [
    ...env.map(([name, value]) => `${name}=${value}`),
    ...flags.map(({ name, value }) => (value === null ? `--${name}` : `--${name}=${value}`)),
    ...hydraOverrides,
  ].join(' ')

/** What the line says beside overrides. */
function About({ line }: { line: CommandLine }) {
  const { overrides: words } = usePanelMessages()
  const { script, configName, notUnderstood } = line
  const noteOf = (reason: string, text: string): string => {
    const read = reason === 'no-override' && !/['"\\]/.test(text) ? parseOverride(text) : null
    if (read?.ok === false) return syntaxSentence(read, words)
    return Object.hasOwn(words.notes, reason) ? words.notes[reason as keyof typeof words.notes] : words.notes.other
  }
  const others = othersOf(line)
  return (
    <div className={styles.about}>
      {script !== null && <span>{words.forScript(script)}</span>}
      {configName !== null && <span>{words.forConfig(configName)}</span>}
      {others !== '' && (
        <span>
          {words.hydraOnly} <code>{others}</code>
        </span>
      )}
      {notUnderstood.length > 0 && (
        <div role="status">
          {words.notUnderstood}
          <ul className={styles.list}>
            {notUnderstood.map(({ text, reason }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same text may come twice, its place is what tells them apart
              <li key={i} className={styles.override} data-outcome="refused">
                <code>{text}</code> <span className={styles.hint}>{noteOf(reason, text)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
