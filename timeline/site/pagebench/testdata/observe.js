// Runs in a page before its own scripts and notes what the page does. It is
// called with the selector of what shows an event.
function (selector) {
  const frame = 1000 / 60
  const bench = window.dateline_bench = { first: 0, blocking: 0 }
  let busy = 0

  new PerformanceObserver(list => {
    for (const task of list.getEntries()) {
      bench.blocking += Math.max(0, task.duration - 50)
      busy = Math.max(busy, task.startTime + task.duration)
    }
  }).observe({ type: 'longtask', buffered: true })

  // What is in the window is also visible unless something lies over it or it
  // is transparent. Asked of what was just laid out, this costs the page nothing.
  function visible(element, box) {
    if (box.width < 1 || box.height < 1) return false
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  }

  // Told of a frame after it is laid out. What is covered is watched anew.
  const watched = new Set()
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (bench.first !== 0 || !entry.isIntersecting) continue
      if (visible(entry.target, entry.intersectionRect)) {
        bench.first = performance.now()
        return watcher.disconnect()
      }
      watcher.unobserve(entry.target)
      watched.delete(entry.target)
    }
  })
  function look() {
    if (bench.first !== 0) return
    for (const element of document.querySelectorAll(selector)) {
      if (!watched.has(element)) watcher.observe(element)
      watched.add(element)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)

  // How many milliseconds nothing has happened, once an event is visible.
  bench.quiet = () => {
    if (bench.first === 0 || document.readyState !== 'complete') return 0
    let last = Math.max(bench.first, busy)
    for (const file of performance.getEntriesByType('resource')) last = Math.max(last, file.responseEnd)
    return performance.now() - last
  }

  // Where things are, to see whether a gesture moves them.
  bench.where = moving => {
    let sum = ''
    for (const element of [...document.querySelectorAll(moving)].slice(0, 20)) {
      const box = element.getBoundingClientRect()
      sum += Math.round(box.left) + ' ' + Math.round(box.top) + ' ' + Math.round(box.width) + ','
    }
    return sum
  }

  let began = 0, frames = 0, counting = false
  function count() {
    if (!counting) return
    frames++
    requestAnimationFrame(count)
  }
  bench.startFrames = () => {
    began = performance.now()
    frames = 0
    counting = true
    requestAnimationFrame(count)
  }
  // How many frames were drawn, and the share of a 60 Hz screen's that were not.
  bench.stopFrames = () => {
    counting = false
    return { Drawn: frames, Dropped: Math.max(0, 1 - frames / ((performance.now() - began) / frame)) }
  }

  // The point nearest to the middle of the surface where nothing lies over it.
  bench.grip = surface => {
    const element = document.querySelector(surface)
    const box = element.getBoundingClientRect()
    const middle = {
      X: (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
      Y: (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
    }
    const points = []
    for (let i = -30; i <= 30; i++) {
      for (let j = -30; j <= 30; j++) points.push({ X: middle.X + 10 * i, Y: middle.Y + 10 * j, far: i * i + j * j })
    }
    points.sort((a, b) => a.far - b.far)
    return points.find(p => element.contains(document.elementFromPoint(p.X, p.Y))) || middle
  }
}
