import { ActionIcon, Loader, VisuallyHidden } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { geoMercator, geoPath } from 'd3-geo'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import bordersAddress from 'world-atlas/countries-50m.json?url'
import { useFormat } from '#web/i18n/formatters.ts'
import { shapePath } from '#web/parts/shapes.ts'
import { townKey, type MapKind } from '../map.rules.ts'
import type { MapTown } from './board-answers.ts'
import { actorOfKind } from './KindSign.tsx'
import { apart, fit, panned, placeLabels, zoomed, type View } from './map-view.ts'
import classes from './map.module.css'

interface WorldMapProps {
  towns: readonly MapTown[]
  kinds: readonly MapKind[]
  /** The key of the town that is open beside the map. */
  chosen: string | null
  onOpen: (town: MapTown) => void
}

type Borders = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

// One world of this width in its own units; what is seen of it is a question of the view.
const world = geoMercator()
  .scale(1000 / (2 * Math.PI))
  .translate([500, 500])

/** The map: borders drawn once, towns as signs that stay as large as they are when one zooms. */
export default function WorldMap({ towns, kinds, chosen, onOpen }: WorldMapProps) {
  const { t } = useTranslation('boards')
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>()
  const ref = useRef<HTMLDivElement>(null)
  const both = useMergedRef(sized, ref)
  const borders = useQuery({
    queryKey: ['world-atlas'],
    queryFn: async () => pathsOf((await (await fetch(bordersAddress)).json()) as Borders),
    staleTime: Infinity,
  })
  const points = useMemo(
    () =>
      towns.map((town) => ({
        town,
        at: world([town.longitude, town.latitude]) ?? ([0, 0] as [number, number]),
      })),
    [towns],
  )
  const size = { width: width || 800, height: height || 560 }
  const fitted = fit(
    points.map(({ at }) => at),
    size,
  )
  const [moved, setMoved] = useState<View | null>(null)
  const view = moved ?? fitted
  const zoom = (factor: number, x = size.width / 2, y = size.height / 2): void =>
    setMoved((before) => zoomed(before ?? fitted, factor, x, y))
  const wheel = useRef(zoom)
  useEffect(() => {
    wheel.current = zoom
  })
  useEffect(() => {
    const box = ref.current
    if (!box) return undefined
    // React listens to the wheel passively; the page would scroll along.
    const listen = (event: WheelEvent): void => {
      event.preventDefault()
      const { left, top } = box.getBoundingClientRect()
      wheel.current(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top)
    }
    box.addEventListener('wheel', listen, { passive: false })
    return () => box.removeEventListener('wheel', listen)
  }, [ref])
  const drag = useRef<{ x: number; y: number } | null>(null)
  const onPointerMove = (event: PointerEvent): void => {
    const from = drag.current
    if (!from) return
    drag.current = { x: event.clientX, y: event.clientY }
    setMoved((before) => panned(before ?? fitted, event.clientX - from.x, event.clientY - from.y))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    if (act === 'fit') return setMoved(null)
    if (typeof act === 'number') return zoom(act)
    setMoved((before) => panned(before ?? fitted, act[0], act[1]))
  }
  return (
    <div className={classes.map} ref={both}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        className={classes.ground}
        role="application"
        aria-label={t('boards:map.picture')}
        aria-describedby="map-keys"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is moved by keys
        tabIndex={0}
        data-own-arrows
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = null
        }}
        onPointerLeave={() => {
          drag.current = null
        }}
      >
        <svg width={size.width} height={size.height} aria-hidden="true">
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
            {borders.data && (
              <>
                <path className={classes.land} d={borders.data.land} />
                <path className={classes.border} d={borders.data.borders} />
              </>
            )}
          </g>
        </svg>
        <Signs points={points} view={view} size={size} kinds={kinds} chosen={chosen} onOpen={onOpen} />
      </div>
      <span id="map-keys" className={classes.keys}>
        {t('boards:map.keys')}
      </span>
      {borders.isPending && (
        <Loader className={classes.loader} size="sm" aria-label={t('boards:map.loading')} />
      )}
      <div className={classes.buttons}>
        <ActionIcon variant="default" size={36} aria-label={t('boards:map.closer')} onClick={() => zoom(1.6)}>
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('boards:map.farther')}
          onClick={() => zoom(1 / 1.6)}
        >
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('boards:map.fit')}
          onClick={() => setMoved(null)}
        >
          <IconFocusCentered size={18} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  )
}

const keys: Record<string, number | 'fit' | readonly [number, number]> = {
  '+': 1.6,
  '-': 1 / 1.6,
  '0': 'fit',
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
}

interface SignsProps {
  points: readonly { town: MapTown; at: readonly [number, number] }[]
  view: View
  size: { width: number; height: number }
  kinds: readonly MapKind[]
  chosen: string | null
  onOpen: (town: MapTown) => void
}

function Signs({ points, view, size, kinds, chosen, onOpen }: SignsProps) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const seen = apart(
    points
      .map(({ town, at }) => {
        const there = kinds.filter((kind) => town[kind] > 0)
        const radii = there.map((kind) => 6 + Math.min(20, Math.sqrt(town[kind]) * 1.6))
        return {
          town,
          there,
          radii,
          x: at[0] * view.scale + view.x,
          y: at[1] * view.scale + view.y,
          width: Math.max(
            24,
            radii.reduce((sum, radius) => sum + radius * 2.1, 4),
          ),
          height: Math.max(24, ...radii.map((radius) => radius * 2.2)),
        }
      })
      .filter(({ x, y }) => x > -60 && y > -60 && x < size.width + 60 && y < size.height + 60),
  )
  const labelled = placeLabels(
    seen.map(({ town, x, y }) => ({ key: townKey(town.country, town.town), x, y, length: town.town.length })),
  )
  return (
    <>
      {seen.map(({ town, there, radii, x, y, width, height }) => {
        const key = townKey(town.country, town.town)
        const words = there.map((kind) => `${t(`boards:kind.${kind}`)} ${format.number(town[kind])}`)
        return (
          <button
            key={key}
            type="button"
            className={classes.point}
            data-chosen={key === chosen || undefined}
            style={{ left: x - width / 2, top: y - height / 2, width, height }}
            title={`${town.town}: ${words.join(', ')}`}
            onClick={() => onOpen(town)}
          >
            <svg width={width} height={height} aria-hidden="true">
              {there.map((kind, at) => {
                const radius = radii[at] ?? 6
                const before = radii.slice(0, at).reduce((sum, one) => sum + one * 2.1, 2)
                return (
                  <g key={kind} className={classes.sign} data-kind={kind}>
                    <path d={shapePath(actorOfKind[kind], before + radius, height / 2, radius * 0.85)} />
                    {radius > 11 && (
                      <text x={before + radius} y={height / 2 + (kind === 'companies' ? 6 : 4)}>
                        {format.number(town[kind])}
                      </text>
                    )}
                  </g>
                )
              })}
            </svg>
            <VisuallyHidden component="span">{`${town.town}: ${words.join(', ')}`}</VisuallyHidden>
            {labelled.has(key) && (
              <span className={classes.label} aria-hidden="true">
                {town.town}
              </span>
            )}
          </button>
        )
      })}
    </>
  )
}

function pathsOf(borders: Borders): { land: string; borders: string } {
  const draw = geoPath(world)
  const { countries } = borders.objects
  return {
    land: draw(feature(borders, borders.objects.land)) ?? '',
    borders: draw(mesh(borders, countries, (a, b) => a !== b)) ?? '',
  }
}
