import { encodeFile } from '../core/document/file-format'
import { keepDraft, readKept } from './draft-storage'
import { isReplaced, reloadFresh } from './fresh-version'
import { draftsOf, type KeptDocument, type KeptDraft, type Unreadable, withText } from './kept-drafts'
import { hold, isOpenElsewhere } from './open-tabs'
import { type Both, rescueWords as words } from './rescue-words'

/*
 * A classic script of its own, which needs no other file: when the app does not start, it says so in both languages, gives out every
 * draft that the browser keeps, and lets the newest be edited that no other tab has open. React takes #not-started away; from then on there is nothing to do here.
 */

const notice = (): HTMLElement | null => document.getElementById('not-started')

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** Both languages one after the other, each marked as what it is. */
const bothIn = ({ en, zh }: Both): Node[] => [
  make('span', { lang: 'en' }, en),
  document.createTextNode(' · '),
  make('span', { lang: 'zh-CN' }, zh),
]
const sentencesOf = ({ en, zh }: Both): Node[] => [make('p', { lang: 'en' }, en), make('p', { lang: 'zh-CN' }, zh)]

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  make('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const downloadDocument = ({ name, text, format }: KeptDocument): void => download(name, encodeFile(text, format))

function downloadButton(run: () => void, name: string): HTMLButtonElement {
  const button = make('button', { type: 'button', onclick: run }, ...bothIn(words.download))
  button.setAttribute('aria-label', `${words.download.en} · ${words.download.zh}: ${name}`)
  return button
}

/** A draft: its text can be changed, is kept at each change, and is downloaded as it stands. */
function editable(draft: KeptDraft, first: KeptDocument): Node[] {
  let now = draft
  hold(draft)
  const document = (): KeptDocument => now.documents[now.active] ?? first
  const said = make('small', {}, ...bothIn(words.text))
  const area = make('textarea', { value: first.text, spellcheck: false, autocapitalize: 'off' })
  area.setAttribute('aria-label', first.name)
  area.oninput = () => {
    now = withText(now, area.value, Date.now())
    keeping = keepDraft(now).catch(() => said.replaceChildren(...bothIn(words.textOnlyHere)))
  }
  const name = make('strong', {}, first.name)
  const button = downloadButton(() => downloadDocument(document()), first.name)
  return [make('div', { className: 'frame-actions' }, name, button), area, said]
}

/** The last change that is being kept; of the page, which has failed once and for all. */
let keeping: Promise<unknown> = Promise.resolve()

function others(documents: readonly KeptDocument[], unreadable: readonly Unreadable[]): Node[] {
  const row = (label: Node | string, button: Node) => make('div', { className: 'frame-actions' }, label, button)
  const rows = documents.map((document) =>
    row(
      make('span', {}, document.name),
      downloadButton(() => downloadDocument(document), document.name),
    ),
  )
  const raw = unreadable.map(({ key, value }) => {
    const bytes = () => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 1))
    const label = make('span', {}, `${key} (`, ...bothIn(words.unreadable), ')')
    return row(
      label,
      downloadButton(() => download(`${key.replace(/[^\w.-]/g, '-')}.json`, bytes()), key),
    )
  })
  const all = [...rows, ...raw]
  return all.length === 0 ? [] : [make('strong', {}, ...bothIn(words.others)), ...all]
}

async function drafts(): Promise<Node[]> {
  const { drafts, unreadable } = draftsOf(await readKept())
  const isElsewhere = await isOpenElsewhere().catch(() => () => false)
  const newest = drafts.find((draft) => !isElsewhere(draft))
  const first = newest?.documents[newest.active] ?? null
  const rest = drafts.flatMap(({ documents }) => documents).filter((one) => one !== null && one !== first)
  return [...(newest && first ? editable(newest, first) : []), ...others(rest as KeptDocument[], unreadable)]
}

function againButton(): HTMLButtonElement {
  const button = make('button', { type: 'button', className: 'frame-first' }, ...bothIn(words.again))
  button.onclick = () => {
    button.disabled = true
    void keeping.then(reloadFresh)
  }
  return button
}

/** A page fails once: what is shown then stays. */
let hasFailed = false

async function show(): Promise<void> {
  const main = notice()
  if (main === null || hasFailed) return
  hasFailed = true
  const said = make('div', {}, ...sentencesOf(words.failed))
  said.setAttribute('role', 'alert')
  const again = againButton()
  main.dataset.failed = ''
  main.replaceChildren(said, make('div', { className: 'frame-actions' }, again))
  main.append(...(await drafts()))
  if (!(await isReplaced())) return
  said.replaceChildren(...sentencesOf(words.replaced))
  again.replaceChildren(...bothIn(words.reload))
}

/** Scripts and style sheets that do not come, and whatever stops a script before the app is shown. */
function stopped({ target }: Event): boolean {
  const isStyle = target instanceof HTMLLinkElement && target.relList.contains('stylesheet')
  return isStyle || target instanceof HTMLScriptElement || !(target instanceof Element)
}

addEventListener('error', (event) => stopped(event) && void show(), true)
addEventListener('unhandledrejection', () => void show())
