-- Members and organizations have versions like records: raised by the database at every update, whoever makes it.

create trigger raise_version before update on app.members for each row execute function app.raise_version();
create trigger raise_version before update on app.organizations for each row execute function app.raise_version();
