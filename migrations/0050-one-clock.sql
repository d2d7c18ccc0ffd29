-- One clock: what a transaction writes bears the time of whoever opened it (the server's clock, set per transaction as
-- torg.now), so that a row's default, its event and its deadline never disagree. The database's own where none is set.
create or replace function clock() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('torg.now', true), '')::timestamptz, now()) $$;

do $$
declare each record;
begin
  for each in
    select c.table_name, c.column_name, c.column_default
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migration'
      and c.column_default in ('now()', 'CURRENT_DATE')
  loop
    execute format('alter table %I alter column %I set default %s', each.table_name, each.column_name,
      case each.column_default when 'now()' then 'clock()' else '(clock() at time zone ''Europe/Oslo'')::date' end);
  end loop;
end $$;
