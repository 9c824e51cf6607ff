// Enlarges the whole page and turns pages with the keys of a keyboard or a presenter's clicker.
const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }
// Where the arrows already have a meaning.
const OWN_KEYS = "input, textarea, select, [contenteditable], [role=slider], [role=grid], " +
  "[role=listbox], [role=radiogroup], [role=tablist], [role=combobox]"
// What lies over the page: the keys are for it, wherever the focus is.
const ABOVE = "[role=dialog], [role=menu]"
// In large letters a figure's name needs more than its one line; searching and widening a table is
// for who works with it.
const LOOKS = `
  [data-testid=stMetricLabel] [data-testid=stMarkdownContainer] {
    white-space: normal; overflow-wrap: anywhere; hyphens: auto;
  }
  [data-testid=stMetricLabel] [data-testid=stMarkdownContainer] * { white-space: inherit; }
  [data-testid=stDataFrame] [data-testid=stElementToolbar] { display: none; }
`

function takenElsewhere(event) {
  if (document.querySelector(ABOVE)) return true
  const inside = event.composedPath()
  return inside.some((one) => one instanceof Element && one.matches(OWN_KEYS))
}

export default function ({ data, setTriggerValue }) {
  const page = document.documentElement
  page.style.fontSize = data.size
  const looks = document.createElement("style")
  looks.textContent = LOOKS
  document.head.append(looks)
  const pressed = (event) => {
    if (event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (takenElsewhere(event)) return
    const turn = event.key === "Escape" ? 0 : TURNS[event.key]
    if (turn === undefined) return
    event.preventDefault()
    setTriggerValue("turn", turn)
  }
  document.addEventListener("keydown", pressed)
  return () => {
    document.removeEventListener("keydown", pressed)
    page.style.fontSize = ""
    looks.remove()
  }
}
