import { Component, type ReactNode } from 'react'
import { useMessages } from '../i18n/I18n'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'

/** A pane that fails says so and can be shown again; the text and the other panes go on. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Crashed again={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Crashed({ again }: { again: () => void }) {
  const { app } = useMessages()
  return (
    <div style={{ padding: 16 }}>
      <Banner
        actions={
          <Button size="small" onClick={again}>
            {app.reload}
          </Button>
        }
      >
        {app.crashed}
      </Banner>
    </div>
  )
}
