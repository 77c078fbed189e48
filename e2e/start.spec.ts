import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { licenseFiles } from '../scripts/licenses'
import { App } from './app'
import { violations } from './axe'

/** From now on the server has no such file; returns how it comes back. */
async function lose(page: Page, file: string): Promise<() => Promise<void>> {
  const pattern = `**/assets/${file}`
  await page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }))
  return () => page.unroute(pattern)
}

const again = (within: Page | Locator) => within.getByRole('button', { name: 'Try again' })
/** The page as it is loaded again; what is looked at afterwards is not the page before. */
async function loadAgain(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), again(page).click()])
}
/** What src/boot/rescue.ts shows. */
const rescue = (page: Page) => page.getByRole('main')

/** Puts records where the app keeps drafts, before the app has run. */
async function keep(page: Page, stored: Record<string, unknown>, left: Record<string, string> = {}): Promise<void> {
  await page.goto('/icon.svg')
  await page.evaluate(
    async ({ stored, left }) => {
      for (const [key, value] of Object.entries(left)) localStorage.setItem(key, value)
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('t2i-config')
        request.onupgradeneeded = () => request.result.createObjectStore('drafts')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('drafts', 'readwrite')
          for (const [key, value] of Object.entries(stored)) transaction.objectStore('drafts').put(value, key)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      })
    },
    { stored, left },
  )
}

async function downloaded(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

const plain = { bom: false, ends: [] }
const draft = (tab: string, text: string, more: object = {}) => ({
  version: 2,
  tab,
  at: 1,
  serial: 1,
  active: 0,
  documents: [{ text, file: { name: `${tab}.yaml`, format: plain } }],
  ...more,
})

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`the frame stands before any script, the sentence comes late: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion })
    await page.route('**/*.js', () => undefined)
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.locator('.frame-top')).toBeVisible()
    await expect(page.locator('.frame-text')).toBeVisible()
    const sentence = page.locator('#not-started')
    await expect(sentence).toBeAttached()
    await expect(sentence).toBeHidden()
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish()
    })
    await expect(sentence).toContainText('The editor has not started')
    await expect(sentence).toBeVisible()
    await expect(sentence).toContainText('编辑器尚未启动')
  })

test('a page opened as a file says at once that it has to be served', async ({ page }) => {
  await page.goto(pathToFileURL(resolve('dist/index.html')).href)
  await expect(page.locator('#not-started')).toBeVisible()
  await expect(page.locator('#not-started')).toContainText('npm start')
  await expect(page.locator('.frame-top')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('without scripts the page says that it needs them', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(baseURL ?? '')
  const notice = page.locator('noscript .frame-notice')
  await expect(notice).toBeVisible()
  await expect(notice).toContainText('This editor needs JavaScript.')
  await expect(notice).toContainText('此编辑器需要启用 JavaScript。')
  await page.close()
})

for (const file of ['open-*.js', 'start-*.js', 'start-*.css'])
  test(`without ${file} every draft can be downloaded as the file it was`, async ({ page }) => {
    const ends = [
      { end: '\r\n', count: 1 },
      { end: '\n', count: 1 },
      { end: '\r', count: 9 },
    ]
    const mixed = { text: 'a: 1\nb: 2\nc: 3\n', file: { name: 'mixed.yaml', format: { bom: true, ends } } }
    const left = draft('a', 'newer: 1\n', { at: 9, serial: 2 })
    await keep(
      page,
      { 'tab:a': draft('a', 'older: 1\n', { at: 8 }), 'tab:b': draft('b', '', { documents: [mixed] }), odd: { x: 1 } },
      { 't2i-config.left.a': JSON.stringify(left) },
    )
    await lose(page, file)
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('The editor could not be loaded')
    await expect(page.getByRole('alert')).toContainText('编辑器未能加载')
    await expect(page.getByRole('textbox', { name: 'a.yaml' })).toHaveValue('newer: 1\n')
    const take = (name: string) => downloaded(page, page.getByRole('button', { name: `下载: ${name}` }))
    expect(await take('a.yaml')).toEqual({ name: 'a.yaml', text: 'newer: 1\n' })
    expect(await take('mixed.yaml')).toEqual({ name: 'mixed.yaml', text: '\ufeffa: 1\r\nb: 2\nc: 3\r' })
    expect(JSON.parse((await take('odd')).text)).toEqual({ x: 1 })
    expect(await violations(page)).toEqual([])
  })

for (const colorScheme of ['light', 'dark'] as const)
  test(`without the schema the text can be edited, and the app goes on with it: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const app = new App(page)
    await app.start()
    await app.openText('name: mine\r\ntrainer:\r\n  devices: 4\r\n', 'mine.yaml')
    await expect.poll(() => app.text()).toContain('name: mine')
    const back = await lose(page, 'schemaData-*.json')
    await page.reload()
    const box = page.getByRole('textbox', { name: 'mine.yaml' })
    await expect(box).toHaveValue('name: mine\ntrainer:\n  devices: 4\n')
    expect(await violations(page)).toEqual([])
    await box.fill('name: edited\ntrainer:\n  devices: 8\n')
    const { text } = await downloaded(page, rescue(page).getByRole('button', { name: '下载: mine.yaml' }))
    expect(text).toBe('name: edited\r\ntrainer:\r\n  devices: 8\r\n')
    await loadAgain(page)
    await expect(box).toHaveValue('name: edited\ntrainer:\n  devices: 8\n')
    await back()
    await loadAgain(page)
    await expect(app.input('trainer.devices')).toHaveValue('8')
    expect(await app.text()).toBe('name: edited\r\ntrainer:\r\n  devices: 8\r\n')
  })

test('the text of a tab that is open is downloaded only; the newest of a closed one can be edited', async ({
  page,
}) => {
  await keep(page, {
    'tab:open': draft('open', 'name: open\n', { at: 5 }),
    'tab:closed': draft('closed', 'name: closed\n'),
  })
  const other = await page.context().newPage()
  await other.goto('/icon.svg')
  await other.evaluate(() => void navigator.locks.request('t2i-config.tab.open', () => new Promise(() => undefined)))
  await lose(page, 'start-*.js')
  await page.goto('/')
  await expect(rescue(page).getByRole('textbox')).toHaveValue('name: closed\n')
  const open = await downloaded(page, rescue(page).getByRole('button', { name: /: open\.yaml$/ }))
  expect(open).toEqual({ name: 'open.yaml', text: 'name: open\n' })
})

test('a first visit without the first recipe says so and can be tried again', async ({ page }) => {
  const back = await lose(page, 'sd_train-*.js')
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('The editor could not be loaded')
  await back()
  await again(page).click()
  await expect(new App(page).row('name')).toBeVisible()
})

test('words, and a language, come when they are tried again', async ({ page }) => {
  const app = new App(page)
  const wordsBack = await lose(page, 'fields-en-*.js')
  await app.start()
  await expect(page.getByText('Some explanations could not be loaded.')).toBeVisible()
  await app.goto('trainer.devices')
  await wordsBack()
  await again(page).click()
  await expect(app.row('trainer.devices')).toContainText('GPUs')
  const languageBack = await lose(page, 'zh-*.js')
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click()
  await expect(page.getByText('The sentences of this language could not be loaded.')).toBeVisible()
  await languageBack()
  await again(page).click()
  await expect(page.getByRole('navigation', { name: '配置分区' })).toBeVisible()
})

test('rules that did not come are said to be missing, and come when tried again', async ({ page }) => {
  const back = await lose(page, 'rules-*.js')
  await new App(page).start()
  const pill = page.getByRole('button', { name: 'Not fully checked' })
  await pill.click()
  const drawer = page.getByRole('region', { name: 'Problems' })
  await expect(drawer).toContainText('Some rules could not be loaded')
  await back()
  await again(drawer).click()
  await expect(drawer).not.toContainText('Some rules could not be loaded')
  await expect(pill).toHaveCount(0)
})

test('a recipe that did not come changes nothing and opens when tried again', async ({ page }) => {
  const app = new App(page)
  const back = await lose(page, 'recipe-texts-*.js')
  await app.start()
  const start = async () => {
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('button', { name: /sd_xl_infer$/ }).click()
  }
  await start()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText('This part of the editor could not be loaded.')).toBeVisible()
  await page.getByRole('button', { name: 'Start from this' }).click()
  await expect(page.getByText('The recipe sd_xl_infer could not be loaded.')).toBeVisible()
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('sd_train.yaml')
  await back()
  await again(page).click()
  await expect(page.getByLabel('File name', { exact: true })).toHaveValue('sd_xl_infer.yaml')
})

/** What opens a part, and what is there once it has come. */
const parts: {
  name: string
  file: string
  open: (page: Page) => Locator
  shown: (page: Page) => Locator
}[] = [
  {
    name: 'the gallery of recipes',
    file: 'RecipesDialog-*.js',
    open: (page) => page.getByRole('button', { name: 'New', exact: true }),
    shown: (page) => page.getByRole('dialog').getByRole('searchbox'),
  },
  {
    name: 'the words of the recipes',
    file: 'en-*.js',
    open: (page) => page.getByRole('button', { name: 'New', exact: true }),
    shown: (page) => page.getByRole('dialog').getByRole('searchbox'),
  },
  {
    name: 'the styles of the search',
    file: 'SearchDialog-*.css',
    open: (page) => page.getByRole('button', { name: /^Search/ }),
    shown: (page) => page.getByRole('combobox'),
  },
  {
    name: 'a menu',
    file: 'MenuPopup-*.js',
    open: (page) => page.getByRole('button', { name: 'Language' }),
    shown: (page) => page.getByRole('menuitemcheckbox', { name: 'English' }),
  },
  {
    name: 'a panel',
    file: 'Problems-*.js',
    open: (page) => page.getByRole('button', { name: /^Problems/ }),
    shown: (page) => page.getByRole('region', { name: 'Problems' }).getByRole('toolbar'),
  },
  {
    name: 'the sentences of a panel',
    file: 'panels.en-*.js',
    open: (page) => page.getByRole('button', { name: /^Problems/ }),
    shown: (page) => page.getByRole('region', { name: 'Problems' }).getByRole('toolbar'),
  },
  {
    name: 'the details of a parameter',
    file: 'FieldDetails-*.js',
    open: (page) => new App(page).row('trainer.devices').getByRole('button', { name: 'Details' }),
    shown: (page) => new App(page).row('trainer.devices').getByText('Default'),
  },
]

for (const { name, file, open, shown } of parts)
  test(`${name}: what did not come is said in place and comes when tried again`, async ({ page }) => {
    const app = new App(page)
    await app.start()
    await app.showAll()
    const back = await lose(page, file)
    await open(page).click()
    const failed = page.getByRole('alert').filter({ hasText: 'This part of the editor could not be loaded.' })
    await expect(failed).toBeVisible()
    await again(failed).click()
    await expect(failed.getByRole('button', { name: 'Reload the page' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await app.set('trainer.devices', '8')
    await back()
    await again(failed).click()
    await expect(shown(page)).toBeVisible()
    await expect(failed).toHaveCount(0)
  })

test('the plain text area stays until the full editor comes', async ({ page }) => {
  const app = new App(page)
  const back = await lose(page, 'MonacoPane-*.js')
  await app.start()
  await expect(page.getByText('The full editor could not be loaded')).toBeVisible()
  await page.getByRole('textbox', { name: /YAML text/ }).fill('name: plain\n')
  await back()
  await again(page).click()
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('name: plain')
  expect(await app.text()).toBe('name: plain\n')
})

test('what the recipes use comes when it is tried again', async ({ page }) => {
  const app = new App(page)
  const back = await lose(page, 'recipeValuesData-*.json')
  await app.start()
  await app.goto('trainer.devices')
  const row = app.row('trainer.devices')
  await row.getByRole('button', { name: 'Details' }).click()
  await expect(row).toContainText('What the recipes use could not be loaded.')
  await back()
  await again(row).click()
  await expect(row).not.toContainText('could not be loaded')
  await expect(row).toContainText('base64-2b')
})

test('nothing breaks the content security policy, Trusted Types included, in a walk through the app', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedT|trusted-types/i.test(message.text())) refused.push(message.text())
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content Security Policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    )
  })
  const app = new App(page)
  await app.start()
  const editor = page.locator('.monaco-editor').first()
  await editor.waitFor()
  await app.expectHover('devices', 'GPUs per node')
  await app.yamlAt(1, 'end')
  await page.keyboard.press('Enter')
  await page.keyboard.type('tra')
  await page.keyboard.press('Control+Space')
  await expect(page.locator('.suggest-widget')).toBeVisible()
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await app.yamlAt(1, 'end')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(page.locator('.find-widget')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.keyboard.press('Escape')
  for (const drawer of [/^Problems/, /^Changes/, /^Resolved/, /^Overrides/])
    await page.getByRole('button', { name: drawer }).click()
  await page.getByRole('region', { name: 'Overrides' }).getByRole('combobox').first().selectOption('sd_xl_infer')
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('button', { name: /sd_xl_base_train$/ }).click()
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Start from this' }).click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('devices')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click()
  await app.goto('trainer.devices')
  await app.row('trainer.devices').getByRole('button', { name: 'Details' }).click()
  expect(refused).toEqual([])
})

test('a script of any other address is refused, ours may be made', async ({ page }) => {
  await new App(page).start()
  await page.locator('.monaco-editor').first().waitFor()
  const outcome = await page.evaluate(() => {
    const attempt = (run: () => unknown): string => {
      try {
        run()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): object }
    }
    const html = document.createElement('div')
    return [
      attempt(() => new Worker('/assets/x.js')),
      attempt(() => {
        html.innerHTML = '<b>x</b>'
      }),
      attempt(() => trustedTypes.createPolicy('other', {})),
      attempt(() => trustedTypes.createPolicy('t2i-config', {})),
    ]
  })
  expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
})

test('the server says what a page cannot say of itself, and how long each file may be kept', async ({
  request,
  page,
}) => {
  const headers = (await request.get('/')).headers()
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers['cache-control']).toBe('no-cache')
  expect((await request.get('/sw.js')).headers()['cache-control']).toBe('no-cache')
  await page.goto('/')
  const script = await page.locator('script[type=module]').getAttribute('src')
  expect((await request.get(`/${script}`)).headers()['cache-control']).toContain('immutable')
})

test('terms of all that the app contains lie beside it, and are not kept for use without a network', async ({
  request,
}) => {
  const terms: Record<string, string> = {}
  for (const file of licenseFiles) {
    const answer = await request.get(`/${file}`)
    terms[file] = `${answer.status()} ${await answer.text()}`
  }
  for (const name of ['react', 'monaco-editor', 'zod', 'idb-keyval'])
    expect(terms['licenses.md']).toMatch(new RegExp(`^## ${name} - .*\\(.+\\)$`, 'm'))
  expect(terms.LICENSE).toMatch(/^200 .*Apache License/s)
  expect(terms.NOTICE).toMatch(/^200 .*NeMo.*PyYAML.*OmegaConf.*Hydra/s)
  expect(terms['monaco-editor.ThirdPartyNotices.txt']).toMatch(/^200 .*markedjs/s)
  expect(terms['dompurify.LICENSE.txt']).toMatch(/^200 .*Apache license/is)
  expect(terms['workbox.LICENSE.txt']).toMatch(/^200 .*Google/s)
  const worker = await (await request.get('/sw.js')).text()
  expect(worker).toContain('index.html')
  expect(licenseFiles.filter((file) => worker.includes(`"${file}"`))).toEqual([])
})
