const SUM = 100
const TRACK = 40
const STEP_MS = 300
const POINTS = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 })
const SHORT = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 })
const HELP =
  "Hoeveel maakt het uit of een optie hier van de slechtste naar de beste score gaat? Verdeel 100 punten."

class Weights {
  constructor(root) {
    this.root = root
    this.fixed = new Set()
    this.points = new Map()
    this.start = null
    root.onpointerdown = event => this.onGrab(event)
    root.oninput = event => this.onInput(event)
    root.onchange = event => this.onChange(event)
    root.onkeydown = event => this.onKey(event)
    root.onclick = event => this.onClick(event)
  }

  stop() {
    if (this.delay) this.commit()
    this.outbox?.stop()
    const root = this.root
    root.onpointerdown = root.oninput = root.onchange = root.onkeydown = root.onclick = null
  }

  receive(component) {
    this.component = component
    const data = (this.data = component.data)
    this.codes = data.groups.flatMap(group => group.criteria.map(one => one.code))
    this.openOutbox(data.scope)
    const near = points =>
      this.codes.every(code => Math.abs((points[code] ?? 0) - (data.points[code] ?? 0)) < 0.06)
    this.outbox.settle(
      one => one.base < data.version,
      (done, next) => {
        // What waited was made on our own change; on somebody else's it no longer holds.
        if (!near(done.points)) return false
        next.base = data.version
      },
    )
    const shape = JSON.stringify([data.groups, data.locked])
    if (shape !== this.shape) {
      this.shape = shape
      this.build()
    }
    if (!this.start) this.takeStored()
    this.draw()
    const again = this.resendOnOpen
    this.resendOnOpen = false
    setTimeout(() => (again ? this.outbox.resend() : this.outbox.sendWaiting()), 0)
  }

  openOutbox(scope) {
    if (this.scope === scope) return
    this.outbox?.stop()
    this.scope = scope
    this.resendOnOpen = true
    this.outbox = new Outbox("weights", scope, {
      emit: ([one]) => this.component.setStateValue("weighing", one),
      changed: () => {
        if (!this.start) this.takeStored()
        this.draw()
      },
      known: one => {
        const sent = Object.keys(one.points)
        return sent.length === this.codes.length && this.codes.every(code => code in one.points)
      },
    })
    this.outbox.start()
  }

  takeStored() {
    const mine = this.outbox.pending.length > 0 && this.outbox.current("weighing")
    const points = mine ? mine.points : this.data.points
    this.points = new Map(this.codes.map(code => [code, points[code] ?? 0]))
    this.stretch()
  }

  // The track of all rows is the same, so that bars can be compared; it does not change in a drag.
  stretch() {
    const most = Math.max(...this.points.values(), 0)
    const needed = most >= SUM ? SUM : Math.min(SUM, Math.ceil((most + 5) / 10) * 10)
    this.track = Math.max(TRACK, needed)
  }

  build() {
    const { groups, locked } = this.data
    this.rows = new Map()
    this.totals = new Map()
    const sections = groups.map((group, at) => {
      const total = make("span", { class: "total" })
      this.totals.set(at, total)
      const heading = make("h4", {}, make("span", {}, group.label), total)
      const rows = group.criteria.map(criterion => this.buildRow(criterion))
      return make("section", { "aria-label": group.label }, heading, ...rows)
    })
    this.sum = make("span", {})
    this.state = make("span", { class: "state", "aria-live": "polite" })
    const even = make("button", { type: "button", class: "even", "data-even": "" }, "Alle even zwaar")
    this.root.classList.toggle("locked", locked)
    this.root.replaceChildren(
      make("div", { class: "top" }, make("p", { class: "help" }, HELP), ...(locked ? [] : [even])),
      ...sections,
      make("div", { class: "foot" }, this.sum, this.state),
    )
  }

  buildRow({ code, label }) {
    const band = make("div", { class: "band" })
    const fill = make("div", { class: "fill" })
    const track = make("div", { class: "track" }, make("div", { class: "rail" }), band, fill)
    const words = make("p", { class: "words" })
    const row = make("div", { class: "row" }, make("div", { class: "label" }, label))
    const parts = { row, band, fill, words, label }
    if (this.data.locked) {
      parts.value = make("span", { class: "value" })
      row.append(track, parts.value)
    } else {
      const about = { "data-code": code, "aria-label": `Punten voor ${label}` }
      parts.range = make("input", { type: "range", class: "range", min: 0, step: "any", ...about })
      parts.field = make("input", { type: "text", class: "field", inputmode: "decimal", ...about })
      parts.field.autocomplete = "off"
      parts.hold = make("button", {
        type: "button",
        class: "hold",
        "data-hold": code,
        "aria-label": `${label} vastzetten`,
      })
      track.append(parts.range)
      row.append(track, parts.field, parts.hold)
    }
    row.append(words)
    this.rows.set(code, parts)
    return row
  }

  draw() {
    if (!this.rows) return
    const shown = inTenths(this.codes, this.points)
    const part = points => `${Math.min(100, (points / this.track) * 100)}%`
    const stale = this.codes.some(
      code => Math.abs(this.points.get(code) - (this.data.points[code] ?? 0)) >= 0.05,
    )
    this.root.classList.toggle("stale", stale)
    for (const [code, parts] of this.rows) {
      const points = this.points.get(code)
      const text = POINTS.format(shown.get(code) / 100)
      parts.fill.style.width = part(points)
      const span = this.data.stable[code]
      parts.band.hidden = !span
      if (span) {
        parts.band.style.left = part(span[0])
        parts.band.style.width = `calc(${part(span[1])} - ${part(span[0])})`
        parts.band.classList.toggle("further", span[1] > this.track)
      }
      setText(parts.words, this.inWords(span))
      if (parts.value) setText(parts.value, text)
      else this.drawControls(code, parts, points, text)
    }
    this.data.groups.forEach((group, at) => {
      const total = group.criteria.reduce((sum, one) => sum + shown.get(one.code), 0)
      setText(this.totals.get(at), `${POINTS.format(total / 100)} punten`)
    })
    const total = [...shown.values()].reduce((sum, one) => sum + one, 0)
    setText(this.sum, `Samen ${POINTS.format(total / 100)} punten`)
    setText(this.state, this.data.locked && !this.outbox.pending.length ? "" : this.outbox.words)
    this.state.classList.toggle("late", this.outbox.late)
  }

  drawControls(code, parts, points, text) {
    setAttribute(parts.range, "max", this.track)
    if (Number(parts.range.value) !== points) parts.range.value = points
    setAttribute(parts.range, "aria-valuetext", `${text} punten`)
    const typing = this.root.getRootNode().activeElement === parts.field && this.typed === code
    if (!typing && parts.field.value !== text) parts.field.value = text
    const fixed = this.fixed.has(code)
    setAttribute(parts.hold, "aria-pressed", String(fixed))
    setText(parts.hold, fixed ? "staat vast" : "vastzetten")
    parts.range.disabled = parts.field.disabled = fixed
    parts.row.classList.toggle("fixed", fixed)
  }

  inWords(span) {
    const { first } = this.data
    if (!span || !first) return ""
    const [low, high] = span
    if (low <= 0.05 && high >= SUM - 0.05) return `${first} blijft eerste bij elk gewicht`
    return `${first} blijft eerste tussen ${SHORT.format(low)} en ${SHORT.format(high)} punten`
  }

  // Give one criterion its points and rescale the others in proportion to how they were when the
  // movement began, so that moving to the end and back changes nothing.
  give(code, wanted) {
    if (this.start && this.moving !== code) this.commit()
    this.moving = code
    this.start ??= new Map(this.points)
    const others = this.codes.filter(one => one !== code && !this.fixed.has(one))
    const fixed = this.codes.filter(one => one !== code && this.fixed.has(one))
    const held = fixed.reduce((sum, one) => sum + this.points.get(one), 0)
    const room = Math.max(0, SUM - held)
    const points = others.length === 0 ? room : Math.min(Math.max(0, wanted), room)
    const before = others.reduce((sum, one) => sum + this.start.get(one), 0)
    const left = room - points
    this.points.set(code, points)
    for (const one of others) {
      const share = before > 0 ? this.start.get(one) / before : 1 / others.length
      this.points.set(one, left * share)
    }
    this.draw()
  }

  commit() {
    clearTimeout(this.delay)
    this.delay = null
    const started = this.start
    this.start = null
    this.typed = null
    const moved =
      started && this.codes.some(code => Math.abs(started.get(code) - this.points.get(code)) > 1e-9)
    this.stretch()
    if (moved) {
      const points = Object.fromEntries(
        this.codes.map(code => [code, Number(this.points.get(code).toFixed(6))]),
      )
      const base = this.outbox.current("weighing")?.base ?? this.data.version
      this.outbox.put("weighing", { base, points })
      this.outbox.sendWaiting()
    }
    this.draw()
  }

  onGrab(event) {
    if (event.target.classList.contains("range")) this.finishSteps()
  }

  finishSteps() {
    if (this.delay) this.commit()
  }

  onInput(event) {
    const { code } = event.target.dataset
    if (event.target.classList.contains("range")) {
      this.give(code, Math.round(Number(event.target.value) * 10) / 10)
    } else {
      this.typed = code
    }
  }

  onChange(event) {
    const { code } = event.target.dataset
    if (event.target.classList.contains("field")) {
      const points = read(event.target.value)
      this.typed = null
      if (points !== null) this.give(code, points)
    }
    this.commit()
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const { code } = event.target.dataset
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 }
    if (!code) return
    if (event.target.classList.contains("field")) {
      event.stopPropagation()
      if (event.key === "Escape") {
        this.typed = null
        this.draw()
      }
      if (!["ArrowUp", "ArrowDown"].includes(event.key)) return
    }
    const ends = { Home: 0, End: this.track }
    if (!(event.key in step) && !(event.key in ends)) return
    event.preventDefault()
    event.stopPropagation()
    this.typed = null
    const by = (step[event.key] ?? 0) * (event.shiftKey ? 0.1 : 1)
    this.give(code, ends[event.key] ?? Math.round((this.points.get(code) + by) * 10) / 10)
    clearTimeout(this.delay)
    this.delay = setTimeout(() => this.commit(), STEP_MS)
  }

  onClick(event) {
    const hold = event.target.closest("[data-hold]")?.dataset.hold
    if (hold) {
      this.finishSteps()
      if (!this.fixed.delete(hold)) this.fixed.add(hold)
      this.draw()
    }
    if (event.target.closest("[data-even]")) {
      this.finishSteps()
      this.start = new Map(this.points)
      this.fixed.clear()
      for (const code of this.codes) this.points.set(code, SUM / this.codes.length)
      this.commit()
    }
  }
}

// Tenths that sum to exactly 100,0: what is lost in rounding goes to the largest remainders.
function inTenths(codes, points) {
  const whole = new Map(codes.map(code => [code, Math.floor(points.get(code) * 100 + 1e-7)]))
  let left = Math.round(SUM * 100) - [...whole.values()].reduce((sum, one) => sum + one, 0)
  const rest = code => points.get(code) * 100 - whole.get(code)
  const order = [...codes].sort((a, b) => rest(b) - rest(a))
  for (let at = 0; at < order.length && left > 0; at += 1, left -= 1) {
    whole.set(order[at], whole.get(order[at]) + 1)
  }
  return whole
}

// A number as people write it, with a comma or a point; null when it is not one.
function read(text) {
  const points = Number(text.trim().replace(",", "."))
  return text.trim() === "" || !Number.isFinite(points) ? null : Math.min(SUM, Math.max(0, points))
}

export default function (component) {
  return placeIn(component, root => new Weights(root))
}
