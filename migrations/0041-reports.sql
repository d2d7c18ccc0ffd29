-- Why a report's day was moved, beside why it was sent back; and reports that are done with, newest first.
alter table report add column due_reason text;
create index report_done on report (municipality_id, reviewed_at desc, id) where status in ('approved', 'rejected', 'waived');
