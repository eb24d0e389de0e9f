-- Without PostGIS, which takes most of a first start: the tests of the backend's guards do not need it.
create extension if not exists pgcrypto with schema extensions;
