import { createContext, type ReactNode, use, useMemo } from 'react'
import { type FieldErrors, type UseFormReturn, useForm } from 'react-hook-form'
import type { AppState } from '../state/store'
import { useAppState } from '../state/store-context'
import { errorsIn, sameErrors } from '../state/views/section-errors'
import { fieldName } from './field-name'

/** What is typed in the fields of a section, by name of the field. */
export type FormValues = Record<string, string>

type FormHandle = Pick<UseFormReturn<FormValues>, 'control' | 'setValue'>

const FormContext = createContext<FormHandle | null>(null)

/**
 * The form of one section. A field tells it what the text holds, place by place: `values` would set every field of the section at each
 * key, and render all of its rows.
 */
export function SectionForm({ id, children }: { id: string; children: ReactNode }) {
  const codes = useAppState((state: AppState) => errorsIn(state, id), sameErrors)
  const errors = useMemo(
    (): FieldErrors<FormValues> =>
      Object.fromEntries([...codes].map(([key, code]) => [fieldName(key), { type: code }])),
    [codes],
  )
  const { control, setValue } = useForm<FormValues>({ errors, shouldFocusError: false })
  const handle = useMemo(() => ({ control, setValue }), [control, setValue])
  return <FormContext value={handle}>{children}</FormContext>
}

export function useSectionForm(): FormHandle {
  const handle = use(FormContext)
  if (handle === null) throw new Error('SectionForm is missing')
  return handle
}
