import { createContext, use } from 'react'
import type { UseFormReturn } from 'react-hook-form'

export type FormValues = Record<string, string>

/** react-hook-form's handle: it registers the inputs and moves the focus; values and validity come from the store. */
export const FormHandle = createContext<UseFormReturn<FormValues> | null>(null)

export function useFormHandle(): UseFormReturn<FormValues> {
  const handle = use(FormHandle)
  if (handle === null) throw new Error('FormHandle is missing')
  return handle
}
