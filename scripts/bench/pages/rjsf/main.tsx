import schema from 'bench:schema.json'
import text from 'bench:sd_train.yaml'
import Form from '@rjsf/core'
import validator from '@rjsf/validator-ajv8'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { parse, stringify } from 'yaml'

/** A form that react-jsonschema-form makes of the same schema, in sync with a plain text area: what the form is compared with. */
function Page() {
  const [yaml, setYaml] = useState(text)
  const data = useMemo(() => read(yaml), [yaml])
  Object.assign(window, { openText: setYaml })
  return (
    <div style={{ display: 'flex', height: '100%' }}>
      <div style={{ flex: 1, overflow: 'auto' }}>
        <Form
          schema={schema}
          formData={data}
          validator={validator}
          liveValidate
          onChange={({ formData }) => setYaml(stringify(formData))}
        />
      </div>
      <textarea style={{ flex: 1 }} value={yaml} onChange={({ target }) => setYaml(target.value)} />
    </div>
  )
}

function read(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: -1 })
  } catch {
    return {}
  }
}

createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
