/**
 * The place to come back to after login, if it is one of ours: a path on this host that starts with one slash.
 * Anything else (another host in any disguise, our own login pages, which would go in a circle) becomes undefined.
 */
export function localPath(til: string | undefined): string | undefined {
  if (!til || til.length > 2_000) return undefined
  // A backslash, a control character or a second slash is read as another host by some browser.
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(til)) return undefined
  const base = 'http://torg.invalid'
  const url = URL.parse(til, base)
  if (!url || url.origin !== base) return undefined
  const path = url.pathname
  if (path.startsWith('//') || /^\/(logg-inn|logg-ut|demo-innlogging)(\/|$)/.test(path)) return undefined
  return path + url.search
}
