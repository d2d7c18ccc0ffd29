import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { Invalid } from '#platform/errors.ts'
import { MunicipalitySettings } from './model.ts'

export interface NewMunicipality {
  slug: string
  name: string
  organisationNumber?: string
  settings: unknown
  hosts: string[]
}

/**
 * Adds a tenant, or changes the name, settings and host names of the one with this slug. Done as the owner of the tables:
 * the application's role can do neither. Returns its id. Throws Invalid when a host name is another municipality's.
 */
export async function saveMunicipality(ownerUrl: string, input: NewMunicipality): Promise<string> {
  const settings = MunicipalitySettings.parse(input.settings)
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('begin')
    // The owner too is under the policy when it is no superuser: it names the tenant it works for.
    const known = await client.query<{ municipality_id: string }>(
      'select municipality_id from host_name where host = any($1) limit 1',
      [input.hosts],
    )
    const id = known.rows[0]?.municipality_id ?? randomUUID()
    await client.query(`select set_config('torg.municipality', $1, true)`, [id])
    const saved = await client.query<{ slug: string }>(
      `insert into municipality (municipality_id, slug, name, organisation_number, settings) values ($1, $2, $3, $4, $5)
       on conflict (municipality_id) do update set name = excluded.name, organisation_number = excluded.organisation_number, settings = excluded.settings
       returning slug`,
      [id, input.slug, input.name, input.organisationNumber ?? null, JSON.stringify(settings)],
    )
    if (saved.rows[0]?.slug !== input.slug)
      throw new Invalid([{ key: 'hostTaken', field: 'hosts', data: { hosts: input.hosts.join(', ') } }])
    for (const host of input.hosts) {
      const { rows } = await client.query<{ municipality_id: string }>(
        `insert into host_name (host, municipality_id) values ($1, $2) on conflict (host) do update set host = excluded.host returning municipality_id`,
        [host.toLowerCase(), id],
      )
      if (rows[0]?.municipality_id !== id) throw new Invalid([{ key: 'hostTaken', field: 'hosts', data: { hosts: host } }])
    }
    await client.query('commit')
    return id
  } finally {
    await client.end()
  }
}
