/** The centre that this page belongs to. */

import { reactive, ref } from 'vue'

import { departments, windows } from '../api/centre'
import type { Department, Schemas } from '../api/types'
import { kept } from './storage'

/** Whether the centre has been asked; an answer or none has come. */
export const isLearnt = ref(false)

interface State {
  name: string
  phone: string
  hours: string
  address: string
  departments: Department[]
}

/** Closures and notices that are told now; never kept, since they pass. */
export const announced = ref<Schemas['CentreNotice'][]>([])

export const centre: State = reactive(kept.read<State>('centre') ?? { name: '', phone: '', hours: '', address: '', departments: [] })

const DEPARTMENTS_SHOWN = 6

export async function learnCentre(): Promise<void> {
  try {
    await learn()
  } finally {
    isLearnt.value = true
  }
}

/** Ask again whether something is to be known: the page may stand open for days. */
export async function learnNotices(): Promise<void> {
  announced.value = (await windows()).notices
}

async function learn(): Promise<void> {
  const [{ windows: all, notices }, offices] = await Promise.all([windows(), departments()])
  announced.value = notices
  const main = all.find((window) => window.kind === '综合窗口') ?? all[0]
  if (main) Object.assign(centre, { name: main.site, phone: main.phone, hours: main.hours, address: main.address })
  centre.departments = offices.filter((office) => office.items).sort((one, other) => other.items - one.items).slice(0, DEPARTMENTS_SHOWN)
  document.title = centre.name ? `一窗问办 ${centre.name}` : '一窗问办'
  kept.write('centre', { ...centre })
}
