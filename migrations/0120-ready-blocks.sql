-- Blocks that come with Torg: which of the municipality's was brought in as which, whatever it is called since.

alter table scheme_block add column ready text check (ready <> '');
create unique index scheme_block_ready on scheme_block (municipality_id, ready) where ready is not null;
