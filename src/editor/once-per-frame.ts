/** Runs once in the next animation frame, however often asked; `cancel` when what it works on is gone. */
export function oncePerFrame(run: () => void): { ask(): void; cancel(): void } {
  let asked: number | null = null
  return {
    ask() {
      asked ??= requestAnimationFrame(() => {
        asked = null
        run()
      })
    },
    cancel() {
      if (asked !== null) cancelAnimationFrame(asked)
      asked = null
    },
  }
}
