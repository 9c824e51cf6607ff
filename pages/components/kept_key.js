// Puts the key of a link without names into each link of the page that is about to be followed: in
// a tab of its own, too, nobody is to be seen by name.
const MOMENTS = ["pointerdown", "keydown", "contextmenu", "dragstart"]

export default function ({ data }) {
  const keep = (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]")
    if (!link) return
    const to = new URL(link.href)
    if (to.origin !== location.origin || to.searchParams.has(data.name)) return
    to.searchParams.set(data.name, data.key)
    link.href = to.href
  }
  for (const moment of MOMENTS) document.addEventListener(moment, keep, true)
  return () => {
    for (const moment of MOMENTS) document.removeEventListener(moment, keep, true)
  }
}
