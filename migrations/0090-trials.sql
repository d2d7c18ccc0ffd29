-- Trying a scheme's form while it is being written: a draft like any other, of a definition nobody has published, for an invented applicant.

alter table draft alter column scheme_id drop not null;
alter table draft alter column version_id drop not null;
alter table draft alter column round_id drop not null;
alter table draft add column scheme_draft_id uuid;
-- the definition as it was last shown, and who applies: never a case, never seen by anyone but who tries
alter table draft add column trial jsonb;
alter table draft add foreign key (municipality_id, scheme_draft_id) references scheme_draft (municipality_id, id);
alter table draft add constraint draft_trial check (
  (trial is null and scheme_draft_id is null and scheme_id is not null and version_id is not null and round_id is not null)
  or (trial is not null and scheme_draft_id is not null and scheme_id is null and version_id is null and round_id is null)
);
create index draft_trial on draft (municipality_id, scheme_draft_id, person_id) where scheme_draft_id is not null;
