export { municipalityOrigin } from './address.ts'
export { createApp } from './app.ts'
export {
  currentPerson,
  get,
  post,
  mayUse,
  type AppEnv,
  type CurrentSession,
  type Ctx,
  type Handler,
  type Municipality,
  type Route,
  type Services,
  type SessionPerson,
  type Who,
} from './context.ts'
export { readForm, type Form } from './form.ts'
export { FormStart, page, setNavigation, type Shown } from './render.tsx'
export { notFound, problem } from './problems.tsx'
