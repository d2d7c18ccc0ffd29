import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  payload: AdapterPayload
  expires: number
}

/**
 * The demo provider's memory: what it has under way, gone at a restart, and never more than `most` things. Torg's own sessions
 * are in the database and live on.
 */
export function demoMemory(most = 5_000): (model: string) => Adapter {
  const all = new Map<string, Kept>()

  function read(key: string): AdapterPayload | undefined {
    const kept = all.get(key)
    if (!kept || kept.expires > Date.now()) return kept?.payload
    all.delete(key)
    return undefined
  }

  return (model) => {
    const key = (id: string) => `${model} ${id}`
    const findBy = (field: 'uid' | 'userCode', value: string) =>
      [...all.keys()]
        .filter((each) => each.startsWith(`${model} `))
        .map(read)
        .find((payload) => payload?.[field] === value)
    return {
      upsert(id, payload, expiresIn) {
        // The oldest goes first: a Map keeps the order things were added in.
        for (const oldest of all.keys()) {
          if (all.size < most) break
          all.delete(oldest)
        }
        all.set(key(id), { payload, expires: Date.now() + (expiresIn || 3_600) * 1000 })
        return Promise.resolve()
      },
      find: (id) => Promise.resolve(read(key(id))),
      findByUid: (uid) => Promise.resolve(findBy('uid', uid)),
      findByUserCode: (code) => Promise.resolve(findBy('userCode', code)),
      destroy(id) {
        all.delete(key(id))
        return Promise.resolve()
      },
      consume(id) {
        const payload = read(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
        return Promise.resolve()
      },
      revokeByGrantId(grantId) {
        for (const [each, kept] of all) if (kept.payload.grantId === grantId) all.delete(each)
        return Promise.resolve()
      },
    }
  }
}
