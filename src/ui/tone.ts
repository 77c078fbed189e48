/** What a badge, banner, pill or line is about; its colour. */
export type Tone = 'plain' | 'error' | 'warning' | 'info' | 'success' | 'changed'
