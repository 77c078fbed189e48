/** What the app gives every panel of the drawer. */
export interface PanelProps {
  /** False when the browser does not allow it. */
  readonly copyText: (text: string) => Promise<boolean>
}
