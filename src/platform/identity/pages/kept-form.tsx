import { csrfToken } from '../../http/csrf.ts'
import { currentPerson, type Ctx } from '../../http/context.ts'
import { CSRF_FIELD, KEY_FIELD, readForm, type Form } from '../../http/form.ts'
import { FormStart, page } from '../../http/render.tsx'
import { Button, ButtonRow, Details, LinkButton, PageTitle } from '../../look/index.ts'
import { clearToken, readToken, writeToken } from '../cookies.ts'
import {
  deletePendingPost,
  findPendingPost,
  isOfOwnSession,
  ownerOfEndedSession,
  savePendingPost,
  type PendingPost,
} from '../pending-post.ts'
import { localPath } from '../return-path.ts'
import { identityTexts } from '../texts.ts'
import { pendingPostLasts } from '../timeouts.ts'
import { notice } from './notice.tsx'

const continuePath = '/logg-inn/fortsett'
// A kept form is text; more than this is not typed by anyone.
const mostText = 1024 * 1024

/**
 * Answers a POST whose session has run out: keeps the form for its sender and asks for login. It is kept only when it came from
 * our own page in that very session (its token says so), so that nobody can have a form of theirs sent in another's name.
 * A script's request gets 401 and keeps what is typed on the page.
 */
export async function keepPendingPost(c: Ctx): Promise<Response> {
  const { services, municipality } = c.var
  const from = pageOf(c)
  const login = `/logg-inn?til=${encodeURIComponent(from)}`
  const token = readToken(c, 'session')
  if (isScript(c)) return sendScriptTo(c, login)
  const form = await readForm(c)
  if (token && form.text(CSRF_FIELD) === csrfToken(token)) {
    const post = postOf(c, form)
    const kept = await services.db.inTransaction({ municipalityId: municipality.id }, async (trx) => {
      const personId = await ownerOfEndedSession(trx, token)
      return personId && post ? await savePendingPost(trx, services.keyring, personId, post, services.now()) : undefined
    })
    if (kept) writeToken(c, 'pending', kept, pendingPostLasts)
  }
  return c.redirect(login, 303)
}

/**
 * Answers a POST from a page that stood open while the same person logged in anew, in another tab: the form is kept and shown with a
 * button that sends it. Undefined when the form is no page's of this person's own.
 */
export async function keepPostOfEarlierSession(c: Ctx): Promise<Response | undefined> {
  const { services, scope } = c.var
  const person = currentPerson(c)
  const form = await readForm(c)
  const own = await services.db.reading(scope, (trx) => isOfOwnSession(trx, person.id, form.text(CSRF_FIELD)))
  const post = own ? postOf(c, form) : undefined
  if (!post) return undefined
  if (isScript(c)) return sendScriptTo(c, post.from)
  const kept = await services.db.inTransaction(scope, (trx) =>
    savePendingPost(trx, services.keyring, person.id, post, services.now()),
  )
  writeToken(c, 'pending', kept, pendingPostLasts)
  return c.redirect(continuePath, 303)
}

function isScript(c: Ctx): boolean {
  return c.req.header('hx-request') !== undefined || c.req.header('sec-fetch-mode') === 'cors'
}

/** What is typed stays on the page until its person presses something. */
function sendScriptTo(c: Ctx, address: string): Response {
  c.header('hx-redirect', address)
  return c.body(null, 401)
}

/** The form as it is kept; undefined when it is more than anyone types. */
function postOf(c: Ctx, form: Form): PendingPost | undefined {
  const url = new URL(c.req.url)
  const fields = form
    .names()
    .flatMap((name) => (name === CSRF_FIELD ? [] : form.all(name).map((value): [string, string] => [name, value])))
  if (fields.reduce((sum, [, value]) => sum + value.length, 0) >= mostText) return undefined
  return {
    path: url.pathname + url.search,
    from: pageOf(c),
    multipart: c.req.header('content-type')?.startsWith('multipart/') ?? false,
    fields,
    files: form.names().flatMap((name) => form.files(name).map((file) => file.name.slice(0, 200))),
  }
}

/** GET /logg-inn/fortsett: logged in again, what was typed, and a button that sends it. */
export async function showKeptForm(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = identityTexts[lang]
  const person = currentPerson(c)
  const token = readToken(c, 'pending')
  const post = token
    ? await services.db.reading(scope, (trx) => findPendingPost(trx, services.keyring, token, person.id, services.now()))
    : undefined
  c.header('cache-control', 'no-store')
  if (!post) return await notice(c, { title: t.nothingKeptTitle, body: t.nothingKeptBody })
  const typed = post.fields.filter(([name, value]) => !name.startsWith('_') && value.trim() !== '')
  return await page(
    c,
    { title: t.continueTitle, room: person.kind === 'staff' ? 'desk' : 'square' },
    <form method="post" action={continuePath} enctype={post.multipart ? 'multipart/form-data' : undefined}>
      <FormStart c={c} keyOf={post.fields.find(([name]) => name === KEY_FIELD)?.[1]} />
      <PageTitle title={t.continueTitle} lead={t.continueBody} />
      {post.fields.map(([name, value]) => (name === KEY_FIELD ? null : <input type="hidden" name={name} value={value} />))}
      {post.files.length > 0 ? (
        <>
          <p>{t.filesAgain(post.files.length)}</p>
          <ul>
            {post.files.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      {typed.length > 0 ? (
        <Details summary={t.whatYouWrote}>
          <ul>
            {typed.map(([, value]) => (
              <li>{value}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <ButtonRow>
        <Button>{t.continueButton}</Button>
        <LinkButton href={post.from} variant="secondary">
          {t.continueNot}
        </LinkButton>
      </ButtonRow>
    </form>,
  )
}

/** POST /logg-inn/fortsett: lets go of the kept form and sends this same body on to where the form was going. */
export async function sendKeptForm(c: Ctx): Promise<Response> {
  const { services, scope, lang } = c.var
  const t = identityTexts[lang]
  const person = currentPerson(c)
  const token = readToken(c, 'pending')
  const post = token
    ? await services.db.inTransaction(scope, async (trx) => {
        const found = await findPendingPost(trx, services.keyring, token, person.id, services.now())
        if (found) await deletePendingPost(trx, token)
        return found
      })
    : undefined
  clearToken(c, 'pending')
  if (!post) return await notice(c, { title: t.nothingKeptTitle, body: t.nothingKeptBody })
  // 307 keeps method and body; the path is the one we stored ourselves.
  return c.redirect(post.path, 307)
}

// The page the form stood on: to go back to with a link, since where a form goes often cannot be read.
function pageOf(c: Ctx): string {
  const referer = URL.parse(c.req.header('referer') ?? '')
  return (referer && referer.host === c.req.header('host') && localPath(referer.pathname + referer.search)) || '/'
}
