// What a person did and the server has not confirmed yet. `source.py` puts this before the script
// of each component.
//
// Per slot (a score of one cell, a note of one cell) there is at most one thing on its way, `sent`,
// and one thing that waits for it, `next`. The next is sent only after the one before it has come
// back: otherwise the server would see a change on an older version and take it for a conflict
// with somebody else.
//
// Everything is in localStorage from the moment it is done, under the scope and this page load.
// What an earlier page load left behind is taken over: at once if it said goodbye, otherwise when
// its heartbeat has been silent. A tab that sleeps may be silent and still alive; then both send
// the same ids, which does no harm.

const CLIENT = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte =>
  byte.toString(16).padStart(2, "0")).join("")
const BEAT_MS = 2000
const SILENT_MS = 10000
const LATE_MS = 4000
const SLOWEST_RESEND_MS = 20000
const MOST_AT_ONCE = 200

let lastNumber = 0
const memory = new Map()

// Storage that is refused or full must not stop anybody from working.
const storage = {
  works: true,
  read(key) {
    if (!this.works) return memory.get(key) ?? null
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return memory.get(key) ?? null
    }
  },
  write(key, value) {
    memory.set(key, value)
    try {
      localStorage.setItem(key, JSON.stringify(value))
      this.works = true
    } catch {
      this.works = false
    }
  },
  remove(key) {
    memory.delete(key)
    try {
      localStorage.removeItem(key)
    } catch {
      this.works = false
    }
  },
  keys(prefix) {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(prefix))
    } catch {
      return []
    }
  },
}

class Outbox {
  // emit(list): hand over to the server; changed(): what is shown must be drawn again.
  constructor(kind, scope, { emit, changed, known = () => true }) {
    this.prefix = `samenwerking/${kind}/${encodeURIComponent(scope)}/`
    this.key = this.prefix + CLIENT
    this.emit = emit
    this.changed = changed
    this.known = known
    this.entries = new Map()
    this.late = false
    this.tries = 0
    this.resendAt = 0
    this.beatAt = 0
  }

  start() {
    this.load()
    this.onHide = () => this.save(0)
    this.onShow = event => {
      if (!event.persisted) return
      this.load()
      this.changed()
      this.send()
    }
    this.onOnline = () => this.resend()
    window.addEventListener("pagehide", this.onHide)
    window.addEventListener("pageshow", this.onShow)
    window.addEventListener("online", this.onOnline)
    this.clock = setInterval(() => this.tick(), 1000)
  }

  stop() {
    clearInterval(this.clock)
    clearTimeout(this.delay)
    this.delay = null
    window.removeEventListener("pagehide", this.onHide)
    window.removeEventListener("pageshow", this.onShow)
    window.removeEventListener("online", this.onOnline)
    this.save(0)
  }

  load() {
    this.entries = new Map((storage.read(this.key)?.entries ?? []).map(one => [one.slot, one]))
    this.adopt()
    for (const entry of this.entries.values()) entry.since = Date.now()
    this.save()
  }

  // Returns whether there was anything to take over.
  adopt() {
    const left = []
    for (const key of storage.keys(this.prefix)) {
      const box = key === this.key ? null : storage.read(key)
      if (!box || (box.beat && Math.abs(Date.now() - box.beat) < SILENT_MS)) continue
      storage.remove(key)
      left.push(...(box.entries ?? []))
    }
    left.sort((a, b) => a.at - b.at)
    const fresh = new Map()
    for (const entry of left) fresh.set(entry.slot, { ...entry, since: Date.now() })
    for (const [slot, entry] of fresh) if (!this.entries.has(slot)) this.entries.set(slot, entry)
    return left.length > 0
  }

  save(beat = Date.now()) {
    this.beatAt = Date.now()
    if (this.entries.size === 0) storage.remove(this.key)
    else storage.write(this.key, { beat, entries: [...this.entries.values()] })
  }

  put(slot, payload) {
    const entry = this.entries.get(slot) ?? { slot, sent: null, next: null, since: Date.now() }
    lastNumber += 1
    entry.next = { id: `${CLIENT}-${lastNumber}`, ...payload }
    entry.at = Date.now()
    this.entries.set(slot, entry)
    this.save()
  }

  // What the person did last here, or undefined when the server has it all.
  current(slot) {
    const entry = this.entries.get(slot)
    return entry?.next ?? entry?.sent ?? undefined
  }

  get pending() {
    return [...this.entries.values()].filter(entry => this.known(entry.next ?? entry.sent))
  }

  // Drop what the server has dealt with. `follow(done, next)` may adapt what waited for it.
  // Returns what was dropped without anything following it.
  settle(isDone, follow = () => true) {
    const dropped = []
    for (const [slot, entry] of [...this.entries]) {
      let settled = false
      if (entry.sent && isDone(entry.sent)) {
        const done = entry.sent
        entry.sent = null
        entry.since = Date.now()
        settled = true
        if (!entry.next) dropped.push(done)
        else if (follow(done, entry.next) === false) entry.next = null
      }
      if (entry.next && isDone(entry.next)) {
        entry.sent = entry.next = null
        settled = true
      }
      if (!settled) continue
      if (!entry.sent && !entry.next) this.entries.delete(slot)
      this.late = false
      this.tries = 0
    }
    this.save()
    return dropped
  }

  sendSoon(milliseconds) {
    clearTimeout(this.delay)
    this.delay = setTimeout(() => this.send(), milliseconds)
  }

  // Send what waits, but not if something is still being typed or on its way.
  sendWaiting() {
    const waits = this.pending.some(entry => entry.next && !entry.sent)
    if (waits && !this.delay) this.send()
  }

  send() {
    clearTimeout(this.delay)
    this.delay = null
    const wanted = this.pending.slice(0, MOST_AT_ONCE)
    if (wanted.length === 0) return
    for (const entry of wanted) {
      if (entry.sent) continue
      entry.sent = entry.next
      entry.next = null
      entry.since = Date.now()
    }
    this.save()
    this.tries += 1
    this.resendAt = Date.now() + Math.min(LATE_MS * 1.5 ** (this.tries - 1), SLOWEST_RESEND_MS)
    // The attempt makes that the same list sent again is a change to the server.
    const list = wanted.map(entry => ({ ...entry.sent, attempt: this.tries }))
    try {
      this.emit(list)
    } catch {
      // Not connected: it stays here and goes again.
    }
  }

  resend() {
    this.tries = 0
    this.send()
  }

  tick() {
    const now = Date.now()
    const adopted = this.adopt()
    if (now - this.beatAt >= BEAT_MS && this.entries.size > 0) this.save()
    const late = this.pending.some(entry => now - entry.since >= LATE_MS)
    if (late !== this.late || adopted) {
      this.late = late
      this.changed()
    }
    if (adopted || (late && now >= this.resendAt)) this.send()
  }

  get words() {
    if (this.late) return "Nog niet opgeslagen: wordt verzonden zodra er weer verbinding is"
    return this.pending.length === 0 ? "Alles opgeslagen" : "Opslaan …"
  }
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text
}

function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value)
}

// One component per place in the page. Streamlit runs the script again at each change of its data,
// and may call the clean-up of an earlier run after a later one has begun: that one is ignored.
const placed = new WeakMap()

function placeIn(component, create) {
  const { parentElement } = component
  const root = parentElement.querySelector("[data-root]")
  let one = placed.get(parentElement)
  if (!one || one.root !== root) {
    one?.stop()
    one = create(root)
    one.run = 0
    placed.set(parentElement, one)
  }
  const run = (one.run += 1)
  one.receive(component)
  return () => {
    if (one.run !== run) return
    one.stop()
    root.replaceChildren()
    if (placed.get(parentElement) === one) placed.delete(parentElement)
  }
}
