import type { Day } from './days.ts';
import { addDays, firstOfMonth, instantOf } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import type { ConclusionRow, MeetingRow, OrganizationCode, SceneRow } from './types.ts';

interface Meetings {
  readonly meetings: MeetingRow[];
  readonly scenes: SceneRow[];
  readonly conclusions: ConclusionRow[];
}

/**
 * A meeting of two months ago with what was shown and concluded, and the next one, which opens with what is still
 * open. The scenes were frozen before one of their figures was corrected.
 */
export function makeMeetings(
  hamlets: readonly Hamlet[],
  lastDay: Day,
  organizationId: (code: OrganizationCode) => string,
  makeId: () => string,
): Meetings {
  const heldOn = addDays(firstOfMonth(lastDay, -1), 3);
  const frozenOn = addDays(firstOfMonth(heldOn), -1);
  const hamletId = (key: string) => hamlets.find(({ plan }) => plan.key === key)?.row.id ?? null;
  const late = hamletId('xuan-chieng');
  const meeting = makeId();
  const month = (day: Day) => Number(day.slice(5, 7));
  const scene = (
    position: number,
    title: string,
    indicator: string,
    layers: string,
    more: Partial<SceneRow> = {},
  ): SceneRow => ({
    id: makeId(),
    meeting_id: meeting,
    position,
    title,
    note: null,
    view: `?layers=${layers}`,
    indicator,
    around_hamlet_id: null,
    frozen_on: frozenOn,
    frozen_at: instantOf(heldOn, 7, 30),
    ...more,
  });
  const scenes = [
    scene(1, 'Mỗi thôn một tuyến đường kiểu mẫu: còn thôn nào?', 'model-roads', 'hamlets,model-roads'),
    scene(2, 'Phân loại rác tại nhà: thôn nào còn dưới chỉ tiêu', 'waste-sorting', 'hamlets,waste-points'),
    scene(3, 'Nghĩa trang được chăm sóc đúng hẹn', 'cemetery-care', 'hamlets,cemeteries'),
    scene(
      4,
      'Xuân Chiếng: tuyến nào có thể làm trước',
      'model-roads',
      'hamlets,model-roads,roads,waste-points',
      {
        around_hamlet_id: late,
        note: 'Chọn tuyến gần nhà văn hóa, dân góp được ngày công.',
      },
    ),
  ];
  const conclusion = (text: string, due_on: Day, more: Partial<ConclusionRow> = {}): ConclusionRow => ({
    id: makeId(),
    meeting_id: meeting,
    scene_id: scenes[0]?.id ?? null,
    text,
    hamlet_id: null,
    organization_id: null,
    due_on,
    done_on: null,
    closing_note: null,
    ...more,
  });
  return {
    meetings: [
      { id: meeting, title: `Giao ban tháng ${month(heldOn)}`, held_on: heldOn, state: 'held' },
      {
        id: makeId(),
        title: `Giao ban tháng ${month(addDays(lastDay, 28))}`,
        held_on: addDays(lastDay, 28),
        state: 'planned',
      },
    ],
    scenes,
    conclusions: [
      conclusion('Xuân Chiếng chọn xong tuyến và đăng ký với Mặt trận xã.', addDays(heldOn, 41), {
        hamlet_id: late,
        organization_id: organizationId('hamlet_fronts'),
        scene_id: scenes[3]?.id ?? null,
      }),
      conclusion(
        'Hội Phụ nữ tập huấn lại việc phân loại rác ở các thôn dưới chỉ tiêu.',
        addDays(lastDay, 45),
        {
          organization_id: organizationId('women'),
          scene_id: scenes[1]?.id ?? null,
        },
      ),
      conclusion('Dọn các nghĩa trang quá hẹn trước rằm.', addDays(heldOn, 20), {
        organization_id: organizationId('veterans'),
        scene_id: scenes[2]?.id ?? null,
        done_on: addDays(heldOn, 17),
        closing_note: 'Cựu chiến binh và thanh niên dọn trong hai buổi sáng.',
      }),
    ],
  };
}
