import { type Placement, placeBeside } from './place'

/** Moves a popup to where it belongs now. */
export function placeElement(element: HTMLElement, anchor: HTMLElement, wanted: Placement, matchWidth = false): void {
  const beside = anchor.getBoundingClientRect()
  element.style.minWidth = matchWidth ? `${beside.width}px` : ''
  element.style.maxHeight = ''
  const size = { width: element.offsetWidth, height: element.offsetHeight }
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const place = placeBeside(beside, size, { left: 0, top: 0, width, height }, wanted)
  element.style.left = `${Math.round(place.left)}px`
  element.style.top = `${Math.round(place.top)}px`
  if (size.height > place.maxHeight) element.style.maxHeight = `${Math.floor(place.maxHeight)}px`
  element.dataset.side = place.side
}
