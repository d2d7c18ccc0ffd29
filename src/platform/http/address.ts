import type { Services } from './context.ts'

const isLocal = (host: string) => host === 'localhost' || host.endsWith('.localhost') || /^[\d.]+$/.test(host)

/**
 * Where a municipality's residents reach Torg, for links in mail, such as https://tilskudd.example.no: a request may not be at
 * hand, and its Host header would be somebody's own word. The host is one of the municipality's names; scheme and port come
 * from TORG_PUBLIC_URL, and without it from a local name (the demo) or https.
 */
export async function municipalityOrigin(
  services: Pick<Services, 'db' | 'publicUrl' | 'port'>,
  municipalityId: string,
): Promise<string> {
  const rows = await services.db.unscoped((root) =>
    root.selectFrom('host_name').select('host').where('municipality_id', '=', municipalityId).orderBy('host').execute(),
  )
  const hosts = rows.map((row) => row.host)
  const published = services.publicUrl ? new URL(services.publicUrl) : undefined
  if (published && hosts.includes(published.hostname)) return published.origin
  const host =
    hosts.find((each) => !isLocal(each)) ?? hosts.find((each) => each.endsWith('.localhost')) ?? hosts[0] ?? 'localhost'
  if (published) return `${published.protocol}//${host}${published.port ? `:${published.port}` : ''}`
  return isLocal(host) ? `http://${host}:${services.port ?? 3000}` : `https://${host}`
}
