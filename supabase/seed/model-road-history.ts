import type { Day } from './days.ts';
import { addDays } from './days.ts';
import type { ModelRoadStory } from './model-roads.ts';
import { dayMonthsAgo } from './model-roads.ts';
import { at } from './planar.ts';
import type { Random } from './random.ts';
import type { Criterion, ModelRoadAssessmentRow, ModelRoadStateRow } from './types.ts';

const lapseReasons = [
  'Nhiều bóng đèn hỏng, rác tồn đọng qua hai lần kiểm tra',
  'Bồn hoa và hàng cây không còn người chăm sóc',
  'Vật liệu xây dựng lấn lòng đường, đã nhắc nhở ba lần',
];

const criteria: readonly Criterion[] = ['bright', 'green', 'clean', 'beautiful', 'safe'];

/** Decisions of the people's committee on one day share a number; numbers grow through a year. */
function numberDecisions(days: readonly Day[], random: Random): Map<Day, string> {
  const numbers = new Map<Day, string>();
  let year = '';
  let last = 0;
  for (const day of [...new Set(days)].sort()) {
    if (day.slice(0, 4) !== year) last = 0;
    year = day.slice(0, 4);
    last += random.integer(9, 31);
    numbers.set(day, `${last}/QĐ-UBND`);
  }
  return numbers;
}

/** The dated states that the stories come to. */
export function makeStates(
  stories: readonly ModelRoadStory[],
  lastDay: Day,
  random: Random,
  makeId: () => string,
): ModelRoadStateRow[] {
  const drafts = stories.flatMap((story) => {
    const { roadId, registeredMonthsAgo, recognisedMonthsAgo, lapsedMonthsAgo, renewedMonthsAgo } = story;
    const states: { roadId: string; state: ModelRoadStateRow['state']; day: Day }[] = [
      { roadId, state: 'registered', day: dayMonthsAgo(lastDay, registeredMonthsAgo, random.integer(3, 26)) },
    ];
    if (recognisedMonthsAgo !== undefined) {
      // Decisions come in batches, on the 18th.
      states.push({ roadId, state: 'recognised', day: dayMonthsAgo(lastDay, recognisedMonthsAgo, 18) });
    }
    if (lapsedMonthsAgo !== undefined) {
      states.push({
        roadId,
        state: 'lapsed',
        day: dayMonthsAgo(lastDay, lapsedMonthsAgo, random.integer(5, 25)),
      });
    }
    if (renewedMonthsAgo !== undefined) {
      states.push({ roadId, state: 'recognised', day: dayMonthsAgo(lastDay, renewedMonthsAgo, 18) });
    }
    return states;
  });
  const numbers = numberDecisions(
    drafts.filter(({ state }) => state === 'recognised').map(({ day }) => day),
    random,
  );
  return drafts.map(({ roadId, state, day }, index) => ({
    id: makeId(),
    model_road_id: roadId,
    state,
    valid_from: day,
    decision_number: state === 'recognised' ? (numbers.get(day) ?? null) : null,
    decision_date: state === 'recognised' ? day : null,
    reason: state === 'lapsed' ? at(lapseReasons, index % lapseReasons.length) : null,
  }));
}

/** Assessments of a road, some three months apart; criteria are met one after another, all by its recognition. */
function assess(
  story: ModelRoadStory,
  lastDay: Day,
  random: Random,
): { day: Day; met: number; assessed: number }[] {
  const results: { day: Day; met: number; assessed: number }[] = [];
  const goal = story.recognisedMonthsAgo ?? 0;
  for (let months = story.registeredMonthsAgo - 1; months >= 0; months -= random.integer(2, 4)) {
    const day = dayMonthsAgo(lastDay, months, random.integer(2, 16));
    if (months > goal) {
      const share = 1 - (months - goal) / (story.registeredMonthsAgo - goal + 1);
      const top = story.recognisedMonthsAgo === undefined ? story.criteriaMet : 5;
      const met = Math.max(1, Math.floor(top * share));
      results.push({ day, met, assessed: Math.max(met, random.integer(4, 5)) });
    } else results.push({ day, met: random.chance(0.75) ? 5 : 4, assessed: 5 });
  }
  for (const months of [story.recognisedMonthsAgo, story.renewedMonthsAgo]) {
    if (months === undefined) continue;
    results.push({ day: addDays(dayMonthsAgo(lastDay, months, 18), -8), met: 5, assessed: 5 });
    results.sort((first, second) => (first.day < second.day ? -1 : 1));
  }
  const latest = results.at(-1);
  if (latest) results[results.length - 1] = { day: latest.day, met: story.criteriaMet, assessed: 5 };
  return results;
}

/** The dated assessments that the stories come to: each on a day of its own, none after the last day. */
export function makeAssessments(
  stories: readonly ModelRoadStory[],
  lastDay: Day,
  random: Random,
  makeId: () => string,
): ModelRoadAssessmentRow[] {
  return stories.flatMap((story) => {
    // A road keeps its own order of what comes easily and what comes last.
    const order = random.shuffled(criteria);
    const days = new Set<Day>();
    return assess(story, lastDay, random).flatMap(({ day, met, assessed }): ModelRoadAssessmentRow[] => {
      if (days.has(day)) return [];
      days.add(day);
      const known = order.slice(0, assessed);
      return [
        {
          id: makeId(),
          model_road_id: story.roadId,
          assessed_on: day,
          criteria: Object.fromEntries(
            criteria.filter((code) => known.includes(code)).map((code) => [code, order.indexOf(code) < met]),
          ),
        },
      ];
    });
  });
}
