import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least that React can do with a keystroke: one controlled input that shows its text. What the bench compares with. */
function Bare() {
  const [text, setText] = useState('2')
  return (
    <div data-path="bare">
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <p>{text}</p>
    </div>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(<Bare />)
