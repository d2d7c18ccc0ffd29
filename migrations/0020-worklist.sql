-- The worklist stays fast however many cases there are: an index per order it can be read in, and a search whose work is bounded.

-- "2026/17" before "2026/103": the number as a number. A case without a date comes after those that have one.
alter table case_file
  add column opened_order bigint generated always as (
    case when number ~ '^[0-9]{4}/[0-9]{1,9}$'
      then split_part(number, '/', 1)::bigint * 1000000000 + split_part(number, '/', 2)::bigint else 0 end) stored,
  add column due_order date generated always as (coalesce(due_on, 'infinity'::date)) stored;

-- Each order over everything, and over what is open, which is where the work is. They hold what is filtered by, so that a list is
-- found without reading the rows that are passed over.
drop index case_file_due;
drop index case_file_call;
create index case_file_by_due on case_file (municipality_id, due_order, id)
  include (topic_id, status, district_id, caseworker_id, channel);
create index case_file_by_received on case_file (municipality_id, received_at, id)
  include (topic_id, status, district_id, caseworker_id, channel);
create index case_file_by_amount on case_file (municipality_id, applied_ore, id)
  include (topic_id, status, district_id, caseworker_id, channel);
create index case_file_by_number on case_file (municipality_id, opened_order, id)
  include (topic_id, status, district_id, caseworker_id, channel);
create index case_file_by_applicant on case_file (municipality_id, applicant_name collate "nb-NO-x-icu", id)
  include (topic_id, status, district_id, caseworker_id, channel);
create index case_file_open_by_due on case_file (municipality_id, due_order, id)
  include (topic_id, status, district_id, caseworker_id, channel) where closed_at is null;
create index case_file_open_by_received on case_file (municipality_id, received_at, id)
  include (topic_id, status, district_id, caseworker_id, channel) where closed_at is null;
create index case_file_open_by_amount on case_file (municipality_id, applied_ore, id)
  include (topic_id, status, district_id, caseworker_id, channel) where closed_at is null;
create index case_file_open_by_number on case_file (municipality_id, opened_order, id)
  include (topic_id, status, district_id, caseworker_id, channel) where closed_at is null;
create index case_file_open_by_applicant on case_file (municipality_id, applicant_name collate "nb-NO-x-icu", id)
  include (topic_id, status, district_id, caseworker_id, channel) where closed_at is null;
drop index case_file_received;
create index case_file_unassigned on case_file (municipality_id, due_order, id) where closed_at is null and caseworker_id is null;

-- A round and a caseworker's cases are read whole and sorted.
create index case_file_round on case_file (municipality_id, call_id)
  include (id, topic_id, status, district_id, caseworker_id, channel, closed_at, due_order, received_at, applied_ore, opened_order, applicant_name);
create index case_file_handled_by on case_file (municipality_id, caseworker_id)
  include (id, topic_id, call_id, status, district_id, channel, closed_at, due_order, received_at, applied_ore, opened_order, applicant_name);

-- Whether a filter leaves few, told without reading the rows.
create index case_file_topic on case_file (municipality_id, topic_id);
create index case_file_district on case_file (municipality_id, district_id);
create index case_file_channel on case_file (municipality_id, channel) where channel <> 'digital';

-- Each case carries the month it came in as a word of its own, so that a common word is looked for in the latest months first.
create or replace function case_month(municipality uuid, at timestamptz) returns text language sql immutable parallel safe
  as $$ select 'm' || replace(municipality::text, '-', '') || to_char(at at time zone 'UTC', 'YYYYMM') $$;
create or replace function add_case_month() returns trigger language plpgsql as $$
begin
  new.search := new.search || array_to_tsvector(array[case_month(new.municipality_id, new.received_at)]);
  return new;
end $$;
create trigger case_month before insert or update of search on case_file for each row execute function add_case_month();
update case_file set search = search;
-- Rows that wait to be put into the index are read one by one by every search: few of them.
alter index case_file_search set (gin_pending_list_limit = 128);

-- The newest cases that hold the words, at most so many. Looks through one month, then four, fourteen, and all: a common word is
-- found often enough in the first, and what is left for the last is rare.
create or replace function search_cases(words tsquery, at_most int) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := nullif(current_setting('torg.municipality', true), '')::uuid;
  newest timestamptz;
  span int;
  wanted tsquery;
  hits uuid[];
begin
  if tenant is null or numnode(words) = 0 then return; end if;
  select received_at into newest from public.case_file where municipality_id = tenant order by received_at desc limit 1;
  if newest is null then return; end if;
  foreach span in array array[1, 4, 14, 0] loop
    wanted := words;
    if span > 0 then
      select words && string_agg(public.case_month(tenant, newest - make_interval(months => n)), ' | ')::tsquery into wanted
        from generate_series(0, span - 1) as n;
    end if;
    with matching as materialized (
      select id, received_at from public.case_file where municipality_id = tenant and search @@ wanted
    )
    select array_agg(id order by received_at desc) into hits
      from (select id, received_at from matching order by received_at desc limit at_most) newest_first;
    exit when coalesce(cardinality(hits), 0) >= at_most;
  end loop;
  return query select unnest(hits);
end $$;
grant execute on function case_month(uuid, timestamptz) to torg_search, torg_app;

-- Who is to assess a case, besides its caseworker: each sees their own scores until they are done.
create table case_assessor (
  municipality_id uuid not null default current_municipality() references municipality,
  case_id uuid not null,
  person_id uuid not null,
  assigned_by uuid default current_person(),
  assigned_at timestamptz not null default now(),
  primary key (municipality_id, case_id, person_id),
  foreign key (municipality_id, case_id) references case_file (municipality_id, id),
  foreign key (municipality_id, person_id) references person (municipality_id, id)
);
create index case_assessor_person on case_assessor (municipality_id, person_id, case_id);
call protect('case_assessor');

alter table assessment add column done_at timestamptz;
