const SIGNS = { ready: "✓", busy: "…", gone: "–" }
const rooms = new WeakMap()

function build(root) {
  const parts = {
    code: make("p", { class: "code" }),
    address: make("p", { class: "address" }),
    qr: make("img", { alt: "QR-code met het adres om mee te doen" }),
    title: make("h4", {}),
    said: make("p", { class: "said", "aria-live": "polite" }),
    people: make("ul", { class: "people" }),
    fill: make("button", { type: "button", class: "fill" }, "Volledig scherm"),
  }
  parts.fill.hidden = !document.fullscreenEnabled
  parts.fill.onclick = () => {
    const failed = () => (parts.fill.hidden = true)
    if (root.getRootNode().fullscreenElement) document.exitFullscreen().catch(failed)
    else root.requestFullscreen().catch(failed)
  }
  root.onfullscreenchange = () => {
    const full = root.getRootNode().fullscreenElement
    parts.fill.textContent = full ? "Terug (Esc)" : "Volledig scherm"
  }
  const how = make("div", { class: "how" }, make("p", {}, "Doe mee met de code"))
  how.append(parts.code, parts.address)
  root.replaceChildren(
    make("div", { class: "join" }, parts.qr, how, parts.fill),
    make("div", { class: "who" }, parts.title, parts.said, parts.people),
  )
  return parts
}

function person({ name, state, said }) {
  const sign = make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state])
  const words = make("span", { class: "how-far" }, said)
  return make("li", { class: state }, sign, make("span", { class: "name" }, name), words)
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector("[data-root]")
  if (!rooms.has(root)) rooms.set(root, build(root))
  const parts = rooms.get(root)
  for (const name of ["code", "address", "title", "said"]) parts[name].textContent = data[name]
  if (parts.qr.getAttribute("src") !== data.qr) parts.qr.setAttribute("src", data.qr)
  parts.people.replaceChildren(...data.people.map(person))
  parts.people.classList.toggle("many", data.people.length > 16)
}
