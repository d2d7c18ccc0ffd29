import { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Applicant } from '../../bench/ground.ts'
import { sendApplication, type Door } from '../../bench/send.ts'

/** What a stream of senders has seen so far. */
export interface Stream {
  /** Those who were given a receipt: the answer that leads to it has reached them. */
  received: Applicant[]
  /** Sent again with the same key because no answer came, or one that said to try again. */
  retries: number
  /** Answers by status, and 0 for none. */
  answers: Map<number, number>
  /** Sends no new ones; those under way go on until they have their receipt. Waits for them. */
  finish(): Promise<void>
  /** Gives up on those under way too, and waits until nothing is on its way. */
  giveUp(): Promise<void>
}

/**
 * Several senders at once, each with its own applications one after the other. One that gets no receipt sends the same form with
 * the same key again until it does, as a person would; now and then one sends a form twice at the same time, as a double click does.
 */
export function startStream(door: Door, applicants: readonly Applicant[], senders: number): Stream {
  const agent = new Agent({ keepAlive: true, maxSockets: senders * 2 })
  const waiting = applicants.values()
  let goesOn = true
  let retriesGoOn = true
  const stream: Stream = {
    received: [],
    retries: 0,
    answers: new Map(),
    finish: async () => {
      goesOn = false
      await all
      agent.destroy()
    },
    giveUp: async () => {
      retriesGoOn = false
      await stream.finish()
    },
  }
  const send = async (applicant: Applicant): Promise<boolean> => {
    const reply = await sendApplication({ ...door, agent }, applicant).catch(() => undefined)
    const status = reply?.status ?? 0
    stream.answers.set(status, (stream.answers.get(status) ?? 0) + 1)
    return status === 303 && reply?.headers.location?.endsWith('/kvittering') === true
  }
  const work = async (): Promise<void> => {
    for (const applicant of waiting) {
      for (let first = true; ; first = false) {
        if (!first) stream.retries++
        const clicks = Math.random() < 0.15 ? [send(applicant), send(applicant)] : [send(applicant)]
        if ((await Promise.all(clicks)).includes(true)) {
          stream.received.push(applicant)
          break
        }
        if (!retriesGoOn) return
        await setTimeout(50)
      }
      if (!goesOn) return
    }
  }
  const all = Promise.all(Array.from({ length: senders }, work))
  return stream
}
