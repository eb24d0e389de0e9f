-- The log calls a meeting and a scene by their titles, and a conclusion by its first words.

create or replace function app.subject_of(content jsonb) returns text
language sql stable set search_path = '' as
$$
  select coalesce(content ->> 'name', content ->> 'display_name', content ->> 'title', content ->> 'key', left(content ->> 'text', 80),
    (select r.name from app.model_roads r where r.id = (content ->> 'model_road_id')::uuid),
    (select w.name from app.waste_points w where w.id = (content ->> 'waste_point_id')::uuid),
    (select h.name from app.hamlets h where h.id = (content ->> 'hamlet_id')::uuid))
$$;
