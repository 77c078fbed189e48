import { Autocomplete } from '@base-ui/react/autocomplete'
import { useMemo, useState } from 'react'
import { allRecipes } from '../../config/recipes/recipes'
import { useMessages, useWords } from '../../i18n/I18n'
import { loadFields } from '../../i18n/load'
import type { Language } from '../../i18n/messages'
import { usePanelMessages } from '../../i18n/panels/use-panel-messages'
import { useRecipeWords } from '../../i18n/recipes/use-recipe-words'
import type { FieldWords } from '../../i18n/words'
import { useStore } from '../../state/store-context'
import { formTreeOf } from '../../state/views/use-form-tree'
import { Dialog } from '../../ui/Dialog'
import { useNotices } from '../../ui/notices'
import { useApp } from '../app-context'
import type { Command } from '../commands'
import styles from './SearchDialog.module.css'
import { type FieldEntry, fieldEntries, findEntries, type SearchEntry } from './search-entries'
import { useOtherLanguage } from './use-other-language'

type Entry = SearchEntry & { readonly run: () => void }

/** Finds fields by key, label or help in either language, commands and recipes; choosing one goes there or does it. */
export default function SearchDialog({ close, commands }: { close: () => void; commands: readonly Command[] }) {
  const messages = useMessages()
  const { palette } = usePanelMessages()
  const [query, setQuery] = useState('')
  const entries = useEntries(commands, query)
  const found = useMemo(() => findEntries(entries, query), [entries, query])
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
                <span className={entry.standing === 'present' ? styles.label : styles.absent}>{entry.label}</span>
                <span className={styles.aside}>
                  <bdi>{entry.aside}</bdi>
                </span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </div>
      </Autocomplete.Root>
    </Dialog>
  )
}

function useEntries(commands: readonly Command[], query: string): readonly Entry[] {
  const fields = useFieldEntries(query)
  const recipes = useRecipeEntries()
  return useMemo(() => {
    const actions = commands.map(
      ({ id, label, hint = '', shortcut = '', run }): Entry => ({
        id: `do ${id}`,
        kind: 'command',
        label,
        aside: shortcut || hint,
        text: hint,
        other: '',
        standing: 'present',
        run,
      }),
    )
    const isHere = ({ standing }: Entry) => standing === 'present'
    return [...actions, ...fields.filter(isHere), ...recipes, ...fields.filter((field) => !isHere(field))]
  }, [commands, fields, recipes])
}

function useFieldEntries(query: string): readonly Entry[] {
  const words = useWords()
  const store = useStore()
  const { palette } = usePanelMessages()
  const { notify } = useNotices()
  const other = useOtherLanguage(query, fieldsIn) ?? none
  return useMemo(() => {
    const run = ({ path, id, standing }: FieldEntry) =>
      standing === 'elsewhere'
        ? notify({ text: palette.elsewhere(id) })
        : store.setFocus({ path, from: 'app', reveal: true })
    const entries = fieldEntries(formTreeOf(store)(store.shown()), words.fields, other)
    return entries.map((entry) => ({ ...entry, run: () => run(entry) }))
  }, [words, store, palette, other, notify])
}

function useRecipeEntries(): readonly Entry[] {
  const messages = useMessages()
  const recipeWords = useRecipeWords()
  const { files } = useApp()
  return useMemo(
    () =>
      allRecipes.map(({ id }): Entry => {
        const { title, summary } = recipeWords(id)
        const run = () => void files.startFrom(id)
        const aside = messages.app.new
        return {
          id: `new ${id}`,
          kind: 'recipe',
          label: title,
          aside,
          text: summary,
          other: id,
          standing: 'present',
          run,
        }
      }),
    [messages, recipeWords, files],
  )
}

const none: ReadonlyMap<string, FieldWords> = new Map()
const fieldsIn = async (language: Language) => new Map(Object.entries(await loadFields(language)))
