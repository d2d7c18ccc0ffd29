-- The municipality's own units as applicants: a school or a department is no party of its own, and gets its money by transfer inside.

alter table organisation add column own_unit boolean not null default false;
create index organisation_own_unit on organisation (municipality_id, lower(name)) where own_unit;
