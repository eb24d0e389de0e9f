-- The grid of a commune as wide as a city: without figures of what an array holds the planner expects a handful of
-- cells and compares each with each, which took more than a minute for 30,000. A hash table is right for any number.
alter function app.incident_grid_links(integer[], extensions.geometry[], extensions.geometry) set enable_nestloop = off;
