// Puts Streamlit's own English words in Dutch, where Streamlit has no setting for them.
//
// Only whole texts that are listed here, in elements that Streamlit itself marks as its own, and
// never what people wrote. React keeps its text nodes and attributes: only what they say changes.
const WORDS = {
  "Upload": "Kies bestand",
  "Add files": "Ander bestand kiezen",
  "Drag and drop a file here": "Sleep het bestand hierheen",
  "Drag and drop files here": "Sleep de bestanden hierheen",
  "Only one file is allowed.": "Kies één bestand.",
  "File size is too small.": "Dit bestand is te klein.",
  "Click to retry upload": "Klik om het opnieuw te proberen",
  "Unexpected error. Please try again.": "Er ging iets mis. Probeer het opnieuw.",
  "Press Enter to apply": "Druk op Enter",
  "Press Enter to submit form": "Druk op Enter",
  "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter",
  "Press Ctrl+Enter to submit form": "Druk op Ctrl+Enter",
  "Press ⌘+Enter to apply": "Druk op ⌘+Enter",
  "Press ⌘+Enter to submit form": "Druk op ⌘+Enter",
  "No results": "Niets gevonden",
  "Select all": "Kies alle",
  "Clear all": "Alles wissen",
  "Clear value": "Wissen",
  "Clear date": "Wissen",
  "Choose date": "Kies een datum",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.":
    "Ga met de pijltjes naar een datum. Enter kiest, Escape sluit.",
  "Choose an option": "Kies",
  "Choose options": "Kies",
  "Choose or add an option": "Kies of typ",
  "Choose or add options": "Kies of typ",
  "Add an option": "Typ zelf",
  "Add options": "Typ zelf",
  "No options to select": "Er is niets te kiezen",
  "Selected values": "Gekozen",
  "Open": "Openen",
  "Decrement": "Minder",
  "Increment": "Meer",
  "Sort ascending": "Sorteer oplopend",
  "Sort descending": "Sorteer aflopend",
  "Statistics": "Kengetallen",
  "Format": "Weergave",
  "Autosize": "Passende breedte",
  "Pin column": "Zet de kolom vast",
  "Unpin column": "Maak de kolom los",
  "Hide column": "Verberg de kolom",
  "Copy column name": "Kopieer de naam van de kolom",
  "Dataframe column menu": "Menu van de kolom",
  "Automatic": "Automatisch",
  "Localized": "Zoals hier gebruikelijk",
  "Plain": "Zonder opmaak",
  "Compact": "Kort",
  "Dollar": "Dollar",
  "Percent": "Procent",
  "Scientific": "Wetenschappelijk",
  "Accounting": "Boekhouding",
  "Distance": "Afstand in tijd",
  "Calendar": "Kalender",
  "Search": "Zoek in de tabel",
  "Type to search": "Typ om te zoeken",
  "Close Search": "Sluit zoeken",
  "Next Result": "Volgende",
  "Previous Result": "Vorige",
  "Show/hide columns": "Kolommen tonen of verbergen",
  "Clear selection": "Keuze wissen",
  "Fullscreen": "Volledig scherm",
  "Close fullscreen": "Sluit volledig scherm",
  "Show data": "Toon de gegevens",
  "Show chart": "Toon de grafiek",
  "Download as PNG": "Download als afbeelding",
  "Close": "Sluiten",
  "Dismiss": "Sluiten",
  "Expand sidebar": "Open het menu",
  "Collapse sidebar": "Sluit het menu",
  "Sidebar": "Menu en filters",
  "App pages": "Pagina’s",
  "Navigate to home page": "Naar de eerste pagina",
  "Skip to main content": "Naar de inhoud",
  "Running...": "Bezig",
  "Stop": "Stop",
  "Stopping...": "Stopt",
  "Connecting": "Verbinden",
  "Connecting to Streamlit server": "Verbinding maken met het dashboard",
  "Unable to connect to Streamlit server": "Het dashboard is niet bereikbaar",
  "Error": "Fout",
  "Failed to generate file for download":
    "Het bestand kon niet worden gemaakt. Ververs de pagina en probeer het opnieuw.",
  "Download failed": "Downloaden lukte niet. Probeer het opnieuw.",
  "Connection error": "Geen verbinding",
  "Connection timed out.": "Het dashboard antwoordt niet.",
  "Streamlit server is not responding. Are you connected to the internet?":
    "Het dashboard antwoordt niet. Staat de computer waarop het draait nog aan?",
  ["Is Streamlit still running? If you accidentally stopped Streamlit, " +
    "just restart it in your terminal:"]:
    "Het dashboard antwoordt niet. Is het gestopt? Start het dan opnieuw:",
}
const UNITS = { B: "bytes", KB: "kB", MB: "MB", GB: "GB" }
const size = (amount, unit) => `${amount.replace(/\.0$/, "").replace(".", ",")} ${UNITS[unit]}`
// Said with the name of the table or chart behind it.
const OF_ONE = [
  "Clear selection", "Show/hide columns", "Search", "Fullscreen", "Close fullscreen", "Show data",
  "Show chart", "Download as PNG",
]
const PATTERNS = [
  [new RegExp(`^(${OF_ONE.join("|")}): (.*)$`, "s"), (what, one) => `${WORDS[what]}: ${one}`],
  [/^Choose date, (.*)$/, (month) => `Kies een datum, ${month}`],
  [/^(\d+) options? available\.$/, (count) => `${count} om uit te kiezen.`],
  [/^(.*), ([\d.]+)([KMG]?B)$/s, (name, amount, unit) => `${name}, ${size(amount, unit)}`],
  [/^([\d.]+)([KMG]?B)$/, (amount, unit) => size(amount, unit)],
  [/^([\d.]+)([KMG]?B) per file$/,
    (amount, unit) => `of sleep het hierheen (ten hoogste ${size(amount, unit)})`],
  [/^File must be ([\d.]+)([KMG]?B) or smaller\.$/,
    (amount, unit) => `Dit bestand is te groot: ten hoogste ${size(amount, unit)}.`],
  [/^\S* ?files are not allowed\.$/, () => "Deze soort bestand kan hier niet."],
  [/^Add: (.*)$/s, (typed) => `Voeg toe: ${typed}`],
  [/^Select (\d+) matches$/, (count) => `Kies deze ${count}`],
  [/^Remove (.*)$/s, (name) => `Haal weg: ${name}`],
  [/^(over )?(\d+) results?$/, (over, count) => `${over ? "meer dan " : ""}${count} gevonden`],
  [/^(\d+) of (\d+)$/, (at, count) => `${at} van ${count}`],
]
const own = (...names) => names.map((one) => `[data-testid="${one}"]`).join(", ")
// Where text is Streamlit's own.
const TEXTS = own(
  "stFileUploaderDropzone", "InputInstructions", "stMultiSelectDropdown",
  "stSelectboxVirtualDropdown", "stDataFrameColumnMenu", "stDataFrameColumnFormattingMenu",
  "stDataFrameStatisticsMenu", "stDataFrameColumnVisibilityMenu", "search-result-area",
  "stTooltipContent", "stStatusWidget", "stConnectionStatus", "stSkipToContent", "stDateInput",
  "stDateInputCalendar", "stDownloadButtonError",
) + ", [data-live-announcer]"
// What people wrote, or what stands in their data, within those.
const FILE = own("stFileChipName")
const THEIRS = `${FILE}, ${own("stWidgetLabel")}, [title]:not(button), ` +
  "[role=option][data-key]:not([data-key^='__'])"
// What a dialog of Streamlit itself says; the texts in one of ours lie deeper.
const SAID = ["", " + div > div"].map((one) => `${own("stDialog")} [slot=title]${one}`).join(", ")
// Where only names for screen readers and hints in empty fields are.
const NAMES = `${TEXTS}, ` + own(
  "stFileUploader", "stMultiSelect", "stSelectbox", "stNumberInput", "stElementToolbar",
  "stDataFrame", "stSidebar", "stSidebarCollapseButton", "stExpandSidebarButton", "stSidebarNav",
  "stSidebarHeader", "stHeader", "stDialog",
)
const ATTRIBUTES = ["aria-label", "placeholder", "title"]

function inDutch(text) {
  if (Object.hasOwn(WORDS, text)) return WORDS[text]
  for (const [pattern, said] of PATTERNS) {
    const found = pattern.exec(text)
    if (found) return said(...found.slice(1))
  }
  return undefined
}

function translateText(node) {
  const parent = node.parentElement
  const isOwn = parent?.closest(TEXTS) && !parent.closest(THEIRS)
  if (!isOwn && !parent?.matches(SAID)) return
  const said = inDutch(node.data.trim())
  if (said !== undefined && said !== node.data) node.data = said
}

function translateNames(element) {
  if (!element.closest(NAMES) || element.matches(FILE)) return
  for (const name of ATTRIBUTES) {
    const held = element.getAttribute(name)
    const said = held === null ? undefined : inDutch(held)
    if (said !== undefined && said !== held) element.setAttribute(name, said)
  }
}

function translateAll(place) {
  translateNames(place)
  for (const one of place.querySelectorAll("[aria-label], [placeholder], [title]")) {
    translateNames(one)
  }
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) translateText(texts.currentNode)
}

function added(node) {
  if (node.nodeType === Node.TEXT_NODE) return translateText(node)
  if (!(node instanceof HTMLElement)) return  // no charts
  if (node.closest(NAMES)) return translateAll(node)
  for (const place of node.querySelectorAll(NAMES)) translateAll(place)
}

export default function () {
  document.documentElement.lang = "nl"
  added(document.body)
  const watch = new MutationObserver((changes) => {
    for (const one of changes) {
      if (one.type === "childList") one.addedNodes.forEach(added)
      else if (one.type === "characterData") translateText(one.target)
      else if (one.target instanceof HTMLElement) translateNames(one.target)  // no charts
    }
  })
  watch.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ATTRIBUTES,
  })
  return () => watch.disconnect()
}
