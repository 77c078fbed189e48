import { Eraser } from 'lucide-react'
import { Fragment, useCallback } from 'react'
import { noLongerApplies } from '../../config/context/choice'
import { shortName } from '../../config/schema/targets/targets'
import type { Refusal } from '../../core/parsed'
import { type Path, pathKey, printPath } from '../../core/path'
import { useMessages } from '../../i18n/I18n'
import { applyFix } from '../../state/edits'
import type { AppState } from '../../state/store'
import { useAppState, useStore } from '../../state/store-context'
import { type FieldView, issuesAt, shownParsed } from '../../state/views/field-view'
import type { FormNode } from '../../state/views/form-tree'
import { Button } from '../../ui/Button'
import styles from './ChoiceNotice.module.css'

interface ChoiceNoticeProps {
  readonly node: FormNode
  readonly view: FieldView
  readonly readOnly: boolean
  readonly refused: (refusal: Refusal | null) => void
}

const samePaths = (a: readonly Path[], b: readonly Path[]): boolean =>
  a.length === b.length && a.every((path, i) => pathKey(path) === pathKey(b[i] ?? []))

/** What stands in the text and does not apply to what this key chooses: always when that fails at launch, else once the choice was changed. */
export function ChoiceNotice({ node: { path }, view, readOnly, refused }: ChoiceNoticeProps) {
  const { kind: words } = useMessages()
  const store = useStore()
  const { changed } = view
  const left = useAppState(
    useCallback(
      (state: AppState) =>
        noLongerApplies(shownParsed(state), path).filter(
          (place) => changed || issuesAt(state.issues, pathKey(place)).some(({ level }) => level === 'error'),
        ),
      [path, changed],
    ),
    samePaths,
  )
  if (left.length === 0 || view.scalar?.t !== 'str') return null
  return (
    <div className={styles.notice} role="status">
      <span>{words.leftBehind(left.length, shortName(view.scalar.v))}</span>
      {left.map((place) => (
        <Fragment key={pathKey(place)}>
          {' '}
          <button
            type="button"
            className={styles.key}
            onClick={() => store.setFocus({ path: place, from: 'app', reveal: true })}
          >
            {printPath(place.slice(-1))}
          </button>
        </Fragment>
      ))}{' '}
      <Button
        size="small"
        icon={<Eraser size={13} aria-hidden />}
        disabled={readOnly}
        onClick={() => refused(applyFix(store, { kind: 'all', fixes: left.map(removal) }))}
      >
        {words.removeLeftBehind(left.length)}
      </Button>
    </div>
  )
}

const removal = (path: Path) => ({ kind: 'remove', path }) as const
