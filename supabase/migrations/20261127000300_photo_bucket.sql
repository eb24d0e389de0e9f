-- On a Supabase project pictures lie in its storage service, in a bucket whose policies ask app.photos. Our own server
-- keeps them as files under the same address and asks the same table.
do
$$
begin
  if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then
    return;
  end if;
  execute $bucket$
    insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
    values ('photos', 'photos', false, 307200, '{image/jpeg}') on conflict do nothing
  $bucket$;
  execute $policy$
    create policy "members see the pictures of their commune" on storage.objects for select to authenticated
      using (bucket_id = 'photos' and exists (
        select from app.photos p where p.commune_id::text || '/' || p.id::text || '.jpg' = objects.name))
  $policy$;
  execute $policy$
    create policy "who added a photo adds its picture, officers too" on storage.objects for insert to authenticated
      with check (bucket_id = 'photos' and exists (
        select from app.photos p where p.commune_id::text || '/' || p.id::text || '.jpg' = objects.name
          and (p.added_by = (select auth.uid()) or p.commune_id in (select app.my_communes('{administrator,front_officer}')))))
  $policy$;
end
$$;
