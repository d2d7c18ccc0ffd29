import type { Composed } from './message.ts'

/** How mail leaves the house; without smtpUrl it stays in the local mailbox. */
export interface MailSettings {
  smtpUrl?: string
  /** The address it comes from; the name in front is the municipality's. */
  from: string
}

export interface OutgoingMail extends Composed {
  to: string
  /** The sender's name. */
  municipality: string
  /** Same id, same message: a server or reader that gets it twice can tell. */
  id: string
  /** When it was queued; stands in the message. */
  date: Date
}

/**
 * Hands one message to the mail server and returns when it has taken it. Throws when the server cannot be reached within seconds or
 * refuses it. The address is given as data, never parsed as a list.
 */
export async function sendMail(settings: MailSettings & { smtpUrl: string }, mail: OutgoingMail): Promise<void> {
  const domain = settings.from.split('@').at(-1) ?? 'localhost'
  // Seldom needed, and never before the first message goes out.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: settings.smtpUrl,
    // Together less than a transaction may stand idle.
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 12_000,
    dnsTimeout: 5_000,
    // A message can never make us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: mail.municipality, address: settings.from },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${domain}>`,
      date: mail.date,
      // Keeps out-of-office answers away.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } finally {
    transport.close()
  }
}

/** One plain address and nothing else: no list, no name, no header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(text)
}
