/** The channel of this page. Tokens travel in bodies and never in addresses. */

import { call } from './http'
import type { Exchange, Schemas } from './types'

export async function begin(): Promise<string> {
  return (await call<Schemas['NewConversation']>('POST', '/chat/conversations', {})).conversation
}

/** Whose page a link of the account opens; the ticket is good once. */
export function enter(ticket: string): Promise<Schemas['Entered']> {
  return call('POST', '/chat/enter', { ticket })
}

/** What WeChat's own functions are opened with; refused where no account is set up. */
export function signature(url: string): Promise<Schemas['PageSignature']> {
  return call('POST', '/chat/wechat-signature', { url })
}

export function send(conversation: string, id: string, text: string): Promise<Exchange> {
  return call('POST', '/chat/messages', { conversation, id, text })
}

export async function history(conversation: string): Promise<Exchange[]> {
  return (await call<Schemas['ShownHistory']>('POST', '/chat/history', { conversation })).exchanges
}

export function forget(conversation: string): Promise<unknown> {
  return call('POST', '/chat/forget', { conversation })
}

export function resumeCode(conversation: string): Promise<Schemas['ResumeCode']> {
  return call('POST', '/chat/resume-code', { conversation })
}

export function resume(conversation: string, id: string, code: string): Promise<Schemas['Resumed']> {
  return call('POST', '/chat/resume', { conversation, id, code })
}
