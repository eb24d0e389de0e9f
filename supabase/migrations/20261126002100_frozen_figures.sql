-- A scene keeps the figures that it was frozen with. What is corrected later about the same day is told beside them.

create function app.figures_on(days date[], of_commune uuid) returns table (as_of date, indicator text, figures jsonb)
language sql stable set search_path = '' as
$$
  -- Rounded as the screens read them, so that what is kept and what is read again is one figure.
  with figure as materialized (
    select p.day, p.hamlet_id, p.indicator, p.hamlets_reported, p.hamlets_met, p.hamlets_empty, p.hamlets_total,
      jsonb_build_object('value', round(p.value, 6), 'numerator', round(p.numerator, 6), 'denominator', round(p.denominator, 6),
        'target', p.target, 'state', p.state) as said
    from app.progress_with_totals_on(figures_on.days, figures_on.of_commune) p
  ),
  part as (
    select f.day, f.indicator, jsonb_agg(f.said || jsonb_build_object('hamlet_id', h.id, 'name', h.name, 'former_commune', h.former_commune)
      order by h.name, h.id) as hamlets
    from figure f join app.hamlets h on h.id = f.hamlet_id group by f.day, f.indicator
  )
  select t.day, t.indicator, jsonb_build_object('total', t.said || jsonb_build_object('hamlets_reported', t.hamlets_reported,
    'hamlets_met', t.hamlets_met, 'hamlets_empty', t.hamlets_empty, 'hamlets_total', t.hamlets_total), 'hamlets', coalesce(part.hamlets, '[]'))
  from figure t left join part on part.day = t.day and part.indicator = t.indicator
  where t.hamlet_id is null
$$;
comment on function app.figures_on(date[], uuid) is
  'The figures of some days as a scene keeps them: of each day and indicator the total and every hamlet, as they are known now. What nobody reported has the value null.';

create function app.figures_apart(kept jsonb, known jsonb) returns jsonb
language sql immutable set search_path = '' as
$$
  with hamlet as (
    select coalesce(was.figure, now.figure) ->> 'hamlet_id' as id, coalesce(now.figure, was.figure) ->> 'name' as name,
      coalesce(now.figure, was.figure) ->> 'former_commune' as former_commune,
      was.figure - '{hamlet_id,name,former_commune}'::text[] as kept, now.figure - '{hamlet_id,name,former_commune}'::text[] as known
    from jsonb_array_elements(kept -> 'hamlets') was (figure)
    full join jsonb_array_elements(known -> 'hamlets') now (figure) on now.figure ->> 'hamlet_id' = was.figure ->> 'hamlet_id'
  ),
  apart as (
    select jsonb_agg(jsonb_build_object('hamlet_id', h.id, 'name', h.name, 'former_commune', h.former_commune, 'kept', h.kept, 'known', h.known)
      order by h.name, h.id) as hamlets
    from hamlet h where h.kept is distinct from h.known
  )
  select case when kept is not null and (kept -> 'total' is distinct from known -> 'total' or apart.hamlets is not null)
    then jsonb_build_object('kept', kept -> 'total', 'known', known -> 'total', 'hamlets', coalesce(apart.hamlets, '[]')) end
  from apart
$$;
comment on function app.figures_apart(jsonb, jsonb) is
  'Where figures that were kept differ from what is known now of the same day: both totals, and each hamlet with both; null where nothing differs, and where none were kept.';

create function public.meeting_scenes(meeting_id uuid)
returns table (id uuid, meeting_id uuid, "position" smallint, title text, note text, view text, indicator text, bounds jsonb,
  frozen_on date, frozen_at timestamptz, figures jsonb, corrected jsonb, version integer)
language sql stable set search_path = '' as
$$
  with scene as (select s.* from app.scenes s where s.meeting_id = meeting_scenes.meeting_id),
  known as materialized (
    select f.as_of, f.indicator, f.figures
    from (select s.commune_id, array_agg(distinct s.frozen_on) as days from scene s where s.figures is not null group by s.commune_id) frozen
    cross join lateral app.figures_on(frozen.days, frozen.commune_id) f
  )
  select s.id, s.meeting_id, s.position, s.title, s.note, s.view, s.indicator, jsonb_build_array(s.west, s.south, s.east, s.north),
    s.frozen_on, s.frozen_at, s.figures, app.figures_apart(s.figures, known.figures), s.version
  from scene s left join known on known.as_of = s.frozen_on and known.indicator = s.indicator
  order by s.position
$$;
comment on function public.meeting_scenes(uuid) is
  'The scenes of a meeting in their order, each with the figures that it was frozen with and, in corrected, with what was corrected since then about the same day (null: nothing). bounds: west, south, east, north in degrees.';

revoke execute on function app.figures_on(date[], uuid), app.figures_apart(jsonb, jsonb), public.meeting_scenes(uuid) from public, anon, authenticated;
grant execute on function app.figures_on(date[], uuid), app.figures_apart(jsonb, jsonb), public.meeting_scenes(uuid) to authenticated;
