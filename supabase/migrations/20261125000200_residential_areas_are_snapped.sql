-- The built-up land of a hamlet was the one outline that was stored as it came: now it is snapped like the rest.

create function app.snap_residential_area() returns trigger
language plpgsql set search_path = '' as
$$
begin
  new.residential_geom := extensions.ST_SnapToGrid(new.residential_geom, 1e-7);
  if not extensions.ST_IsValid(new.residential_geom) then
    new.residential_geom := extensions.ST_Multi(
      extensions.ST_CollectionExtract(extensions.ST_MakeValid(new.residential_geom), 3));
  end if;
  return new;
end
$$;
comment on function app.snap_residential_area() is
  'Trigger: snaps new.residential_geom to 1e-7 degrees and repairs what the snapping folded.';
revoke execute on function app.snap_residential_area() from public;
create trigger snap_residential_area before insert or update of residential_geom on app.hamlets
  for each row execute function app.snap_residential_area();

update app.hamlets set residential_geom = residential_geom where residential_geom is not null;
