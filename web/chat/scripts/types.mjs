/**
 * The page's types, from the document of the service on standard input: `npm run types`.
 * Only what an applicant may ask for is written down; a change of what staff see changes nothing here.
 */

import { writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import openapiTS, { astToString } from 'openapi-typescript'

const STAFF = new Set(['staff', 'partner', 'session', 'sign_in'])
const HEAD = '/** Made by `npm run types` from the description of the service; changes belong there. */\n\n'

/** Names of the schemas that a part of the document needs, directly or by another one. */
function needed(part, schemas, found = new Set()) {
  for (const [, name] of JSON.stringify(part).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
    if (found.has(name)) continue
    found.add(name)
    needed(schemas[name], schemas, found)
  }
  return found
}

const document = JSON.parse(await text(process.stdin))
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
const asked = operations.filter((operation) => !STAFF.has(operation['x-policy']?.kind))
const { schemas } = document.components
const names = [...needed(asked, schemas)].sort()
const types = await openapiTS(
  { ...document, paths: {}, components: { schemas: Object.fromEntries(names.map((name) => [name, schemas[name]])) } },
  { defaultNonNullable: false },
)
writeFileSync(process.argv[2] ?? 'src/api/generated.ts', HEAD + astToString(types))
