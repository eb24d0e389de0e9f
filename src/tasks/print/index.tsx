import './print.css';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Bounds } from '../../geo/bounds.ts';
import type { Projection } from '../../geo/projection.ts';
import type { LayerStyle } from '../../layers/layer.ts';
import { PaperMap, type PaperMapProps, sheetOf } from '../../map/paper/paper-map.tsx';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { day, instant } from '../../ui/format.ts';
import { type Choice, Choices } from './choices.tsx';
import { GridFrame } from './grid-frame.tsx';
import { Heading } from './heading.tsx';
import { GRID_EDGE, mapSize, pageRules, printedArea, SPARE } from './paper.ts';
import { type PrintedLayer, PrintTable } from './print-table.tsx';
import { ScaleAndNorth } from './scale.tsx';

export type PrintProps = Pick<PaperMapProps, 'neighbours' | 'facts' | 'indicator'> & {
  commune: PaperMapProps['commune'];
  /** "Xã Nghi Dương", as official papers write it. */
  officialTitle: string;
  isSample: boolean;
  projection: Projection;
  /** "VN-2000 105°45′". */
  coordinateSystem: string;
  /** What the map shows, in the registry's order. */
  shown: readonly PrintedLayer[];
  /** Layers whose table may follow. */
  tables: readonly PrintedLayer[];
  /** The table that is open on the map, if any. */
  firstTable: string | null;
  /** WGS84 degrees: the whole commune, and what the screen looked at last. */
  whole: Bounds;
  viewed: Bounds | null;
  /** What a task adds: shapes over the layers, its legend, and a table on pages of its own. */
  added: { style: LayerStyle; legend: ReactNode; table: ReactNode } | null;
  firstTitle: string;
  source: string;
  /** Who prints: name and role. */
  printedBy: string;
  /** When the figures were asked of the system: the same for map, table and legend. */
  figuresAt: Date;
  /** YYYY-MM-DD in Viet Nam. */
  today: string;
};

/** A sheet as it will be printed: heading, map with its grid, legend and signs, and the table on following pages. */
export default function Print(props: PrintProps) {
  const { facts, projection, shown, tables, figuresAt, printedBy, viewed, whole } = props;
  const [choice, setChoice] = useState<Choice>({
    paper: { size: 'A4', lies: 'landscape' },
    heading: 'state',
    title: props.firstTitle,
    table: props.firstTable ?? 'hamlets',
    ground: viewed ? 'view' : 'whole',
  });
  const [isDrawn, setDrawn] = useState(false);
  const { paper } = choice;
  const ground = choice.ground === 'view' && viewed ? viewed : whole;
  const sheet = useMemo(() => {
    const { width, height } = mapSize(paper);
    return sheetOf(ground, projection, width, height);
  }, [paper, ground, projection]);
  const maps = useMemo(() => shown.map(({ layer, rows }) => ({ layer, rows })), [shown]);
  const moment = instant(figuresAt.toISOString());
  const foot = m.print_foot({ name: printedBy, instant: moment });
  usePageRules(pageRules(paper, foot));
  const table = tables.find(({ layer }) => layer.id === choice.table);
  const area = printedArea(paper);
  const page = useFit(area.width);
  const legend = useFittingType(`${paper.size} ${paper.lies} ${isDrawn}`, shown);
  return (
    <>
      <div className="print-bar">
        <Choices
          choice={choice}
          onChange={(part) => setChoice((before) => ({ ...before, ...part }))}
          tables={tables.map(({ layer }) => ({ id: layer.id, title: layer.title() }))}
          hasView={viewed !== null}
        />
        <div className="print-go">
          <Button tone="primary" disabled={!isDrawn} onClick={() => window.print()}>
            {m.print_now()}
          </Button>
          <p role="status">{isDrawn ? m.print_pdf_too() : m.print_drawing()}</p>
        </div>
      </div>
      <div className="print-desk" ref={page.element}>
        <div
          className="print-paper"
          data-lies={paper.lies}
          data-ready={isDrawn}
          style={{ ['--fit' as string]: page.fit, width: `${area.width}mm` }}
        >
          <article className="print-first" style={{ height: `${area.height - SPARE}mm` }}>
            <Heading
              kind={choice.heading}
              officialTitle={props.officialTitle}
              communeName={props.commune.name}
              today={props.today}
            />
            <div className="print-title" data-long={choice.title.length > LONG_TITLE}>
              <h1>{choice.title}</h1>
              <p>
                {m.print_as_of({ date: day(facts.asOf) })}
                {props.isSample && <strong> · {m.shell_sample_source()}</strong>}
              </p>
            </div>
            <div
              className="print-body"
              style={{ ['--frame-height' as string]: `${sheet.height + 2 * GRID_EDGE}mm` }}
            >
              <GridFrame sheet={sheet}>
                <PaperMap
                  commune={props.commune}
                  neighbours={props.neighbours}
                  shown={maps}
                  facts={facts}
                  indicator={props.indicator}
                  extra={props.added?.style ?? null}
                  sheet={sheet}
                  projection={projection}
                  label={choice.title}
                  onDrawn={setDrawn}
                />
              </GridFrame>
              <aside className="print-legend" ref={legend}>
                {props.added?.legend}
                {shown.map(({ layer, rows }) => (
                  <section key={layer.id}>
                    <h2>{layer.title()}</h2>
                    <layer.Legend rows={rows} facts={facts} indicator={props.indicator} />
                  </section>
                ))}
              </aside>
            </div>
            <footer className="print-signs">
              <ScaleAndNorth sheet={sheet} />
              <p>
                {m.print_grid({ system: props.coordinateSystem })}
                <br />
                {m.print_source({ source: props.source })}
              </p>
              <p>
                {m.print_figures_at({ instant: moment })}
                <br />
                {m.print_by({ name: printedBy })}
              </p>
            </footer>
          </article>
          {props.added && <section className="print-pages">{props.added.table}</section>}
          {table && <PrintTable printed={table} facts={facts} />}
        </div>
      </div>
    </>
  );
}

/** Rules of pages cannot be written as attributes, and the page allows no style of its own text. */
function usePageRules(rules: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rules]);
}

/** Letters that one line of the narrowest sheet does not hold in 14 points. */
const LONG_TITLE = 55;

/** Points; the smallest is still read at arm's length. */
const TYPE_SIZES = [8, 7.5, 7, 6.5, 6, 5.5, 5];

/** The largest type in which a legend finds room on its sheet: what it explains must not be cut off. */
function useFittingType(sheet: string, shown: readonly PrintedLayer[]) {
  const element = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another sheet, for other layers, and once the typeface is here.
  useLayoutEffect(() => {
    const legend = element.current;
    if (!legend) return;
    for (const size of TYPE_SIZES) {
      legend.style.fontSize = `${size}pt`;
      if (legend.scrollHeight <= legend.clientHeight + 1 && legend.scrollWidth <= legend.clientWidth + 1)
        break;
    }
  }, [sheet, shown]);
  return element;
}

const PIXELS_PER_MILLIMETRE = 96 / 25.4;
/** Of the desk, around a sheet, in pixels. */
const AROUND = 96;

/** How much smaller a sheet is shown so that the screen holds its width; paper is never smaller for it. */
function useFit(width: number) {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(1200);
  useEffect(() => {
    const desk = element.current;
    if (!desk) return;
    const observer = new ResizeObserver(() => setRoom(desk.clientWidth));
    observer.observe(desk);
    return () => observer.disconnect();
  }, []);
  return { element, fit: Math.min(1, (room - AROUND) / (width * PIXELS_PER_MILLIMETRE)) };
}
