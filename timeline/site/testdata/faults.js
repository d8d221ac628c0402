// What is wrong with the layout of a page, in words, by the boxes of what is on
// it: no pixel is compared, so that fonts and versions of browsers may differ.
async () => {
  // A line that has to fit another window is drawn with the next frame.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  const faults = []
  const name = (e) => `${e.localName}.${e.getAttribute('class') ?? ''} “${(e.textContent ?? '').trim().slice(0, 24)}”`
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const beside = (a, b) => a.right <= b.left + 0.5 || b.right <= a.left + 0.5
  const above = (a, b) => a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5

  // A line of text without the room that its font keeps above and below.
  const inner = ({ left, right, top, bottom }) => ({ left, right, top: top + 3, bottom: bottom - 3 })

  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`)

  for (const e of document.querySelectorAll('body *:not(svg *, .hidden, .skip, option)')) {
    if (!shown(e)) continue
    if (e.parentElement.closest('.wide-table')) continue
    const box = e.getBoundingClientRect()
    if (box.width && (box.right > width + 1 || box.left < -1)) faults.push(`${name(e)} reaches over the side of the page`)
    const style = getComputedStyle(e)
    // What scrolls or ends in an ellipsis does so by intent.
    if (style.overflowX === 'hidden' && style.textOverflow === 'clip' && e.scrollWidth > e.clientWidth + 1) {
      faults.push(`${name(e)} is cut off`)
    }
    // Words that stand on others: the parts of an entry, of a head, of a form.
    const next = e.nextElementSibling
    const block = (s) => s.position === 'static' && s.display !== 'inline'
    if (next && shown(next) && block(style) && block(getComputedStyle(next))) {
      const other = next.getBoundingClientRect()
      if (box.width && other.width && box.height && other.height && !beside(box, other) && !above(box, other)) faults.push(`${name(e)} lies over ${name(next)}`)
    }
  }

  // On a phone the line is a slim strip, unless it is parted into lanes.
  const slim = document.querySelector('.plot')
  if (slim && innerWidth < 600 && matchMedia('screen').matches && slim.getBoundingClientRect().height > 120 && !document.querySelector('[name=lanes]')?.value) {
    faults.push(`the line takes ${slim.getBoundingClientRect().height} pixels of a phone`)
  }

  const plot = document.querySelector('.plot')?.getBoundingClientRect()
  for (const kind of ['.layer-labels .label', '.layer-axis text']) {
    const texts = [...document.querySelectorAll(kind)].map((e) => ({ e, box: inner(e.getBoundingClientRect()) }))
    texts.forEach(({ e, box }, i) => {
      if (box.left < plot.left - 1 || box.right > plot.right + 1) faults.push(`${name(e)} reaches over the side of the line`)
      if (box.top < plot.top - 1 || box.bottom > plot.bottom + 1) faults.push(`${name(e)} reaches out of the line`)
      for (const other of texts.slice(i + 1)) {
        if (!beside(box, other.box) && !above(box, other.box)) faults.push(`${name(e)} lies over ${name(other.e)}`)
      }
    })
  }
  return [...new Set(faults)].slice(0, 8)
}
