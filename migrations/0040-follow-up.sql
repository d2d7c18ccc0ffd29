-- Following up: another account for a payment, drafts and reminders of reports.

-- The recipient gave another account than the application's: whoever pays must see that it is new.
alter table payment add column account_changed_at timestamptz;
create index payment_confirmed on payment (municipality_id, confirmed_at desc, id) where status = 'confirmed';

alter table report add column saved_at timestamptz;
-- The due day that a reminder was sent for: when the day is moved, it is reminded of again.
alter table report add column reminded_for date;
alter table report add column overdue_reminded_for date;
create index report_attachment_report on report_attachment (municipality_id, report_id);
