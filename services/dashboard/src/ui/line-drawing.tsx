import { LineChart as Line } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type Format, type Measure, useFormat } from './format.js';
import { labelPlace } from './label-place.js';
import type { LinePoint } from './line-chart.js';
import { useScheme } from './use-scheme.js';

use([Line, GridComponent, SVGRenderer]);

interface Drawn {
  /** The canvas's class comes from the frame: importing its style here would draw the whole page into this chunk. */
  readonly className: string | undefined;
  readonly points: readonly LinePoint[];
  readonly measure: Measure;
  readonly series: string;
  readonly beforeSeries: string;
}

/** The drawing alone; its words are in the frame around it and its numbers in the twin table. */
export function LineDrawing(props: Drawn) {
  const box = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const scheme = useScheme();
  const still = usePrefersStill();
  const { className, points, measure, series, beforeSeries } = props;
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const drawn = { className, points, measure, series, beforeSeries };
    chart.setOption(optionOf(drawn, format, colours(scheme), !still));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [className, points, measure, series, beforeSeries, format, scheme, still]);
  return <div ref={box} className={className} aria-hidden="true" />;
}

function usePrefersStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

type Colours = Record<'ink' | 'soft' | 'line' | 'edge' | 'main' | 'sheet', string>;

/** Read from the page, so that the tokens stay the only place where a colour is written. */
function colours(_scheme: 'light' | 'dark'): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink'),
    soft: token('ink-soft'),
    line: token('line'),
    edge: token('edge'),
    main: token('category-1'),
    sheet: token('sheet'),
  };
}

function optionOf({ points, measure, series, beforeSeries }: Drawn, format: Format, c: Colours, animation: boolean) {
  const text = { color: c.soft, fontFamily: 'Atkinson Hyperlegible Next Variable, sans-serif', fontSize: 13 };
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  const last = points.length - 1;
  const named = labelPlace(points);
  const label = (name: string, more: object = {}) => ({
    show: true,
    formatter: name,
    position: 'top' as const,
    ...text,
    ...more,
  });
  return {
    animation,
    animationDuration: 180,
    grid: { left: 8, right: 48, top: 28, bottom: 8, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: points.map((point) => point.label),
      axisLine: { lineStyle: { color: c.edge } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      minInterval: measure === 'count' ? 1 : 0,
      splitLine: { lineStyle: { color: c.line } },
      axisLabel: { ...text, formatter: (value: number) => format.amount(value, measure) },
    },
    series: [
      {
        type: 'line' as const,
        name: beforeSeries,
        data: points.map((point, index) => ({
          value: number(point.before),
          label: index === named.index ? label(beforeSeries, named) : { show: false },
        })),
        symbol: 'circle',
        symbolSize: 1,
        lineStyle: { color: c.edge, type: 'dashed' as const, width: 1.5 },
        itemStyle: { color: c.edge },
      },
      {
        type: 'line' as const,
        name: series,
        data: points.map((point, index) => ({
          value: number(point.value),
          symbol: point.unfinished ? 'emptyCircle' : 'circle',
          symbolSize: point.unfinished ? 10 : 5,
          label:
            index === last
              ? label(format.amount(point.value, measure), { position: 'right' as const })
              : { show: false },
        })),
        showSymbol: true,
        lineStyle: { color: c.main, width: 2.5 },
        itemStyle: { color: c.main },
      },
    ],
  };
}
