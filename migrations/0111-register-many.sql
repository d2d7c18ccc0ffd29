-- A list of fifty thousand awards from before is written by a few statements: the register takes them in a statement at a time too.

create or replace function register_imported_many() returns trigger language plpgsql as $$
begin
  insert into register_entry (municipality_id, id, source, year, ore, awarded_on, scheme_id, district_id, organisation_id)
  select municipality_id, id, 'imported', budget_year, result_ore, decided_on, scheme_id, district_id, organisation_id
  from added where public and stage = 'adopted' and result_ore > 0;
  return null;
end $$;
drop trigger register_imported on imported_award;
create trigger register_imported after update on imported_award for each row execute function register_imported();
create trigger register_imported_many after insert on imported_award referencing new table as added
  for each statement execute function register_imported_many();
