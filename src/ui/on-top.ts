/** A ref that lifts a `popover` above everything while it is rendered: modal dialogs, and whatever clips or holds its place. */
export function onTop(element: HTMLElement | null): void {
  if (element !== null && !element.matches(':popover-open')) element.showPopover()
}
