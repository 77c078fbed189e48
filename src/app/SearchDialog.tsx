import { Autocomplete } from '@base-ui/react/autocomplete'
import fuzzysort from 'fuzzysort'
import { useMemo, useState } from 'react'
import { presets } from '../config/presets'
import { allSpecs } from '../config/specs'
import { type Path, parsePath } from '../core/path'
import { useMessages, useWords } from '../i18n/I18n'
import { usePanelMessages } from '../i18n/use-panel-messages'
import { useRecipeWords } from '../i18n/use-recipe-words'
import { shownParsed } from '../state/field-view'
import { useStore } from '../state/store-context'
import { Dialog } from '../ui/Dialog'
import { useApp } from './app-context'
import type { Command } from './commands'
import styles from './SearchDialog.module.css'

interface Entry {
  readonly id: string
  readonly kind: 'field' | 'command' | 'recipe'
  readonly label: string
  readonly aside: string
  readonly text: string
  readonly present: boolean
  readonly run: () => void
}

const most = 60

/** Finds fields by key, label or help in either language, commands and recipes; choosing one goes there or does it. */
export default function SearchDialog({ close, commands }: { close: () => void; commands: readonly Command[] }) {
  const messages = useMessages()
  const { palette } = usePanelMessages()
  const entries = useEntries(commands)
  const [query, setQuery] = useState('')
  const found = useMemo(() => search(entries, query), [entries, query])
  const choose = (entry: Entry) => {
    close()
    entry.run()
  }
  return (
    <Dialog title={palette.title} closeLabel={messages.app.close} onClose={close} bare width={620}>
      <Autocomplete.Root
        items={found}
        value={query}
        onValueChange={setQuery}
        mode="none"
        open
        inline
        autoHighlight="always"
        itemToStringValue={(entry: Entry) => entry.label}
      >
        <Autocomplete.Input
          className={styles.input}
          placeholder={palette.placeholder}
          aria-label={palette.placeholder}
          autoFocus
        />
        <div className={styles.results}>
          <Autocomplete.Empty className={styles.none}>{palette.none}</Autocomplete.Empty>
          <Autocomplete.List>
            {(entry: Entry) => (
              <Autocomplete.Item key={entry.id} value={entry} className={styles.item} onClick={() => choose(entry)}>
                <span className={entry.present ? styles.label : styles.absent}>{entry.label}</span>
                <span className={styles.aside}>{entry.aside}</span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </div>
      </Autocomplete.Root>
    </Dialog>
  )
}

function search(entries: readonly Entry[], query: string): Entry[] {
  if (query.trim() === '') return entries.filter((entry) => entry.kind !== 'field' || entry.present).slice(0, most)
  const results = fuzzysort.go(query, entries as Entry[], {
    keys: ['label', 'aside', 'text'],
    limit: most,
    threshold: 0.3,
  })
  return results.map(({ obj }) => obj)
}

function useEntries(commands: readonly Command[]): readonly Entry[] {
  const messages = useMessages()
  const words = useWords()
  const store = useStore()
  const recipeWords = useRecipeWords()
  const { files } = useApp()
  return useMemo(() => {
    const parsed = shownParsed(store.getState())
    const go = (path: Path) => store.setFocus({ path, from: 'app', reveal: true })
    const present = new Set([...parsed.nodes.values()].map(({ path }) => path.join('.')))
    const fields = allSpecs()
      .filter(({ id }) => !/\[\]|\{\}/.test(id))
      .map((spec): Entry => {
        const own = words.fields.get(spec.id)
        const run = () => go(parsePath(spec.id) ?? [])
        return {
          id: spec.id,
          kind: 'field',
          label: own?.label ?? spec.id,
          aside: spec.id,
          text: own?.help ?? '',
          present: present.has(spec.id),
          run,
        }
      })
    const known = new Set(fields.map(({ id }) => id))
    const others = [...parsed.nodes.values()]
      .filter(
        ({ path }) => path.length > 0 && path.every((step) => typeof step === 'string') && !known.has(path.join('.')),
      )
      .map(
        ({ path }): Entry => ({
          id: path.join('.'),
          kind: 'field',
          label: String(path.at(-1)),
          aside: path.join('.'),
          text: '',
          present: true,
          run: () => go(path),
        }),
      )
    const actions = commands.map(
      ({ id, label, hint = '', shortcut = '', run }): Entry => ({
        id: `do ${id}`,
        kind: 'command',
        label,
        aside: shortcut || hint,
        text: hint,
        present: true,
        run,
      }),
    )
    const recipes = presets.map(({ id }): Entry => {
      const own = recipeWords(id)
      return {
        id: `new ${id}`,
        kind: 'recipe',
        label: own.title,
        aside: messages.app.new,
        text: own.summary,
        present: true,
        run: () => void files.startFrom(id),
      }
    })
    return [
      ...actions,
      ...fields.filter((field) => field.present),
      ...others,
      ...recipes,
      ...fields.filter((field) => !field.present),
    ]
  }, [messages, words, recipeWords, store, files, commands])
}
