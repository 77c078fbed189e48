/** How much something matters: the colour of badges, banners, pills and issue lines. */
export type Level = 'error' | 'warning' | 'info' | 'success' | 'changed' | 'neutral'
