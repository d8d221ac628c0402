// Reloads the page when the site was built anew, and shows what is wrong with it.
// The preview server adds this script to every page; no published file has it.
(() => {
  'use strict'
  if (window.top !== window) return // the page around a frame reloads it too

  const own = document.currentScript
  const version = new URL(own.src).searchParams.get('version')
  const at = name => new URL(name, own.src).href
  let stream = null

  function show(problems) {
    document.getElementById('dateline-problems')?.remove()
    if (problems.length === 0) return
    const host = document.createElement('div')
    host.id = 'dateline-problems'
    const root = host.attachShadow({mode: 'open'})
    const style = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: at('problems.css')})
    const panel = document.createElement('section')
    panel.setAttribute('role', 'alert')
    const heading = Object.assign(document.createElement('h2'), {textContent: 'Not right yet'})
    const list = document.createElement('ol')
    for (const problem of problems) {
      const item = document.createElement('li')
      const place = Object.assign(document.createElement('code'), {textContent: problem.place})
      if (problem.place) item.append(place, ' ')
      item.append(problem.message)
      list.append(item)
    }
    const close = Object.assign(document.createElement('button'), {type: 'button', textContent: 'Close'})
    close.addEventListener('click', () => host.remove())
    panel.append(heading, list, close)
    root.append(style, panel)
    document.documentElement.append(host)
  }

  // Only the page in view listens: a browser allows few connections to a server.
  function listen() {
    if (document.hidden) {
      stream?.close()
      stream = null
    } else if (!stream) {
      stream = new EventSource(at('events'))
      stream.addEventListener('site', event => {
        const site = JSON.parse(event.data)
        if (site.version !== version) return location.reload()
        show(site.problems)
      })
    }
  }
  document.addEventListener('visibilitychange', listen)
  listen()
})()
