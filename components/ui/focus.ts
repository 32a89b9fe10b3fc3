/**
 * Moves focus to what has just appeared, so that keyboard and screen reader users meet it. Given as `ref`; it is one
 * stable function, so React calls it when the element is mounted and not at every render.
 */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
