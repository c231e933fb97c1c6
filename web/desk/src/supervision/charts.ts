/** The part of ECharts that is drawn here; loaded with the first chart and with nothing else. */

import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

import type { Drawing, Tone } from '../words/figures'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const COLOURS: Record<Tone, string> = { plain: '#1d5fd3', warn: '#8a5a00', bad: '#b42318' }
const DECALS = ['solid', 'dashed', 'dotted'] as const

export function drawn(place: HTMLElement, drawing: Drawing): EChartsType {
  const chart = init(place, null, { renderer: 'svg' })
  chart.setOption(optionOf(drawing, getComputedStyle(place).fontFamily))
  return chart
}

function optionOf(drawing: Drawing, font: string): EChartsCoreOption {
  const names = { type: 'category', data: drawing.names, axisTick: { show: false }, axisLabel: { color: '#1f2329', fontSize: 12 } }
  const values = { type: 'value', minInterval: 1, axisLabel: { color: '#5c626b', fontSize: 12 }, splitLine: { lineStyle: { color: '#e5e6eb' } } }
  return {
    animation: false,
    textStyle: { fontFamily: font },
    color: drawing.series.map((one) => COLOURS[one.tone]),
    grid: { left: 8, right: 24, top: drawing.series.length > 1 ? 32 : 12, bottom: 8, containLabel: true },
    legend: drawing.series.length > 1 ? { top: 0, left: 0, itemHeight: 10, textStyle: { color: '#1f2329' } } : undefined,
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText' },
    ...(drawing.line ? { xAxis: names, yAxis: values } : { xAxis: values, yAxis: { ...names, inverse: true } }),
    series: drawing.series.map((one, place) => ({
      name: one.name,
      data: one.values,
      ...(drawing.line
        ? { type: 'line', symbolSize: 6, lineStyle: { type: DECALS[place] } }
        : { type: 'bar', barMaxWidth: 14, label: drawing.series.length > 1 ? undefined : { show: true, position: 'right', color: '#1f2329' } }),
    })),
  }
}
