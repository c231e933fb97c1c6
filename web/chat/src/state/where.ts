/** Where the applicant stands, from draft, notice and conversation. */

import { computed } from 'vue'

import { stepOf } from '../talk/steps'
import { lastCase } from './conversation'
import { draft, noticeInForce } from './intake'

export const step = computed(() => stepOf(draft.intake, noticeInForce.value?.content ?? null, lastCase.value?.number ?? null))
