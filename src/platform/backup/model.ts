import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** manifest.json of a backup: what is in it, and the checksum of every file. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  /** Ids of the keys that sealed the classified fields; the keys themselves only when asked for. */
  keyId: z.string(),
  withKeys: z.boolean(),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), file: z.string(), sha256: Sha256 })),
  files: z.array(z.object({ key: z.string().regex(/^[0-9a-zA-Z/_-]+$/), sha256: Sha256 })),
})
export type Manifest = z.infer<typeof Manifest>
