import { Autocomplete } from '@base-ui/react/autocomplete'
import { useMemo, useState } from 'react'
import type { Refusal } from '../../core/parsed'
import { type Path, printPath } from '../../core/path'
import { useMessages } from '../../i18n/I18n'
import { link } from '../../state/references/reference-edits'
import { type ReferenceTarget, referenceTargets } from '../../state/references/reference-targets'
import { useStore } from '../../state/store-context'
import { Dialog } from '../../ui/Dialog'
import styles from '../References.module.css'

interface LinkDialogProps {
  readonly path: Path
  readonly close: () => void
  readonly refused: (refusal: Refusal | null) => void
}

interface Group {
  readonly label: string
  readonly items: readonly ReferenceTarget[]
}

/** More are found by searching. */
const most = 100

/** Picks the key that a value will refer to; those of a fitting type come first. */
export default function LinkDialog({ path, close, refused }: LinkDialogProps) {
  const { app, interpolation } = useMessages()
  const store = useStore()
  const targets = useMemo(() => referenceTargets(store.shown(), path), [store, path])
  const [query, setQuery] = useState('')
  const groups = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/)
    const found = targets.filter(({ written, shown }) =>
      words.every((word) => `${written} ${shown}`.toLowerCase().includes(word)),
    )
    const group = (label: string, fits: boolean): Group => ({
      label,
      items: found.filter((target) => target.fits === fits).slice(0, most),
    })
    return [group(interpolation.linkFitting, true), group(interpolation.linkOther, false)].filter(
      ({ items }) => items.length > 0,
    )
  }, [targets, query, interpolation])
  const choose = ({ written }: ReferenceTarget) => {
    close()
    refused(link(store, path, written))
  }
  return (
    <Dialog
      title={interpolation.linkTitle}
      intro={interpolation.linkIntro(printPath(path))}
      closeLabel={app.close}
      onClose={close}
      width={560}
    >
      <Autocomplete.Root
        items={groups}
        value={query}
        onValueChange={setQuery}
        mode="none"
        open
        inline
        autoHighlight="always"
        itemToStringValue={({ written }: ReferenceTarget) => written}
      >
        <Autocomplete.Input
          className={styles.search}
          placeholder={interpolation.linkSearch}
          aria-label={interpolation.linkSearch}
          data-autofocus
        />
        <div className={styles.results}>
          <Autocomplete.Empty className={styles.none}>{interpolation.linkNone}</Autocomplete.Empty>
          <Autocomplete.List>
            {(group: Group) => (
              <Autocomplete.Group key={group.label} items={group.items}>
                <Autocomplete.GroupLabel className={styles.group}>{group.label}</Autocomplete.GroupLabel>
                <Autocomplete.Collection>
                  {(target: ReferenceTarget) => (
                    <Autocomplete.Item
                      key={target.written}
                      value={target}
                      className={styles.option}
                      data-fits={target.fits}
                      onClick={() => choose(target)}
                    >
                      <span className={styles.written}>{target.written}</span>
                      <span className={styles.shown}>{target.shown}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </div>
      </Autocomplete.Root>
    </Dialog>
  )
}
