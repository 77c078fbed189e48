import { useEffect } from 'react'
import { formerFile } from '../../core/document/doc'
import { useMessages } from '../../i18n/I18n'
import { useStore } from '../../state/store-context'
import { useNotices } from '../../ui/notices'

/** The topic of what is said of the document that is open: it is not true any more once that is left. */
export const documentTopic = 'document'

/** Undo ends at the text that was opened: says so, with the way to the document before it. */
export function useUndoNotice(): void {
  const store = useStore()
  const { notify, dismiss } = useNotices()
  const { app, toast } = useMessages()
  useEffect(
    () =>
      store.subscribe(({ doc, undoStops }, previous) => {
        if (doc.file.id !== previous.doc.file.id) dismiss(documentTopic)
        const former = formerFile(doc)
        if (undoStops === previous.undoStops || former === null) return
        notify({
          text: toast.undoStops(doc.file.name),
          topic: documentTopic,
          action: { label: app.goBackTo(former.name), run: store.goBack },
        })
      }),
    [store, notify, dismiss, app, toast],
  )
}
