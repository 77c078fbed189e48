import { Check, CircleAlert, Copy, Info, TriangleAlert, Wrench } from 'lucide-react'
import { Fragment, type ReactNode, useState } from 'react'
import type { Correction, Fault } from '../../config/recipes/recipe-list'
import { faultOf, type Recipe, recipeCommand } from '../../config/recipes/recipes'
import { specAt } from '../../config/schema/specs'
import { parsePath } from '../../core/path'
import { useWords } from '../../i18n/I18n'
import { usePanelMessages } from '../../i18n/panels/use-panel-messages'
import { useRecipeWords } from '../../i18n/recipes/use-recipe-words'
import { Badge } from '../../ui/Badge'
import { IconButton } from '../../ui/Button'
import { classes } from '../../ui/classes'
import tones from '../../ui/tone.module.css'
import { tooltip } from '../../ui/tooltip'
import { useApp } from '../app-context'
import styles from './RecipeDetails.module.css'

/** Everything about one recipe: what it is for, how it is launched, what to give, what is wrong with the official file. */
export function RecipeDetails({ recipe }: { recipe: Recipe }) {
  const { recipes } = usePanelMessages()
  const { title, summary, notes, faults } = useRecipeWords()(recipe.id)
  return (
    <article className={styles.details}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.badges}>
        <Badge>{recipes.families[recipe.family]}</Badge>
        <Badge>{recipes.tasks[recipe.task]}</Badge>
        <code>{recipe.id}</code>
      </p>
      <p className={styles.summary}>{summary}</p>
      {recipe.rebuilt && <p className={styles.aside}>{recipes.rebuilt}</p>}
      <LaunchPart recipe={recipe} />
      <Part title={recipes.fillIn}>
        <ul className={styles.rows}>
          {recipe.mustFill.map((path) => (
            <FillIn key={path} path={path} />
          ))}
        </ul>
      </Part>
      {recipe.faults.length > 0 && (
        <Part title={recipes.faults}>
          <ul className={styles.rows}>
            {recipe.faults.map((fault, i) => (
              <FaultRow key={`${fault.path} ${fault.level}`} recipe={recipe} fault={fault} sentence={faults[i] ?? ''} />
            ))}
          </ul>
        </Part>
      )}
      {notes.length > 0 && (
        <Part title={recipes.notes}>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={recipes.official}>
        <code className={styles.path}>examples/{recipe.official}</code>
      </Part>
    </article>
  )
}

/** What there is to say about starting from nothing. */
export function EmptyDetails() {
  const { recipes } = usePanelMessages()
  return (
    <article className={styles.details}>
      <h2 className={styles.title}>{recipes.empty}</h2>
      <p className={styles.summary}>{recipes.emptySummary}</p>
    </article>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>
        {title}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </h3>
      {children}
    </section>
  )
}

function LaunchPart({ recipe }: { recipe: Recipe }) {
  const { script, launch } = recipe
  const { recipes } = usePanelMessages()
  if (script === null)
    return (
      <Part title={recipes.script}>
        <p className={styles.aside}>{recipes.noScript}</p>
      </Part>
    )
  return (
    <>
      <Part title={recipes.script}>
        <code className={styles.path}>{script}</code>
      </Part>
      <Part title={recipes.launch} hint={recipes.launchHint}>
        {launch.singleGpu !== null && (
          <Command title={recipes.singleGpu} command={recipeCommand(recipe, launch.singleGpu)} />
        )}
        {launch.multiGpu !== null && (
          <Command title={recipes.multiGpu} command={recipeCommand(recipe, launch.multiGpu)} />
        )}
      </Part>
    </>
  )
}

function Command({ title, command }: { title: string; command: string }) {
  const { recipes } = usePanelMessages()
  const { platform } = useApp()
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className={styles.command}>
      <div className={styles.commandHead}>
        <span>{title}</span>
        <span className={styles.copied} role="status">
          {copied === true && recipes.copied}
          {copied === false && recipes.notCopied}
        </span>
        <IconButton
          size="small"
          label={recipes.copy(title)}
          icon={copied === true ? <Check size={14} /> : <Copy size={14} />}
          onClick={async () => setCopied(await platform.copyText(command))}
        />
      </div>
      <p className={styles.code}>
        <code>
          {[...command.matchAll(/\S+/g)].map(({ 0: word, index }) => (
            <Fragment key={index}>
              <span>{word}</span>{' '}
            </Fragment>
          ))}
        </code>
      </p>
    </div>
  )
}

function FillIn({ path }: { path: string }) {
  const words = useWords()
  const label = words.fields.get(specAt(parsePath(path) ?? [])?.id ?? '')?.label
  return (
    <li className={styles.row}>
      {label !== undefined && <span>{label}</span>}
      <code className={styles.path}>{path}</code>
    </li>
  )
}

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }

function FaultRow({ recipe, fault, sentence }: { recipe: Recipe; fault: Fault; sentence: string }) {
  const { recipes } = usePanelMessages()
  const Icon = icons[fault.level]
  const corrections = recipe.corrections.filter((correction) => faultOf(recipe, correction) === fault)
  return (
    <li className={styles.fault}>
      <span className={classes(styles.level, tones[fault.level])} {...tooltip(recipes.levels[fault.level])}>
        <Icon size={14} role="img" aria-label={recipes.levels[fault.level]} />
      </span>
      <div className={styles.faultText}>
        <code className={styles.path}>{fault.path ?? recipes.wholeFile}</code>
        <p>{sentence}</p>
        {corrections.map((correction) => (
          <CorrectionRow key={correction.path} correction={correction} />
        ))}
        {corrections.length === 0 && fault.level !== 'info' && <p className={styles.asItIs}>{recipes.asItIs}</p>}
        <p className={styles.source}>{fault.source.join(' · ')}</p>
      </div>
    </li>
  )
}

function CorrectionRow({ correction: { path, was, now } }: { correction: Correction }) {
  const { recipes } = usePanelMessages()
  return (
    <p className={styles.correction}>
      <Wrench size={12} aria-hidden />
      <span>
        {recipes.corrected}: <code>{path}</code>{' '}
        {typeof was === 'string' ? <s>{was}</s> : was === null ? recipes.absent : recipes.otherValue} →{' '}
        {now === null ? recipes.absent : <b>{now}</b>}
      </span>
    </p>
  )
}
