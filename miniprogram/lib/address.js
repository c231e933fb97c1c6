/**
 * The address of the page for what a mini-program was opened with: an item, a notice, a case, or nothing.
 *
 * Only names of a known shape are passed on, behind the # where no server sees them; anything else opens the page as it is.
 */

const ITEM = /^[a-z0-9_.-]{1,120}$/
const NOTICE = /^[A-Za-z0-9_-]{20,64}$/
const CASE = /^\d{12}$/
const PARTS = ['form', 'notice', 'materials', 'progress', 'slots']
const SCENE = /^([a-z])_([A-Za-z0-9_.-]{1,62})$/

/**
 * @param {string} page public address of the service
 * @param {Record<string, string>} options as onLoad gets them; `scene` is that of a code
 */
function addressOf(page, options) {
  const asked = { ...options, ...ofScene(decoded(options.scene)) }
  const base = page.replace(/\/+$/, '')
  if (NOTICE.test(asked.notice || '')) return `${base}/notices/${asked.notice}`
  if (CASE.test(asked.case || '')) return `${base}/#open=progress&case=${asked.case}`
  if (ITEM.test(asked.item || '')) return `${base}/#item=${asked.item}`
  if (PARTS.includes(asked.open || '')) return `${base}/#open=${asked.open}`
  return `${base}/`
}

/**
 * What a code stands for, in the same shape as for the account.
 *
 * @param {string} scene
 * @returns {Record<string, string>}
 */
function ofScene(scene) {
  const found = SCENE.exec(scene)
  if (!found) return {}
  const [, kind, name] = found
  if (kind === 'n') return { notice: name }
  if (kind === 'i') return { item: name }
  return kind === 'c' ? { case: name } : {}
}

function decoded(text) {
  try {
    return decodeURIComponent(text || '')
  } catch {
    return ''
  }
}

/** What is shared: the page where an item or a notice is looked at by everybody, never what is somebody's own. */
function sharedPath(options) {
  const asked = { ...options, ...ofScene(decoded(options.scene)) }
  return ITEM.test(asked.item || '') ? `/pages/index/index?item=${asked.item}` : '/pages/index/index'
}

module.exports = { addressOf, sharedPath }
