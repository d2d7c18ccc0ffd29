import { request, type IncomingHttpHeaders } from 'node:http'

/** An answer, read to its end. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** Where a redirect goes, as it was written. */
  location: string
  /** Cookies set by this answer, as they were written. */
  cookies: string[]
}

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
  /** Follows redirects from an answer, on the hosts of this server, until one answers something else. */
  follow(answer: Answer): Promise<Answer>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
  cookies: Map<string, string>
  /** The page this visitor sees last, which forms are sent from. */
  at: string
  host: string
}

/** Somebody with a browser and scripts off: keeps cookies by host, says where forms come from. `host` is without the port. */
export function visitor(port: number, host: string): Visitor {
  const jar = new Map<string, string>()
  const self: Visitor = {
    host: `${host}:${port}`,
    at: '/',
    cookies: jar,
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => void jar.set(name, value),
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, form, headers = {}) => {
      const browser = { origin: `http://${self.host}`, referer: `http://${self.host}${self.at}`, 'sec-fetch-site': 'same-origin' }
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return send('POST', path, { ...browser, ...type, ...headers }, new URLSearchParams(form).toString())
    },
    async follow(answer) {
      for (let hop = 0; hop < 10 && answer.status >= 300 && answer.status < 400; hop++) {
        const url = new URL(answer.location, `http://${self.host}${self.at}`)
        if (url.host !== self.host) throw new Error(`sent away to ${url.origin}`)
        answer = await self.get(url.pathname + url.search)
      }
      return answer
    },
  }

  function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Promise((resolve, reject) => {
      const all = {
        host: self.host,
        ...(cookie && { cookie }),
        ...headers,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      }
      const sent = request({ host: '127.0.0.1', port, method, path, headers: all }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const cookies = response.headers['set-cookie'] ?? []
          for (const line of cookies) keep(line)
          if (method === 'GET' && response.statusCode === 200) self.at = path
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
            location: response.headers.location ?? '',
            cookies,
          })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', ...value] = pair.split('=')
    const gone = attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=Thu, 01 Jan 1970/i.test(each))
    if (gone) jar.delete(name)
    else jar.set(name, value.join('='))
  }

  return self
}

/** The fields of the form on a page that goes to `action` (or the first form), as a browser would send them untouched. */
export function fieldsOf(html: string, action?: string): Record<string, string> {
  const forms = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
  const form = forms.find(([, to]) => action === undefined || to === action)
  if (!form) throw new Error(`no form to ${action ?? 'anywhere'} on the page`)
  const inputs = [...(form[2] ?? '').matchAll(/<input[^>]*>/g)].map(([input]) => input)
  const attribute = (input: string, name: string) => decode(new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '')
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

/** Where a page's first form goes. */
export function actionOf(html: string): string {
  return decode(/<main.*?<form[^>]*action="([^"]*)"/s.exec(html)?.[1] ?? '')
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" }
  return text.replace(/&(amp|quot|lt|gt|#39);/g, (whole, name: string) => named[name] ?? whole)
}
