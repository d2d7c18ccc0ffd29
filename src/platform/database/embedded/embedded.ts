import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Access, ensureCluster, socketNumber } from './cluster.ts'
import { EmbeddedInUse, EmbeddedProblem } from './errors.ts'
import { findPlace, type Place } from './place.ts'
import { findPostmaster, launch, type Postmaster, type Settings, shutDown } from './postmaster.ts'
import { commandLineOf, sleep } from './processes.ts'
import { DATABASE, OWNER, provision } from './provision.ts'
import { type Role, type Seat, takeSeat } from './session.ts'

/** An embedded database in use. */
export interface Embedded {
  /** Connection as the owner of the tables: migrations and maintenance. It stays the same at every start. */
  ownerUrl: string
  /** The password to give the application's role, the same at every start: other processes use it at the same time. */
  appPassword: string
  /** Where it lies, which is not in the data folder where PostgreSQL's own user cannot enter that. */
  folder: string
  /** The database was made by this start and is empty. */
  firstStart: boolean
  /** Leaves, and stops PostgreSQL unless somebody else still uses it. Close your own connections first. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Holds everything; made if it is missing. */
  dataDir: string
  log: (line: string) => void
  /** False: nothing survives a power cut, and all is faster. For tests. */
  durable?: boolean
}

// Somebody else's orderly stop is waited for this long.
const LONGEST_WAIT = 90_000
// The database notices within this that the holder of a seat was killed.
const MOMENT = 2_000

/**
 * Opens the embedded PostgreSQL of a data folder for the application: makes it, starts it, or takes over one that a killed
 * Torg left running; while it is in use, one that dies is started again. Throws EmbeddedInUse when another Torg has the
 * folder, EmbeddedProblem when it cannot be had; both messages are for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return await use(options, 'application')
}

/** The same for a command: beside a running Torg it uses the database that runs, else one started for as long as it takes. */
export async function connectOrStart(options: EmbeddedOptions): Promise<Embedded> {
  return await use(options, 'command')
}

async function use(options: EmbeddedOptions, role: Role): Promise<Embedded> {
  const house = open(options)
  let seat = await enter(house, role)
  const firstStart = await provision(seat.client, house.access)
  let stopping = false
  if (role === 'application') watch()

  function watch(): void {
    seat.client.once('end', () => {
      if (!stopping) void keepRunning()
    })
  }
  async function keepRunning(): Promise<void> {
    house.log('The embedded database stopped by itself and is started again.')
    for (let wait = 250; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        seat = await enter(house, role)
        return watch()
      } catch (error) {
        house.log((error as Error).message)
        await sleep(wait)
      }
    }
  }

  return {
    ownerUrl: `postgres://${OWNER}:${house.access.owner}@${encodeURIComponent(house.place.sockets)}:${seat.port}/${DATABASE}`,
    appPassword: house.access.app,
    folder: house.place.home,
    firstStart,
    stop: async () => {
      if (stopping) return
      stopping = true
      await exit(house, seat)
    },
  }
}

interface House {
  place: Place
  access: Access
  options: Settings
  log: (line: string) => void
}

function open({ dataDir, log, durable = true }: EmbeddedOptions): House {
  const place = findPlace(dataDir, log)
  const access = ensureCluster(place, { durable })
  return { place, access, options: { durable, port: socketNumber(access) }, log }
}

async function enter(house: House, role: Role): Promise<Seat> {
  const { place, access, options, log } = house
  const began = Date.now()
  for (; Date.now() - began < LONGEST_WAIT; await sleep(20)) {
    const running = findPostmaster(place, options)
    if (running && !running.isOurKind && (await stopIfUnused(house, running))) continue

    // Asked also when no process is seen: one in another container with the same folder cannot be seen, only reached. Where there
    // is no socket either nobody can be asked, and the database comes up at once.
    if (!running && !existsSync(socketOf(place, options))) {
      await launch(place, options, log)
      continue
    }
    const seat = await takeSeat(place, running?.port ?? options.port, access, role)
    if (!('refused' in seat)) return seat
    const isHeld = seat.refused === 'in-use' && (commandLineOf(seat.by) !== undefined || Date.now() - began > MOMENT)
    if (isHeld) throw new EmbeddedInUse(inUse(place, seat.by))
    if (!running && seat.refused === 'not-now') await launch(place, options, log)
  }
  throw new EmbeddedProblem(`The embedded database in ${place.home} neither answers nor stops. See ${place.home}/postgresql.log.`)
}

function socketOf(place: Place, { port }: Settings): string {
  return path.join(place.sockets, `.s.PGSQL.${port}`)
}

// Another version's or another setting's PostgreSQL, left by a kill, makes room for ours; one in use is used as it is.
async function stopIfUnused(house: House, { port }: Postmaster): Promise<boolean> {
  const seat = await takeSeat(house.place, port, house.access, 'command')
  if ('refused' in seat) return false
  return await exit(house, seat)
}

async function exit(house: House, seat: Seat): Promise<boolean> {
  // When the connection is gone there is nobody to ask: whoever comes next takes over what still runs.
  const last = await seat.isLast().catch(() => false)
  const running = last ? findPostmaster(house.place, house.options) : undefined
  if (running) await shutDown(running)
  await seat.leave().catch(() => undefined)
  return running !== undefined
}

function inUse(place: Place, by: number): string {
  return (
    `Torg already runs on the data in ${place.dataDir} (process ${by}). Stop it first, ` +
    `or give this one a folder and a port of its own: TORG_DATA_DIR=/another/folder PORT=3001 npm start`
  )
}
