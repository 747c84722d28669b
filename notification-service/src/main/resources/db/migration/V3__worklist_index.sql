-- What expired and is still open is for a person too
drop index reminder_to_see_to;
create index reminder_to_see_to on reminder (clinic, due_at, reminder_id)
    where state in ('UNKNOWN', 'FAILED', 'SUPPRESSED', 'PLANNED', 'STARTED')
        or state in ('SENT', 'EXPIRED') and item_open;
