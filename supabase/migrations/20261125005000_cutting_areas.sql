-- A line drawn across an area cuts it: how a hamlet's parts are made before it is split.

create function public.cut_area(area jsonb, line jsonb) returns jsonb
language plpgsql stable set search_path = '' as
$$
declare
  outline constant record := app.read_geometry(area, 'area');
  cut constant record := app.read_geometry(line, 'line');
  -- Degrees, about 3 m: a line that ends on the border, as drawn by hand, must cross it to cut.
  overshoot constant double precision := 3e-5;
  blade extensions.geometry;
  parts jsonb;
begin
  if outline.problem is not null or cut.problem is not null or extensions.ST_NumGeometries(cut.geom) <> 1 then
    raise exception using errcode = 'PT422', hint = 'line_missing', message = 'Hãy vẽ một đường chia qua thôn.';
  end if;
  blade := extensions.ST_GeometryN(cut.geom, 1);
  blade := extensions.ST_AddPoint(blade, app.beyond(extensions.ST_PointN(blade, 2), extensions.ST_StartPoint(blade), overshoot), 0);
  blade := extensions.ST_AddPoint(blade, app.beyond(extensions.ST_PointN(blade, -2), extensions.ST_EndPoint(blade), overshoot));
  select jsonb_agg(jsonb_build_object(
      'geometry', extensions.ST_AsGeoJSON(p.geom, 7)::jsonb,
      'area_m2', extensions.ST_Area(p.geom::extensions.geography),
      'bearing', degrees(extensions.ST_Azimuth(extensions.ST_Centroid(outline.geom), extensions.ST_PointOnSurface(p.geom))))
    order by extensions.ST_YMax(p.geom) desc, extensions.ST_XMin(p.geom))
  into parts
  from (
    select extensions.ST_SnapToGrid((extensions.ST_Dump(extensions.ST_Split(outline.geom, blade))).geom, 1e-7) as geom
  ) p;
  if jsonb_array_length(parts) < 2 then
    raise exception using errcode = 'PT422', hint = 'line_does_not_cut',
      message = 'Đường chia chưa cắt qua thôn. Hãy vẽ từ mép này sang mép kia của thôn.';
  end if;
  return jsonb_build_object('parts', parts);
end
$$;
comment on function public.cut_area(jsonb, jsonb) is
  'parts: those into which a line cuts an area (GeoJSON, WGS84 degrees), northernmost first: geometry, area in square metres, bearing of the part from the middle in degrees clockwise from north. PT422 line_missing, line_does_not_cut.';

create function app.beyond(before extensions.geometry, last extensions.geometry, distance double precision) returns extensions.geometry
language sql immutable set search_path = '' as
$$
  select extensions.ST_Translate(last,
    distance * (extensions.ST_X(last) - extensions.ST_X(before)) / coalesce(nullif(extensions.ST_Distance(before, last), 0), 1),
    distance * (extensions.ST_Y(last) - extensions.ST_Y(before)) / coalesce(nullif(extensions.ST_Distance(before, last), 0), 1))
$$;
comment on function app.beyond(extensions.geometry, extensions.geometry, double precision) is
  'The point a distance (in the units of the points) past the last one, seen from the one before.';

revoke execute on function public.cut_area(jsonb, jsonb), app.beyond(extensions.geometry, extensions.geometry, double precision) from public;
grant execute on function app.beyond(extensions.geometry, extensions.geometry, double precision) to authenticated;
grant execute on function public.cut_area(jsonb, jsonb) to authenticated;
