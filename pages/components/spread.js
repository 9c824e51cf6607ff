// Where a score stands on the axis: in the middle of its column.
const at = score => `${((score - 0.5) / 5) * 100}%`

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector("[data-root]")
  const columns = data.counts.map((count, index) => {
    const dots = Array.from({ length: count }, () => make("i", {}))
    return make(
      "div",
      { class: "column" },
      make("div", { class: "dots" }, ...dots),
      make("b", { class: count ? "given" : null }, String(index + 1)),
    )
  })
  const [low, high] = data.half
  const half = make("div", { class: "half" })
  half.style.left = at(low)
  half.style.width = `calc(${at(high)} - ${at(low)})`
  const median = make("div", { class: "median" })
  median.style.left = at(data.median)
  const axis = make("div", { class: "axis" }, half, median)
  if (data.before !== null && data.before !== data.median) {
    const before = make("div", { class: "before" })
    before.style.left = at(data.before)
    axis.append(before)
  }
  root.replaceChildren(
    make("div", { class: "figure", role: "img", "aria-label": data.described }, ...columns, axis),
  )
}
