import { useEffect, useId, useMemo, useState } from 'react';
import type { Bounds } from '../../geo/bounds.ts';
import { fitSheet, type MapSheet, onSheet } from '../../geo/map-sheet.ts';
import type { Projection } from '../../geo/projection.ts';
import { WORLD_PIXELS } from '../../geo/web-mercator.ts';
import type { OverlayDrawing } from '../../layers/layer.ts';
import type { CommuneMapProps } from '../contract.ts';
import { compose, StyleMemory } from '../drawing.ts';
import { foundationOf } from '../foundation.ts';
import { neighbourName } from '../neighbour-name.ts';
import { type Mark, PIXELS_PER_MILLIMETRE } from './marks.ts';
import { paint, sizeOfDrawing } from './paint.ts';
import { canvasMeasure } from './text.ts';

export type PaperMapProps = Pick<
  CommuneMapProps,
  'commune' | 'neighbours' | 'shown' | 'facts' | 'indicator' | 'extra'
> & {
  sheet: MapSheet;
  projection: Projection;
  /** What it shows, for those who do not see it. */
  label: string;
  /** Once everything that it waits for is drawn. */
  onDrawn: (isDrawn: boolean) => void;
};

/** Metres around the earth at the equator, as Web Mercator has it. */
const AROUND = 40_075_016.686;

/** The sheet that holds a ground given in WGS84 degrees. */
export function sheetOf(ground: Bounds, projection: Projection, width: number, height: number): MapSheet {
  const [west, south, east, north] = ground;
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map((corner) => projection.forward(corner));
  const easts = corners.map(([x]) => x);
  const norths = corners.map(([, y]) => y);
  return fitSheet(
    [Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths)],
    width,
    height,
  );
}

/** The map of the screen as a drawing on paper, true to scale in the commune's own projection. */
export function PaperMap(props: PaperMapProps) {
  const { commune, neighbours, shown, facts, indicator, extra = null, sheet, projection, onDrawn } = props;
  const [memory] = useState(() => new StyleMemory());
  const [measure] = useState(canvasMeasure);
  const overlays = useOverlays(shown, facts);
  const hasFonts = useFonts();
  const drawing = useMemo(() => {
    const own = memory.styles(shown, facts, indicator);
    const foundation = foundationOf(commune, neighbours, neighbourName, false);
    return compose(foundation, extra ? [...own, { id: 'extra', style: extra }] : own);
  }, [memory, commune, neighbours, shown, facts, indicator, extra]);
  const width = sheet.width * PIXELS_PER_MILLIMETRE;
  const height = sheet.height * PIXELS_PER_MILLIMETRE;
  const isReady = hasFonts && overlays !== null;
  const marks = useMemo(() => {
    if (!isReady) return [];
    const metres = sheet.denominator / 1000 / PIXELS_PER_MILLIMETRE;
    const [, latitude] = projection.inverse([sheet.west, sheet.north]);
    return paint(drawing, overlays ?? [], {
      zoom: Math.log2((AROUND * Math.cos((latitude * Math.PI) / 180)) / (WORLD_PIXELS * metres)),
      width,
      height,
      toPixels: (position) => {
        const [x, y] = onSheet(sheet, projection.forward(position));
        return [x * PIXELS_PER_MILLIMETRE, y * PIXELS_PER_MILLIMETRE];
      },
      measure,
    });
  }, [drawing, overlays, isReady, sheet, projection, width, height, measure]);
  useEffect(() => onDrawn(isReady), [isReady, onDrawn]);
  const own = useId();
  const patterns = [
    ...new Set(marks.flatMap((mark) => (mark.is === 'area' && mark.pattern ? [mark.pattern] : []))),
  ];
  return (
    <svg
      className="paper-map"
      role="img"
      aria-label={props.label}
      width={`${sheet.width}mm`}
      height={`${sheet.height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      data-drawn={isReady}
    >
      <defs>
        {patterns.map((name, index) => {
          const svg = drawing.images[name] ?? '';
          const size = sizeOfDrawing(svg) ?? { width: 1, height: 1 };
          return (
            <pattern key={name} id={`${own}-${index}`} patternUnits="userSpaceOnUse" {...size}>
              <image href={addressOf(svg)} {...size} />
            </pattern>
          );
        })}
      </defs>
      {marks.map((mark, index) => (
        <Drawn
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no names and are drawn anew together.
          key={index}
          mark={mark}
          imageOf={(name) => addressOf(drawing.images[name] ?? '')}
          patternOf={(name) => `url(#${own}-${patterns.indexOf(name)})`}
        />
      ))}
    </svg>
  );
}

const addressOf = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

function Drawn({
  mark,
  imageOf,
  patternOf,
}: {
  mark: Mark;
  imageOf: (name: string) => string;
  patternOf: (name: string) => string;
}) {
  switch (mark.is) {
    case 'area':
      return (
        <path
          d={mark.path}
          fill={mark.pattern ? patternOf(mark.pattern) : mark.fill}
          fillOpacity={mark.opacity}
          fillRule="evenodd"
        />
      );
    case 'line':
      return (
        <path
          d={mark.path}
          fill="none"
          stroke={mark.color}
          strokeOpacity={mark.opacity}
          strokeWidth={mark.width}
          strokeDasharray={mark.dashes?.join(' ')}
          strokeLinecap={mark.cap}
          strokeLinejoin="round"
        />
      );
    case 'circle':
      return (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={mark.radius}
          fill={mark.fill}
          stroke={mark.stroke}
          strokeWidth={mark.strokeWidth}
        />
      );
    case 'image':
      return (
        <image href={imageOf(mark.name)} x={mark.x} y={mark.y} width={mark.width} height={mark.height} />
      );
    case 'text':
      return (
        <g
          transform={mark.turn === 0 ? undefined : `rotate(${mark.turn} ${mark.x} ${mark.baselines[0]})`}
          opacity={mark.opacity}
        >
          {mark.lines.map((line, index) => (
            <text
              key={line.text + mark.baselines[index]}
              x={mark.x}
              y={mark.baselines[index]}
              textAnchor={mark.anchor}
              fontSize={line.size}
              fontWeight={line.weight}
              letterSpacing={mark.spacing}
              fill={mark.color}
              stroke={mark.halo}
              strokeWidth={2 * mark.haloWidth}
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {line.text}
            </text>
          ))}
        </g>
      );
  }
}

/** What layers draw over the map by themselves; null while it is on its way. */
function useOverlays(
  shown: PaperMapProps['shown'],
  facts: PaperMapProps['facts'],
): readonly OverlayDrawing[] | null {
  const [overlays, setOverlays] = useState<readonly OverlayDrawing[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    const asked = shown.flatMap(({ layer, rows }) =>
      layer.overlay ? [layer.overlay().then((overlay) => overlay.draw(rows, facts))] : [],
    );
    setOverlays(asked.length === 0 ? [] : null);
    if (asked.length === 0) return;
    Promise.all(asked).then(
      (drawn) => isCurrent && setOverlays(drawn),
      (reason) => isCurrent && setFailure(reason),
    );
    return () => {
      isCurrent = false;
    };
  }, [shown, facts]);
  // A sheet that lacks what was asked for would be taken for whole.
  if (failure !== null) throw failure;
  return overlays;
}

/** Whether the typeface is here: names are measured with it. */
function useFonts(): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const wanted = [400, 600].map((weight) => document.fonts.load(`${weight} 12px "Be Vietnam Pro"`, 'Xã ạ'));
    // Without it the page's next typeface is measured and printed alike.
    Promise.allSettled(wanted).then(() => isCurrent && setHere(true));
    return () => {
      isCurrent = false;
    };
  }, []);
  return isHere;
}
