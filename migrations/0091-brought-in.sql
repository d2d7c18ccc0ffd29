-- Where a draft of a scheme came from: the file, what came along and what did not.
alter table scheme_draft add column brought_in jsonb;
