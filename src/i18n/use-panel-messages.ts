import { use } from 'react'
import { useLanguage } from './I18n'
import { loadPanelMessages } from './load'
import type { Language } from './messages'
import type { PanelMessages } from './panels.en'

const catalogs = new Map<Language, Promise<PanelMessages>>()

/** The sentences of panels and dialogs in a language, fetched once; the same promise every time. */
function panelMessages(language: Language): Promise<PanelMessages> {
  let catalog = catalogs.get(language)
  if (catalog === undefined) {
    catalog = loadPanelMessages(language)
    catalogs.set(language, catalog)
  }
  return catalog
}

/** Suspends until they are there. */
export const usePanelMessages = (): PanelMessages => use(panelMessages(useLanguage()))
