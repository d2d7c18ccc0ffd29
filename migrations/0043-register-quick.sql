-- Announcing many awards at once: a new one is in no register yet, so there is nothing to look for and take out first. (On a table
-- the planner has no figures of, the search could read every row of the municipality.)
create or replace function register_award() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from register_entry where municipality_id = new.municipality_id and id = new.id;
  end if;
  if new.ended_at is null and new.acceptance not in ('declined', 'lapsed') then
    insert into register_entry (municipality_id, id, source, year, ore, awarded_on, scheme_id, district_id, organisation_id,
      named_person_id, hidden_from)
    select new.municipality_id, new.id, 'award', extract(year from new.awarded_on)::int, new.ore, new.awarded_on, ap.scheme_id,
      c.district_id, c.applicant_organisation_id,
      case when c.applicant_organisation_id is null and v.definition->'publicity'->>'persons' = 'name' then c.applicant_person_id end,
      (new.awarded_on + make_interval(years => (v.definition->'publicity'->>'years')::int))::date
    from case_file c
    join application ap on ap.municipality_id = c.municipality_id and ap.case_id = c.id
    join scheme_version v on v.municipality_id = ap.municipality_id and v.id = ap.version_id
    where c.municipality_id = new.municipality_id and c.id = new.case_id;
  end if;
  return null;
end $$;

create or replace function register_imported() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from register_entry where municipality_id = new.municipality_id and id = new.id;
  end if;
  if new.stage = 'adopted' and new.result_ore > 0 then
    insert into register_entry (municipality_id, id, source, year, ore, organisation_id)
    values (new.municipality_id, new.id, 'imported', new.budget_year, new.result_ore, new.organisation_id);
  end if;
  return null;
end $$;
