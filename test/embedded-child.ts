import { connectOrStart, startEmbedded } from '#platform/database/embedded/embedded.ts'

// A process that uses the embedded database until it is told to stop, or killed: node test/embedded-child.ts FOLDER [command]
const [dataDir = '', role] = process.argv.slice(2)
try {
  const embedded = await (role === 'command' ? connectOrStart : startEmbedded)({ dataDir, log: () => undefined, durable: false })
  process.send?.({ ownerUrl: embedded.ownerUrl, firstStart: embedded.firstStart })
  process.once('message', () => void embedded.stop().then(() => process.exit(0)))
} catch (error) {
  process.send?.({ error: (error as Error).name, message: (error as Error).message })
  process.disconnect()
}
