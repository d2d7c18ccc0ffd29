-- The public register as rows of its own: what is shown of each award, narrow and in the order it is read, so that neither a page
-- of it nor its sums join five tables. Holds no personal data: names are looked up, and hidden, when they are read.

create table register_entry (
  municipality_id uuid not null default current_municipality() references municipality,
  -- the award's or the imported row's
  id uuid not null,
  source text not null check (source in ('award', 'imported')),
  year int not null,
  ore bigint not null,
  awarded_on date,
  scheme_id uuid,
  district_id uuid,
  organisation_id uuid,
  -- set only where the scheme publishes persons by name
  named_person_id uuid,
  -- the first day it is no longer public
  hidden_from date not null default 'infinity',
  primary key (municipality_id, id),
  foreign key (municipality_id, scheme_id) references scheme (municipality_id, id),
  foreign key (municipality_id, district_id) references district (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisation (municipality_id, id),
  foreign key (municipality_id, named_person_id) references person (municipality_id, id)
);
create index register_entry_order on register_entry (municipality_id, year desc, ore desc, id desc);
create index register_entry_scheme on register_entry (municipality_id, scheme_id, year desc, ore desc, id desc);
create index register_entry_district on register_entry (municipality_id, district_id, year desc, ore desc, id desc);
create index register_entry_organisation on register_entry (municipality_id, organisation_id, year desc, ore desc, id desc);
create index register_entry_person on register_entry (municipality_id, named_person_id) where named_person_id is not null;
-- Everything the sums need, so that they never open a row.
create index register_entry_sums on register_entry (municipality_id, year, scheme_id, district_id) include (ore, hidden_from);
call protect('register_entry');

-- An award stands in the register from its announcement until it is declined, lapses or is replaced.
create or replace function register_award() returns trigger language plpgsql as $$
begin
  delete from register_entry where municipality_id = new.municipality_id and id = new.id;
  if new.ended_at is null and new.acceptance not in ('declined', 'lapsed') then
    insert into register_entry (municipality_id, id, source, year, ore, awarded_on, scheme_id, district_id, organisation_id,
      named_person_id, hidden_from)
    select new.municipality_id, new.id, 'award', extract(year from new.awarded_on)::int, new.ore, new.awarded_on, ap.scheme_id, c.district_id,
      c.applicant_organisation_id,
      case when c.applicant_organisation_id is null and v.definition->'publicity'->>'persons' = 'name' then c.applicant_person_id end,
      (new.awarded_on + make_interval(years => (v.definition->'publicity'->>'years')::int))::date
    from case_file c
    join application ap on ap.municipality_id = c.municipality_id and ap.case_id = c.id
    join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
    where c.municipality_id = new.municipality_id and c.id = new.case_id;
  end if;
  return null;
end $$;
create trigger register_award after insert or update of acceptance, ended_at, ore, awarded_on on award
  for each row execute function register_award();

-- Of earlier years' lists only what was adopted, and more than nothing, is an award.
create or replace function register_imported() returns trigger language plpgsql as $$
begin
  delete from register_entry where municipality_id = new.municipality_id and id = new.id;
  if new.stage = 'adopted' and new.result_ore > 0 then
    insert into register_entry (municipality_id, id, source, year, ore, organisation_id)
    values (new.municipality_id, new.id, 'imported', new.budget_year, new.result_ore, new.organisation_id);
  end if;
  return null;
end $$;
create trigger register_imported after insert or update on imported_award for each row execute function register_imported();

-- What was there before.
do $$ declare tenant uuid; begin
  for tenant in select distinct municipality_id from host_name loop
    perform set_config('torg.municipality', tenant::text, true);
    update award set ore = ore;
    update imported_award set result_ore = result_ore;
  end loop;
  perform set_config('torg.municipality', '', true);
end $$;

-- Who matched an imported row to an organisation, and when; taken back, both are empty again.
alter table imported_award add column matched_at timestamptz;
create index imported_award_unmatched on imported_award (municipality_id, recipient) where organisation_id is null;
