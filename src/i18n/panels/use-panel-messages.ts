import { use } from 'react'
import { fetchedOnce } from '../../boot/not-loaded'
import { useLanguage } from '../I18n'
import { loadPanelMessages } from '../load'
import type { PanelMessages } from './panels.en'

const catalogs = {
  en: fetchedOnce(() => loadPanelMessages('en')),
  zh: fetchedOnce(() => loadPanelMessages('zh')),
}

/** The sentences of panels and dialogs, fetched once a language. Suspends until they are there; throws `NotLoaded` when they cannot be had. */
export const usePanelMessages = (): PanelMessages => use(catalogs[useLanguage()]())
