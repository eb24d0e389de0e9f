-- What a Supabase project and a PostgreSQL server bring along that the embedded database does not.

-- A project opens everything that is made in public to the service role, over our own grants. It reads what it
-- is granted by name and writes nothing: nothing of ours runs with it.
alter default privileges in schema public revoke all on tables from service_role;
alter default privileges in schema public revoke all on functions from service_role;
alter default privileges in schema public revoke all on sequences from service_role;
revoke insert, update, delete, truncate, references, trigger on all tables in schema public from service_role;
revoke all on public.incident_reads from service_role;
do $$
declare
  writing_function regprocedure;
begin
  for writing_function in
    select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v' and pg_has_role(p.proowner, 'usage')
  loop
    execute format('revoke execute on function %s from service_role', writing_function);
  end loop;
end
$$;

-- PostGIS 3.3 lets everybody estimate the extent of any table with its owner's rights. Where the extension is
-- somebody else's (a project's, an administrator's) it stays as it is: no API offers schema extensions.
do $$
declare
  open_function regprocedure;
begin
  for open_function in
    select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'extensions'::regnamespace and p.prosecdef and pg_has_role(p.proowner, 'usage')
  loop
    execute format('alter function %s security invoker', open_function);
  end loop;
end
$$;
