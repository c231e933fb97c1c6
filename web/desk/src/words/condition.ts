/** Conditions as the form builds them: a question with its answers, or others joined. */

export type Condition = { question: string; values: string[] } | { all: Condition[] } | { any: Condition[] } | { not_: Condition }
export type ConditionKind = 'is' | 'all' | 'any' | 'not'

export function emptyCondition(): Condition {
  return { question: '', values: [] }
}

export function conditionKind(one: Condition): ConditionKind {
  if ('question' in one) return 'is'
  if ('all' in one) return 'all'
  return 'any' in one ? 'any' : 'not'
}

/** What a group joins; nothing for a question with its answers. */
export function partsOf(one: Condition): Condition[] {
  if ('all' in one) return one.all
  if ('any' in one) return one.any
  return 'not_' in one ? [one.not_] : []
}

/** The same as another kind: what was there goes along as far as it can. */
export function withKind(one: Condition, kind: ConditionKind): Condition {
  const parts = 'question' in one ? [one] : partsOf(one)
  if (kind === 'is') return parts.find((part) => 'question' in part) ?? emptyCondition()
  if (kind === 'not') return { not_: parts.length > 1 ? one : (parts[0] ?? emptyCondition()) }
  return kind === 'all' ? { all: parts } : { any: parts }
}

/** With one part in the place of another, beside the others, or gone; a group without parts is gone itself. */
export function withPart(one: Condition, place: number, part: Condition | null): Condition | null {
  const parts = [...partsOf(one)]
  if (part) parts[place] = part
  else parts.splice(place, 1)
  if (!parts.length) return null
  if ('not_' in one) return { not_: parts[0]! }
  return 'all' in one ? { all: parts } : { any: parts }
}
