// Mends what keeps people with a screen reader or little contrast from Streamlit's own elements, and
// what Streamlit has no setting for: see readable.css, and mend() for the rest.
//
// The menu of pages is a list of which the entries stand within another element. The small lines in
// figures say "Vega visualization" and numbers without words; the figure says what they show. Charts
// have an own text and a table; of their groups of marks those without a name say nothing. What
// unfolds from a button can be longer than its place: without anything to focus on, the keys could
// not scroll it.
const APP = '[data-testid="stApp"]'
const MENU = '[data-testid="stSidebarNavItems"]'
const LINES = '[data-testid="stMetricChart"]'
const UNFOLDED = '[data-testid="stPopoverBody"]:not([tabindex])'
const NAMELESS = '[role="graphics-symbol"]:not([aria-label]):not([aria-hidden])'

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function mend(place) {
  for (const menu of place.querySelectorAll(MENU)) {
    set(menu, "role", "group")
    for (const entry of menu.querySelectorAll("li")) set(entry.parentElement, "role", "list")
  }
  for (const line of place.querySelectorAll(LINES)) set(line, "aria-hidden", "true")
  for (const text of place.querySelectorAll(UNFOLDED)) set(text, "tabindex", "0")
  for (const marks of place.querySelectorAll(NAMELESS)) set(marks, "aria-hidden", "true")
}

function setColours() {
  const { backgroundColor, color } = getComputedStyle(document.querySelector(APP))
  document.documentElement.style.setProperty("--paper", backgroundColor)
  document.documentElement.style.setProperty("--ink", color)
}

export default function () {
  setColours()
  mend(document)
  const watch = new MutationObserver(() => mend(document))
  watch.observe(document.body, { subtree: true, childList: true })
  // From light to dark it gets another class.
  const themed = new MutationObserver(setColours)
  themed.observe(document.querySelector(APP), { attributes: true, attributeFilter: ["class"] })
  return () => [watch, themed].forEach((one) => one.disconnect())
}
