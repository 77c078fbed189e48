import type { Runs } from '../core/hydra/runs'
import { usePanelMessages } from '../i18n/panels/use-panel-messages'
import styles from './Overrides.module.css'

/** So many runs are shown; the others are counted. */
const shown = 100

/** The runs that `--multirun` starts, a column for each key. */
export function RunsTable({ runs }: { runs: Runs }) {
  const { overrides: words } = usePanelMessages()
  if (!runs.ok) return <p className={styles.hint}>{words.noRuns}</p>
  const keys = runs.keys.filter(({ count }) => count !== 1)
  const columns = keys.map(({ key }) => runs.keys.findIndex((one) => one.key === key))
  const rows = runs.runs.slice(0, shown)
  return (
    <div className={styles.runs}>
      <table>
        <caption>{words.runs(runs.count)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.run}</th>
            {keys.map(({ key, shuffled }) => (
              <th key={key} scope="col" title={shuffled ? words.shuffled : undefined}>
                {key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((run, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              {columns.map((column) => (
                <td key={column}>{valueIn(run[column] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {runs.count > rows.length && <p className={styles.hint}>{words.moreRuns(runs.count - rows.length)}</p>}
    </div>
  )
}

const valueIn = (arg: string): string => arg.slice(arg.indexOf('=') + 1)
