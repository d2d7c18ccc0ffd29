-- A letter is proofread before it is released; when the party opened it decides how long they may appeal.
alter table decision
  -- the day the letter was written for: its dates are moved to the day it is announced
  add column letter_day date,
  add column letter_read_by uuid,
  add column letter_read_at timestamptz,
  add column opened_at timestamptz,
  -- when the second notice went to a party who had not opened it
  add column reminded_at timestamptz;
create index decision_release on decision (municipality_id, release_at) where released_at is null and replaced_at is null;
create index decision_unopened on decision (municipality_id, released_at) where opened_at is null and replaced_at is null;
