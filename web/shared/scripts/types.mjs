/**
 * The pages' types, from the document of the service on standard input: `npm run types`.
 * What an applicant may ask for stands in one file and what staff may ask for in another, so that a change of the one changes nothing of the other.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import openapiTS, { astToString } from 'openapi-typescript'

const FOR_STAFF = new Set(['staff', 'session', 'sign_in'])
const FOR_SYSTEMS = new Set(['partner'])
const HEAD = '/** Made by `npm run types` from the description of the service; changes belong there. */\n\n'

const document = JSON.parse(await text(process.stdin))
const { schemas } = document.components
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
const kindOf = (operation) => operation['x-policy']?.kind
const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'src', 'api')

await write('applicant.ts', operations.filter((operation) => !FOR_STAFF.has(kindOf(operation)) && !FOR_SYSTEMS.has(kindOf(operation))))
await write('staff.ts', operations.filter((operation) => FOR_STAFF.has(kindOf(operation))))

async function write(file, asked) {
  const names = [...needed(asked)].sort()
  const types = await openapiTS(
    { ...document, paths: {}, components: { schemas: Object.fromEntries(names.map((name) => [name, schemas[name]])) } },
    { defaultNonNullable: false },
  )
  writeFileSync(join(folder, file), HEAD + astToString(types))
}

/** Names of the schemas that a part of the document needs, directly or by another one. */
function needed(part, found = new Set()) {
  for (const [, name] of JSON.stringify(part).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
    if (found.has(name)) continue
    found.add(name)
    needed(schemas[name], found)
  }
  return found
}
