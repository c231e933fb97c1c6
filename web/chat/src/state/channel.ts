/** The channel whose conversation this page shows: its own, or that of a follower of the WeChat account who came by a link. */

import { kept } from './storage'

const OWN = 'web'

export const channel = (): string => kept.read<string>('channel') ?? OWN

/** A conversation that was begun here, or one that another channel names. */
export function rememberChannel(name: string = OWN): void {
  kept.write('channel', name === OWN ? null : name)
}
