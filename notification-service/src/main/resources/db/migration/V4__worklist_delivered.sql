-- What was delivered and is not answered is for a person as well
drop index reminder_to_see_to;
create index reminder_to_see_to on reminder (clinic, due_at, reminder_id)
    where state in ('UNKNOWN', 'FAILED', 'SUPPRESSED', 'PLANNED', 'STARTED')
        or state in ('SENT', 'DELIVERED', 'EXPIRED') and item_open;
