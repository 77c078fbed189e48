import { Plus, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { variablesIn } from '../core/omegaconf/references'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import { useAppState, useStore } from '../state/store-context'
import { shownParsed } from '../state/views/field-view'
import { Button, IconButton } from '../ui/Button'
import { TextInput } from '../ui/TextInput'
import styles from './Resolved.module.css'

const isName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name)

/** The table of environment variables that `oc.env` reads; those that the config asks for are offered. */
export function Environment() {
  const { resolved } = usePanelMessages()
  const store = useStore()
  const env = useAppState((state) => state.env)
  const asked = useAppState((state) => variablesIn(shownParsed(state)), sameNames)
  const table = useRef<HTMLTableElement>(null)
  const set = (name: string, value: string) => store.setEnvironment({ ...store.getState().env, [name]: value })
  const remove = (name: string) =>
    store.setEnvironment(Object.fromEntries(Object.entries(store.getState().env).filter(([other]) => other !== name)))
  const offered = asked.filter((name) => !Object.hasOwn(env, name))
  const offer = (name: string) => {
    set(name, '')
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('tr:last-child input')?.focus())
  }
  const names = Object.keys(env)
  return (
    <section className={styles.environment} aria-label={resolved.environment} data-own-undo>
      <h2 className={styles.heading}>{resolved.environment}</h2>
      <p className={styles.hint}>{resolved.environmentHint}</p>
      {offered.length > 0 && (
        <p className={styles.asked}>
          {resolved.asked}
          {offered.map((name) => (
            <Button key={name} size="small" aria-label={resolved.setVariable(name)} onClick={() => offer(name)}>
              <Plus size={12} aria-hidden /> {name}
            </Button>
          ))}
        </p>
      )}
      {names.length > 0 && (
        <table className={styles.table} ref={table}>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <TextInput
                    mono
                    small
                    value={env[name] ?? ''}
                    aria-label={resolved.valueOf(name)}
                    onChange={(event) => set(name, event.target.value)}
                  />
                </td>
                <td>
                  <IconButton
                    size="small"
                    label={resolved.removeVariable(name)}
                    icon={<X size={14} />}
                    onClick={() => remove(name)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewVariable taken={(name) => Object.hasOwn(env, name)} add={set} />
    </section>
  )
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

function NewVariable({ taken, add }: { taken: (name: string) => boolean; add: (name: string, value: string) => void }) {
  const { resolved } = usePanelMessages()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const nameInput = useRef<HTMLInputElement>(null)
  const problem = name === '' ? null : isName(name) ? (taken(name) ? resolved.nameTaken : null) : resolved.badName
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name === '' || problem !== null) return
    add(name, value)
    setName('')
    setValue('')
    nameInput.current?.focus()
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <TextInput
        ref={nameInput}
        mono
        small
        value={name}
        placeholder={resolved.name}
        aria-label={resolved.name}
        invalid={problem !== null}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput
        mono
        small
        value={value}
        placeholder={resolved.value}
        aria-label={resolved.value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" size="small" disabled={name === '' || problem !== null}>
        {resolved.addVariable}
      </Button>
      {problem !== null && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
    </form>
  )
}
