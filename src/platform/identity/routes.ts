import { get, post, type Handler, type Route } from '../http/context.ts'
import { limited } from '../http/rate-limit.ts'
import { chooseLogin } from './pages/choose-login.tsx'
import { finishLogin } from './pages/finish-login.tsx'
import { sendKeptForm, showKeptForm } from './pages/kept-form.tsx'
import { askToLogOut, loggedOut, loggedOutPath, logOut } from './pages/log-out.tsx'
import { endLogins, myLoginsPath, showLogins } from './pages/my-logins.tsx'
import { noRole } from './pages/no-role.tsx'
import { backChannelLogout, frontChannelLogout } from './pages/provider-log-out.ts'
import { callbackPath, startLogin } from './pages/start-login.tsx'
import { identityOf } from './identity.ts'

/** Every address of login, for the table in src/routes.ts. */
export const identityRoutes: readonly Route[] = [
  get('/logg-inn', 'anyone', chooseLogin),
  get(
    '/logg-inn/innbygger',
    'anyone',
    guard('start', (c) => startLogin(c, 'resident')),
  ),
  get(
    '/logg-inn/ansatt',
    'anyone',
    guard('start', (c) => startLogin(c, 'staff')),
  ),
  get(callbackPath, 'anyone', guard('finish', finishLogin)),
  get('/logg-inn/ingen-rolle', 'staff', noRole),
  get('/logg-inn/fortsett', 'logged-in', showKeptForm),
  post('/logg-inn/fortsett', 'logged-in', sendKeptForm),
  get('/logg-ut', 'anyone', askToLogOut),
  post('/logg-ut', 'anyone', logOut, { always: true }),
  get(loggedOutPath, 'anyone', loggedOut),
  get('/logg-ut/fra-leverandor', 'anyone', guard('front-channel', frontChannelLogout)),
  post('/logg-ut/fra-leverandor', 'anyone', guard('back-channel', backChannelLogout), { fromOutside: true, always: true }),
  get(myLoginsPath, 'logged-in', showLogins),
  post(myLoginsPath, 'logged-in', endLogins),
]

function guard(name: string, handler: Handler): Handler {
  return limited((c) => identityOf(c).limit, `login-${name}`, handler)
}
