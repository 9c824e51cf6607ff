const UNKNOWN = "?"
const SCORES = ["1", "2", "3", "4", "5"]
const TYPING_MS = 600
const NOTE_LENGTH = 2000
// From which width of the component the rubric stands beside the grid, and from which width all
// options are shown at once. Below the least width per option its cells show less.
const BESIDE = 900
const TOGETHER = 640
const PANEL = 320
const LABEL = 165
const IN_ONE_LINE = 163
const IN_TWO_LINES = 112

// Where somebody was, per scope: a new connection may place the component anew.
const places = new Map()
const REMEMBERED_MS = 60000
const JUST_MS = 1000

const slotOf = (option, criterion, field) => JSON.stringify([option, criterion, field])
const cellKey = (option, criterion) => JSON.stringify([option, criterion])

class ScoreTable {
  constructor(root) {
    this.root = root
    this.cells = new Map()
    this.active = null
    this.layout = ""
    this.focus = null
    root.onclick = event => this.onClick(event)
    root.onkeydown = event => this.onKey(event)
    // There is no onfocusin or onfocusout to assign.
    this.listening = new AbortController()
    const { signal } = this.listening
    root.addEventListener("focusin", event => this.onFocus(event), { signal })
    root.addEventListener("focusout", event => this.onBlur(event), { signal })
    root.onmousedown = event => {
      // The focus stays on the cell, so that the keys go on working after a click.
      if (event.target.closest(".cell button")) event.preventDefault()
    }
    this.sizes = new ResizeObserver(() => this.fit())
    this.sizes.observe(root)
  }

  stop() {
    places.set(this.scope, this.place())
    clearInterval(this.waiting)
    this.outbox?.stop()
    this.sizes.disconnect()
    this.root.onclick = this.root.onkeydown = this.root.onmousedown = null
    this.listening.abort()
  }

  // Where the focus is, or was until it was taken away; null when the person left by themselves.
  place() {
    const { focus, active, panel } = this
    if (!focus) return { active, had: false }
    const gone = focus.lostAt ? Date.now() - focus.lostAt : 0
    const had = gone < JUST_MS || (focus.robbed && gone < REMEMBERED_MS)
    const note = focus.inNote && panel?.note
    return { active, had, caret: note && [note.selectionStart, note.selectionEnd], at: Date.now() }
  }

  afterDialog() {
    if (document.activeElement?.closest('[role="dialog"]')) return
    clearInterval(this.waiting)
    if (this.focus.robbed) this.returnTo(this.place())
  }

  returnTo({ had, caret, at }) {
    if (!had || Date.now() - at > REMEMBERED_MS || document.activeElement !== document.body) return
    if (!caret) return this.activate(this.active, true)
    this.panel.note.focus({ preventScroll: true })
    this.panel.note.setSelectionRange(...caret)
  }

  receive(component) {
    this.component = component
    const data = (this.data = component.data)
    this.stored = new Map(data.cells.map(one => [cellKey(one.option, one.criterion), one]))
    this.criteria = data.groups.flatMap(group => group.criteria)
    this.codes = new Set([
      ...data.options.map(one => `o${one.code}`),
      ...this.criteria.map(one => `c${one.code}`),
    ])
    this.openOutbox(data.scope)
    this.settle()
    const place = this.shape === undefined && places.get(data.scope)
    if (place) this.active = place.active
    // The totals change with every score: they are drawn, nothing is built anew for them.
    const options = data.options.map(({ code, name }) => [code, name])
    const shape = JSON.stringify([data.groups, options, data.locked])
    if (shape !== this.shape) {
      this.shape = shape
      this.keepFocus(() => this.build())
    }
    this.draw()
    if (place) this.returnTo(place)
    setTimeout(() => this.outbox.sendWaiting(), 0)
  }

  openOutbox(scope) {
    if (this.scope === scope) return
    this.outbox?.stop()
    this.scope = scope
    // Notes that the server refused because somebody else had changed them: not ours to lose.
    this.keptKey = `samenwerking/kept/${encodeURIComponent(scope)}`
    this.kept = new Map(storage.read(this.keptKey) ?? [])
    this.outbox = new Outbox("scores", scope, {
      emit: list => this.component.setStateValue("edits", list),
      changed: () => this.draw(),
      known: edit => this.codes.has(`o${edit.option}`) && this.codes.has(`c${edit.criterion}`),
    })
    this.outbox.start()
    this.resendOnOpen = true
  }

  settle() {
    const handled = new Set(this.data.handled)
    const taken = edit => {
      const cell = this.stored.get(cellKey(edit.option, edit.criterion))
      if (!cell) return false
      if (edit.field === "note") return (cell.note ?? "").trim() === edit.value.trim()
      return scoreText(cell.score) === edit.value
    }
    const dropped = this.outbox.settle(
      edit => handled.has(edit.id),
      (done, next) => {
        // What waited was made on our own change, so it goes on top of that, and only of that.
        if (!taken(done)) return
        const cell = this.stored.get(cellKey(done.option, done.criterion))
        next.base = done.field === "note" ? cell.note_base : cell.score_base
      },
    )
    for (const edit of dropped) {
      if (edit.field !== "note" || taken(edit) || !edit.value.trim()) continue
      this.keep(cellKey(edit.option, edit.criterion), edit.value)
    }
    if (this.resendOnOpen) {
      this.resendOnOpen = false
      if (this.outbox.pending.length > 0) setTimeout(() => this.outbox.resend(), 0)
    }
  }

  keep(of, text) {
    if (text === null) this.kept.delete(of)
    else this.kept.set(of, text)
    if (this.kept.size === 0) storage.remove(this.keptKey)
    else storage.write(this.keptKey, [...this.kept])
  }

  // What is in a cell, with what was done here and is not confirmed yet.
  score(option, criterion) {
    const edit = this.outbox.current(slotOf(option, criterion, "score"))
    return edit ? edit.value : scoreText(this.stored.get(cellKey(option, criterion))?.score)
  }

  note(option, criterion) {
    const edit = this.outbox.current(slotOf(option, criterion, "note"))
    return edit ? edit.value : (this.stored.get(cellKey(option, criterion))?.note ?? "")
  }

  put(option, criterion, field, value) {
    if (this.data.locked) return
    const cell = this.stored.get(cellKey(option, criterion))
    const slot = slotOf(option, criterion, field)
    const base = this.outbox.current(slot)?.base ?? cell?.[`${field}_base`] ?? 0
    this.outbox.put(slot, { option, criterion, field, value, base })
  }

  setScore(option, criterion, value) {
    if (this.data.locked || this.score(option, criterion) === value) return
    this.put(option, criterion, "score", value)
    this.draw()
    this.outbox.send()
  }

  // --- what stands on the screen -------------------------------------------------------------

  build() {
    const { groups, options, locked } = this.data
    this.cells.clear()
    this.root.classList.toggle("locked", locked)
    this.root.style.setProperty("--options", options.length)
    this.switcher = make("div", { class: "switch", role: "group", "aria-label": "Optie" })
    for (const one of options) {
      const button = make("button", { type: "button", "data-show": one.code }, one.name)
      button.append(make("span", { class: "total", "data-total": one.code }))
      this.switcher.append(button)
    }
    const head = make(
      "div",
      { class: "head row", role: "row" },
      make("div", { class: "corner", role: "columnheader" }, "Criterium"),
      ...options.map(one =>
        make(
          "div",
          { class: "option", role: "columnheader", "data-option": one.code },
          one.name,
          make("span", { class: "total", "data-total": one.code }),
        ),
      ),
    )
    this.rows = new Map()
    this.grid = make(
      "div",
      { class: "grid", role: "grid", "aria-label": "Scores", "aria-readonly": String(locked) },
      head,
      ...groups.map(group => this.buildGroup(group)),
    )
    this.drawer = make("div", { class: "drawer", role: "row" })
    this.drawerCell = make("div", { role: "gridcell" })
    this.drawer.append(this.drawerCell)
    this.aside = make("div", { class: "aside" })
    this.buildPanel()
    this.count = make("span", { class: "count" })
    this.state = make("span", { class: "state", "aria-live": "polite" })
    this.said = make("span", { "aria-live": "polite" })
    this.back = make("button", { type: "button", "data-back": "" }, "Ongedaan maken")
    this.last = make("p", { class: "last" }, this.said, " ", this.back)
    this.root.replaceChildren(
      this.switcher,
      make("div", { class: "layout" }, this.grid, this.aside),
      make("div", { class: "foot" }, this.last, this.count, this.state),
    )
    this.chooseActive()
    this.layout = ""
    this.fit()
  }

  buildGroup(group) {
    const heading = make(
      "div",
      { class: "group", role: "row" },
      make("div", { role: "rowheader" }, group.label),
    )
    const rows = group.criteria.map(criterion => this.buildRow(criterion))
    return make("div", { role: "rowgroup", "aria-label": group.label }, heading, ...rows)
  }

  buildRow(criterion) {
    const label = make(
      "div",
      { class: "label", role: "rowheader" },
      make("span", {}, criterion.label),
    )
    if (criterion.precondition) {
      label.append(make("span", { class: "precondition" }, "randvoorwaarde"))
    }
    const row = make("div", { class: "criterion row", role: "row" }, label)
    for (const option of this.data.options) row.append(this.buildCell(option, criterion))
    this.rows.set(criterion.code, row)
    return row
  }

  buildCell(option, criterion) {
    const cell = make("div", {
      class: "cell",
      role: "gridcell",
      tabindex: "-1",
      "data-option": option.code,
      "data-criterion": criterion.code,
    })
    const chip = make("span", { class: "chip" })
    const buttons = new Map()
    const under = make("div", { class: "under" })
    const parts = { cell, chip, buttons, under, option, criterion }
    if (!this.data.locked) {
      const scale = make("div", { class: "scale" })
      for (const score of [...SCORES, UNKNOWN]) {
        const button = make(
          "button",
          {
            type: "button",
            tabindex: "-1",
            "data-score": score,
            "aria-label": score === UNKNOWN ? "weet niet" : score,
          },
          score,
        )
        buttons.set(score, button)
        scale.append(button)
      }
      cell.append(scale)
    }
    parts.solve = make("span", { class: "solve" }, "eerst oplossen")
    parts.noted = make("span", { class: "noted" })
    parts.refused = make("span", { class: "solve" }, "notitie niet overgenomen")
    under.append(parts.refused, parts.solve, parts.noted)
    cell.append(chip, under)
    this.cells.set(cellKey(option.code, criterion.code), parts)
    return cell
  }

  buildPanel() {
    const locked = this.data.locked
    const p = (this.panel = { anchors: new Map() })
    p.option = make("p", { class: "of" })
    p.title = make("h4", {})
    p.precondition = make("p", { class: "precondition" }, "randvoorwaarde")
    p.question = make("p", { class: "question" })
    const tag = locked ? "div" : "button"
    const anchors = [...SCORES].reverse().map(score => {
      const text = make("span", { class: "means" })
      const attributes = { class: "anchor", "data-anchor": score }
      if (!locked) attributes.type = "button"
      const row = make(tag, attributes, make("b", {}, score), text)
      p.anchors.set(score, { row, text })
      return row
    })
    if (!locked) {
      const text = make("span", { class: "means" }, "Weet niet")
      const attributes = { class: "anchor", type: "button", "data-anchor": UNKNOWN }
      const row = make("button", attributes, make("b", {}, UNKNOWN), text)
      p.anchors.set(UNKNOWN, { row, text })
      anchors.push(row)
    }
    p.rubric = make("div", { class: "rubric", role: "group", "aria-label": "Score" }, ...anchors)
    p.label = make("label", { for: "note" })
    p.kept = make("div", { class: "kept" })
    p.box = make("div", { class: "notebox" }, p.label)
    if (locked) {
      p.text = make("p", { class: "readnote" })
      p.box.append(p.text, p.kept)
    } else {
      p.note = make("textarea", { id: "note", maxlength: NOTE_LENGTH, rows: 3 })
      p.note.oninput = () => this.onType()
      p.note.onblur = () => this.onLeaveNote()
      p.box.append(p.note, p.kept)
    }
    const keys = locked
      ? "Pijltjes: andere cel"
      : "Pijltjes: andere cel · 1–5: score · ?: weet niet · Delete: leeg · N: notitie · Esc: terug"
    p.root = make(
      "section",
      { class: "panel", "aria-label": "Toelichting bij de score" },
      p.option,
      p.title,
      p.precondition,
      p.question,
      p.rubric,
      p.box,
      make("p", { class: "keys" }, keys),
    )
  }

  chooseActive() {
    const { options } = this.data
    const stays =
      this.active && this.cells.has(cellKey(this.active.option, this.active.criterion))
    if (stays) return
    this.active = null
    // Where one option is shown at a time, it is finished before the next.
    const width = this.root.clientWidth
    const oneByOne = width > 0 && width < TOGETHER
    const all = oneByOne
      ? options.flatMap(option => this.criteria.map(criterion => [option, criterion]))
      : this.criteria.flatMap(criterion => options.map(option => [option, criterion]))
    const places = all.map(([option, criterion]) => ({
      option: option.code,
      criterion: criterion.code,
    }))
    const empty = places.find(at => this.score(at.option, at.criterion) === null)
    this.active = empty ?? places[0] ?? null
  }

  fit() {
    const width = this.root.clientWidth
    if (!this.grid || width === 0) return
    this.root.style.setProperty("--top", `${headerHeight()}px`)
    const many = this.data.options.length
    const layout = width >= BESIDE ? "beside" : width >= TOGETHER || many === 1 ? "below" : "single"
    const label = layout === "single" || width < TOGETHER ? width : LABEL
    const room = layout === "beside" ? width - PANEL : width
    const each = label === width ? width : (room - label) / many
    const density = each >= IN_ONE_LINE ? "line" : each >= IN_TWO_LINES ? "block" : "chip"
    const stacked = label === width
    if (`${layout} ${density} ${stacked}` === this.layout) return
    this.layout = `${layout} ${density} ${stacked}`
    this.root.dataset.layout = layout
    this.root.dataset.density = density
    this.root.toggleAttribute("data-stacked", stacked)
    this.keepFocus(() => this.placePanel())
    this.draw()
  }

  get single() {
    return this.root.dataset.layout === "single"
  }

  placePanel() {
    if (!this.active) return
    if (this.root.dataset.layout === "beside") {
      if (this.panel.root.parentElement !== this.aside) this.aside.append(this.panel.root)
      this.drawer.remove()
      return
    }
    if (this.panel.root.parentElement !== this.drawerCell) this.drawerCell.append(this.panel.root)
    const row = this.rows.get(this.active.criterion)
    if (row.nextElementSibling !== this.drawer) row.after(this.drawer)
  }

  // Whatever is moved or built anew, the focus and the caret stay where they were.
  keepFocus(change) {
    const focused = this.root.getRootNode().activeElement
    const inNote = focused !== null && focused === this.panel?.note
    const cell = focused?.closest?.(".cell")
    const at = cell && { option: cell.dataset.option, criterion: cell.dataset.criterion }
    const typed = inNote && {
      value: focused.value,
      start: focused.selectionStart,
      end: focused.selectionEnd,
      scroll: focused.scrollTop,
    }
    change()
    if (typed && this.panel.note && this.root.getRootNode().activeElement !== this.panel.note) {
      const note = this.panel.note
      note.value = typed.value
      this.noteOf = cellKey(this.active.option, this.active.criterion)
      note.focus({ preventScroll: true })
      note.setSelectionRange(typed.start, typed.end)
      note.scrollTop = typed.scroll
    } else if (at) {
      const again = this.cells.get(cellKey(at.option, at.criterion))?.cell
      if (again && this.root.getRootNode().activeElement !== again) {
        again.focus({ preventScroll: true })
      }
    }
  }

  draw() {
    if (!this.grid) return
    let filled = 0
    let unknown = 0
    for (const parts of this.cells.values()) {
      const score = this.drawCell(parts)
      if (score !== null) filled += 1
      if (score === UNKNOWN) unknown += 1
    }
    const only = this.single ? this.active?.option : null
    for (const element of this.grid.querySelectorAll("[data-option]")) {
      element.hidden = only !== null && element.dataset.option !== only
    }
    this.switcher.hidden = !this.single
    for (const button of this.switcher.children) {
      setAttribute(button, "aria-pressed", String(button.dataset.show === this.active?.option))
    }
    for (const [code, row] of this.rows) {
      row.classList.toggle("active", code === this.active?.criterion)
    }
    this.drawPanel()
    this.showTab()
    this.drawTotals()
    const also = unknown ? ` · ${unknown} keer weet niet` : ""
    setText(this.count, `${filled} van ${this.cells.size} ingevuld${also}`)
    setText(this.state, this.data.locked && !this.outbox.pending.length ? "" : this.outbox.words)
    this.state.classList.toggle("late", this.outbox.late)
  }

  // What is on its way is not in these yet: until then they are pale.
  drawTotals() {
    const totals = new Map(this.data.options.map(one => [one.code, one.total ?? ""]))
    for (const element of this.root.querySelectorAll("[data-total]")) {
      setText(element, totals.get(element.dataset.total) ?? "")
    }
    const stale = this.outbox.pending.some(one => (one.next ?? one.sent).field === "score")
    this.root.classList.toggle("stale", stale)
    const { last } = this.data
    this.last.hidden = !last
    setText(this.said, last?.said ?? "")
    this.back.hidden = this.data.locked || !last?.entry
    this.back.disabled = stale
  }

  // With many options the switch is wider than the screen: the chosen one is in sight.
  showTab() {
    if (!this.single || this.tab === this.active?.option) return
    this.tab = this.active?.option
    const tab = [...this.switcher.children].find(one => one.dataset.show === this.tab)
    const middle = tab ? tab.offsetLeft - (this.switcher.clientWidth - tab.offsetWidth) / 2 : 0
    this.switcher.scrollLeft = Math.max(0, middle)
  }

  drawCell(parts) {
    const { cell, chip, buttons, option, criterion } = parts
    const score = this.score(option.code, criterion.code)
    const note = this.note(option.code, criterion.code).trim()
    for (const [value, button] of buttons) {
      setAttribute(button, "aria-pressed", String(value === score))
    }
    setText(chip, score === null ? "–" : score === UNKNOWN && this.data.locked ? "weet niet" : score)
    setAttribute(cell, "data-value", score ?? "")
    parts.solve.hidden = !(criterion.precondition && (score === "1" || score === "2"))
    parts.refused.hidden = !this.kept.has(cellKey(option.code, criterion.code))
    parts.noted.hidden = !note
    setText(parts.noted, note)
    setAttribute(cell, "aria-label", `${criterion.label}, ${option.name}: ${inWords(score)}`)
    const active =
      option.code === this.active?.option && criterion.code === this.active?.criterion
    setAttribute(cell, "tabindex", active ? "0" : "-1")
    cell.classList.toggle("active", active)
    return score
  }

  drawPanel() {
    const p = this.panel
    p.root.hidden = !this.active
    if (!this.active) return
    const { option, criterion } = this.cells.get(
      cellKey(this.active.option, this.active.criterion),
    )
    const score = this.score(option.code, criterion.code)
    const note = this.note(option.code, criterion.code)
    setText(p.option, option.name)
    setText(p.title, criterion.label)
    setText(p.question, criterion.question)
    p.precondition.hidden = !criterion.precondition
    for (const [value, { row, text }] of p.anchors) {
      const chosen = value === score
      if (this.data.locked) setAttribute(row, "aria-current", chosen ? "true" : null)
      else setAttribute(row, "aria-pressed", String(chosen))
      row.classList.toggle("chosen", chosen)
      if (value === UNKNOWN) continue
      const meaning = criterion.anchors?.[value] ?? ""
      setText(text, meaning)
      row.classList.toggle("between", !meaning)
      setAttribute(row, "aria-label", meaning ? `${value}: ${meaning}` : value)
    }
    setText(p.label, `Notitie bij ${criterion.label} voor ${option.name}`)
    const of = cellKey(option.code, criterion.code)
    p.box.hidden = this.data.locked && !note && !this.kept.has(of)
    if (p.text) setText(p.text, note)
    if (p.note) this.drawNote(p, note, of)
    this.drawKept(p, of)
  }

  drawNote(p, note, of) {
    const typing = this.root.getRootNode().activeElement === p.note && this.noteOf === of
    if (!typing && p.note.value !== note) p.note.value = note
    this.noteOf = of
  }

  drawKept(p, of) {
    const kept = this.kept.get(of)
    p.kept.hidden = !kept
    if (!kept) return p.kept.replaceChildren()
    if (p.kept.querySelector("blockquote")?.textContent === kept) return
    p.kept.replaceChildren(
      make(
        "p",
        {},
        p.note
          ? "Deze notitie was intussen gewijzigd. Uw tekst is niet overgenomen:"
          : "Deze tekst kwam te laat en is niet overgenomen:",
      ),
      make("blockquote", {}, kept),
      ...(p.note
        ? [make("button", { type: "button", "data-kept": "add" }, "Zet erachter")]
        : []),
      make("button", { type: "button", "data-kept": "drop" }, "Niet meer nodig"),
    )
  }

  // --- what a person does --------------------------------------------------------------------

  onClick(event) {
    const show = event.target.closest("[data-show]")
    if (show) return this.activate({ ...this.active, option: show.dataset.show })
    if (event.target.closest("[data-back]")) {
      return this.component.setTriggerValue("back", this.data.last.entry)
    }
    const kept = event.target.closest("[data-kept]")
    if (kept) return this.onKept(kept.dataset.kept)
    const anchor = event.target.closest("button[data-anchor]")
    if (anchor) {
      return this.setScore(this.active.option, this.active.criterion, anchor.dataset.anchor)
    }
    const cell = event.target.closest(".cell")
    if (!cell) return
    const at = { option: cell.dataset.option, criterion: cell.dataset.criterion }
    const button = event.target.closest("button[data-score]")
    if (button) this.setScore(at.option, at.criterion, button.dataset.score)
    this.activate(at, true)
  }

  onKept(what) {
    const { option, criterion } = this.active
    const of = cellKey(option, criterion)
    if (what === "add") {
      const both = `${this.note(option, criterion)}\n${this.kept.get(of)}`.trim()
      this.put(option, criterion, "note", both.slice(0, NOTE_LENGTH))
      this.outbox.send()
    }
    this.keep(of, null)
    this.draw()
    this.panel.note?.focus()
  }

  onFocus(event) {
    this.focus = { inNote: event.target === this.panel.note, lostAt: null, robbed: false }
    const cell = event.target.closest(".cell")
    if (!cell || event.target !== cell) return
    this.activate({ option: cell.dataset.option, criterion: cell.dataset.criterion })
  }

  onBlur(event) {
    if (!this.focus) return
    this.focus.lostAt = Date.now()
    // Streamlit says with a dialog that the connection is gone, over whoever is typing.
    const dialog = event.relatedTarget?.closest?.('[role="dialog"]')
    this.focus.robbed = Boolean(dialog) && !dialog.contains(this.root.getRootNode().host)
    clearInterval(this.waiting)
    if (this.focus.robbed) this.waiting = setInterval(() => this.afterDialog(), 200)
  }

  // In a narrow view the rubric moves with the active row: what was touched stays in its place.
  activate(at, focus = false) {
    const same = at.option === this.active?.option && at.criterion === this.active?.criterion
    const row = this.rows.get(at.criterion)
    if (!same) {
      const before = row.getBoundingClientRect().top
      this.active = at
      this.placePanel()
      this.draw()
      const moved = row.getBoundingClientRect().top - before
      if (moved !== 0) scrolling(this.root)?.scrollBy({ top: moved, behavior: "instant" })
    }
    const cell = this.cells.get(cellKey(at.option, at.criterion)).cell
    if (focus && this.root.getRootNode().activeElement !== cell) {
      cell.focus({ preventScroll: true })
    }
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (!this.active) return
    if (this.panel.root.contains(event.target)) {
      if (event.key !== "Escape") return
      this.take(event)
      this.cells.get(cellKey(this.active.option, this.active.criterion)).cell.focus()
      return
    }
    if (!event.target.closest(".cell")) return
    if (this.doKey(event.key)) this.take(event)
  }

  take(event) {
    event.preventDefault()
    event.stopPropagation()
  }

  doKey(key) {
    const { option, criterion } = this.active
    const last = this.criteria.length - 1
    const row = this.criteria.findIndex(one => one.code === criterion)
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
    if (key in steps) this.moveTo(row + steps[key][0], steps[key][1])
    else if (key === "Home") this.moveTo(0, 0)
    else if (key === "End") this.moveTo(last, 0)
    else if (SCORES.includes(key)) this.setScore(option, criterion, key)
    else if (key === UNKNOWN || key === "0") this.setScore(option, criterion, UNKNOWN)
    else if (key === "Delete" || key === "Backspace") this.setScore(option, criterion, null)
    else if (key === "Enter" || key === "n" || key === "N") this.openNote()
    else return false
    return true
  }

  moveTo(row, step) {
    const { options } = this.data
    const column = options.findIndex(one => one.code === this.active.option) + step
    const criterion = this.criteria[Math.max(0, Math.min(row, this.criteria.length - 1))]
    const option = options[Math.max(0, Math.min(column, options.length - 1))]
    this.activate({ option: option.code, criterion: criterion.code }, true)
    const { cell } = this.cells.get(cellKey(option.code, criterion.code))
    cell.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  openNote() {
    const note = this.panel.note
    if (!note) return
    note.focus()
    note.setSelectionRange(note.value.length, note.value.length)
    note.scrollIntoView({ block: "nearest" })
  }

  onType() {
    const { option, criterion } = this.active
    this.put(option, criterion, "note", this.panel.note.value.slice(0, NOTE_LENGTH))
    this.outbox.sendSoon(TYPING_MS)
    this.draw()
  }

  onLeaveNote() {
    if (this.outbox.delay) this.outbox.send()
    this.draw()
  }
}

function scoreText(score) {
  return score === null || score === undefined ? null : String(score)
}

function inWords(score) {
  if (score === null) return "nog niet ingevuld"
  return score === UNKNOWN ? "weet niet" : `${score} van 5`
}

// The element that scrolls around this one, also outside our own shadow tree.
function scrolling(element) {
  let at = element
  while (at) {
    if (at instanceof Element) {
      const { overflowY } = getComputedStyle(at)
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at
    }
    at = at.parentElement ?? at.getRootNode?.().host ?? null
  }
  return document.scrollingElement
}

// Streamlit's bar at the top of the page covers what is under it only when it holds something.
function headerHeight() {
  const header = document.querySelector('[data-testid="stHeader"]')
  if (!header) return 0
  const { backgroundColor } = getComputedStyle(header)
  const clear = backgroundColor === "transparent" || /, 0\)$/.test(backgroundColor)
  return clear ? 0 : header.offsetHeight
}

export default function (component) {
  return placeIn(component, root => new ScoreTable(root))
}
