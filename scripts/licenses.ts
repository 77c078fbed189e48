import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Where each build lists the packages whose code it contains, with the text of their licences (`build.license` of vite). */
export const packageLicenses = 'licenses.md'

/** Files of the built app that say under which terms it is passed on: their name there, and where the text is. */
const texts: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE',
  NOTICE: 'NOTICE',
  // Monaco is distributed with code of others in it, which the list of packages cannot know of; its own notices leave DOMPurify out.
  'monaco-editor.ThirdPartyNotices.txt': 'node_modules/monaco-editor/ThirdPartyNotices.txt',
  'dompurify.LICENSE.txt': 'node_modules/dompurify/LICENSE',
  // The service worker is built apart, from packages of Workbox under one licence.
  'workbox.LICENSE.txt': 'node_modules/workbox-core/LICENSE',
}

/** Puts the licence, the notices and what the list of packages leaves out beside the built app. */
export const licenseTexts: Plugin = {
  name: 'license-texts',
  apply: 'build',
  generateBundle() {
    for (const [fileName, place] of Object.entries(texts))
      this.emitFile({ type: 'asset', fileName, source: readFileSync(place) })
  },
}

/** Every file with terms in `dist`; `dist-cli` has the list of packages alone. */
export const licenseFiles: readonly string[] = [packageLicenses, ...Object.keys(texts)]
