create function public.save_hamlet(feature jsonb, edited_version integer default null, neighbours text default 'keep', commune_id uuid default null) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_record('hamlets', feature, edited_version, commune_id) $$;
comment on function public.save_hamlet(jsonb, integer, text, uuid) is 'x';
revoke execute on function public.save_hamlet(jsonb, integer, text, uuid) from public;
grant execute on function public.save_hamlet(jsonb, integer, text, uuid) to authenticated;
