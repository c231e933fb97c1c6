/** The fields of an act's form, read from the JSON schema of what has to be said with it. */

interface Schema {
  type?: string
  format?: string
  enum?: string[]
  'x-labels'?: Record<string, string>
  /** Filled by the service or by another part of the page. */
  'x-filled'?: boolean
  description?: string
  maxLength?: number
  maximum?: number
  default?: unknown
  items?: Schema
  anyOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  $defs?: Record<string, Schema>
}

export type FieldKind = 'text' | 'long' | 'choice' | 'date' | 'number' | 'yes' | 'window' | 'department' | 'departments' | 'materials' | 'words' | 'points'

export interface Field {
  name: string
  kind: FieldKind
  label: string
  /** What else is good to know; empty where nothing is. */
  hint: string
  needed: boolean
  choices: { value: string; label: string }[]
  longest: number
  first: unknown
}

const LONG = 500
const BY_NAME: Record<string, FieldKind> = { to_window: 'window', to_department: 'department', departments: 'departments', materials: 'materials', points: 'points' }

export function fieldsOf(schema: Record<string, unknown>): Field[] {
  const whole = schema as Schema
  const asked = Object.entries(whole.properties ?? {}).filter(([, given]) => !given['x-filled'])
  return asked.map(([name, given]) => {
    const one = resolved(given, whole)
    const [label, hint] = split(given.description ?? name)
    return {
      name,
      kind: BY_NAME[name] ?? kindOf(one),
      label,
      hint: one.enum ? '' : name in BY_NAME ? beside(hint) : hint,
      needed: whole.required?.includes(name) ?? false,
      choices: (one.enum ?? []).map((value) => ({ value, label: (one['x-labels']?.[value] ?? value).replace(/。$/, '') })),
      longest: one.maxLength ?? LONG,
      first: given.default ?? (one.type === 'array' ? [] : one.type === 'boolean' ? false : null),
    }
  })
}

/** What is sent: fields that were left empty are left out, since each of them has its own default. */
export function filled(fields: Field[], values: Record<string, unknown>): Record<string, unknown> {
  const given = fields.map((field) => [field.name, typeof values[field.name] === 'string' ? (values[field.name] as string).trim() : values[field.name]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== '' && value !== null && value !== undefined))
}

/** The first field that has to be filled and is not, as a sentence. */
export function missing(fields: Field[], data: Record<string, unknown>): string {
  const open = fields.find((field) => field.needed && !(field.name in data))
  return open ? `请填写「${open.label}」。` : ''
}

function resolved(given: Schema, whole: Schema): Schema {
  const ref = given.$ref ?? given.anyOf?.find((one) => one.type !== 'null')?.$ref
  if (ref) return whole.$defs?.[ref.split('/').pop() ?? ''] ?? given
  return given.anyOf?.find((one) => one.type !== 'null') ?? given
}

function kindOf(one: Schema): FieldKind {
  if (one.enum) return 'choice'
  if (one.format === 'date') return 'date'
  if (one.type === 'integer' || one.type === 'number') return 'number'
  if (one.type === 'boolean') return 'yes'
  if (one.type === 'array') return 'words'
  return (one.maxLength ?? 0) > LONG ? 'long' : 'text'
}

/** What programs are told of ids means nothing to somebody who chooses by names. */
function beside(hint: string): string {
  return hint.split('；').filter((part) => !part.includes('编号')).join('；')
}

/** A description is the label up to its first break, and the rest is a hint. */
function split(description: string): [string, string] {
  const at = description.search(/[；：，]/)
  return at < 0 ? [description, ''] : [description.slice(0, at), description.slice(at + 1)]
}
