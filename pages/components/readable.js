// Mends what keeps people with a screen reader or little contrast from Streamlit's own elements, and
// what Streamlit has no setting for: see readable.css, and mend() for the rest.
//
// The menu of pages is a list of which the entries stand within another element. The small lines in
// figures say "Vega visualization" and numbers without words; the figure says what they show. Charts
// have an own text and a table; of their groups of marks those without a name say nothing.
const APP = '[data-testid="stApp"]'
const MENU = '[data-testid="stSidebarNavItems"]'
const LINES = '[data-testid="stMetricChart"]'
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
  for (const marks of place.querySelectorAll(NAMELESS)) set(marks, "aria-hidden", "true")
}

function setPaper() {
  const paper = getComputedStyle(document.querySelector(APP)).backgroundColor
  document.documentElement.style.setProperty("--paper", paper)
}

export default function () {
  setPaper()
  mend(document)
  const watch = new MutationObserver(() => mend(document))
  watch.observe(document.body, { subtree: true, childList: true })
  // From light to dark it gets another class.
  const themed = new MutationObserver(setPaper)
  themed.observe(document.querySelector(APP), { attributes: true, attributeFilter: ["class"] })
  return () => [watch, themed].forEach((one) => one.disconnect())
}
