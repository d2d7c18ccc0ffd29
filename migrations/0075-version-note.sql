-- What the one who published a version wrote about it, for those who come after. Never shown to applicants.
alter table scheme_version add column note text check (note is null or length(note) between 1 and 2000);
-- Who is still writing by an older version is asked for each scheme.
create index draft_scheme on draft (municipality_id, scheme_id) where sent_at is null;
