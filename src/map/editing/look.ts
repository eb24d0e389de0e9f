import type { HexColor } from 'terra-draw';
import { palette } from '../../ui/palette.ts';

const HAND: HexColor = palette.focus;
const WHITE: HexColor = palette.panel;
/** Where a line ends or closes, and where it would snap to. */
const handles = {
  closingPointColor: HAND,
  closingPointWidth: 7,
  closingPointOutlineColor: WHITE,
  closingPointOutlineWidth: 2,
  snappingPointColor: WHITE,
  snappingPointWidth: 6,
  snappingPointOutlineColor: HAND,
  snappingPointOutlineWidth: 2,
} as const;

/** What is in hand is drawn in a blue that no layer has, with white-edged corners that a finger can hit. */
export const EDITING_LOOK = {
  point: { pointColor: HAND, pointWidth: 8, pointOutlineColor: WHITE, pointOutlineWidth: 3 },
  line: {
    lineStringColor: HAND,
    lineStringWidth: 4,
    ...handles,
  },
  area: {
    fillColor: HAND,
    fillOpacity: 0.12,
    outlineColor: HAND,
    outlineWidth: 3,
    ...handles,
  },
  selected: {
    selectedLineStringColor: HAND,
    selectedLineStringWidth: 4,
    selectedPolygonColor: HAND,
    selectedPolygonFillOpacity: 0.12,
    selectedPolygonOutlineColor: HAND,
    selectedPolygonOutlineWidth: 3,
    selectionPointWidth: 6,
    selectionPointColor: HAND,
    selectionPointOutlineWidth: 2,
    selectionPointOutlineColor: WHITE,
    midPointWidth: 4,
    midPointColor: WHITE,
    midPointOutlineColor: HAND,
    midPointOutlineWidth: 1,
  },
} as const;
