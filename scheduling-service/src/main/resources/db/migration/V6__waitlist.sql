-- Who waits for another time, what became free, and who was offered it

create table waitlist_entry (
    entry_id   uuid primary key,
    clinic     text        not null,
    patient_id uuid        not null,
    course_id  uuid        not null,
    site_id    uuid        not null,
    -- names of days of the week; empty: any
    days       text        not null,
    opens      time,
    closes     time,
    from_date  date,
    to_date    date,
    joined_at  timestamptz not null,
    state      text        not null
);
create index waitlist_entry_by_clinic on waitlist_entry (clinic, state, joined_at, entry_id);
create index waitlist_entry_by_site on waitlist_entry (site_id) where state = 'WAITING';
create index waitlist_entry_by_patient on waitlist_entry (patient_id);

-- A time to come that an appointment gave up. Whether it still is free, the calendar says; what was given up before this
-- table was made is not in it
create table vacancy (
    vacancy_id  uuid primary key,
    clinic      text        not null,
    site_id     uuid        not null,
    chair_id    uuid        not null,
    start_at    timestamptz not null,
    end_at      timestamptz not null,
    -- the patient whose it was
    given_up_by uuid        not null,
    freed_at    timestamptz not null
);
create index vacancy_by_start on vacancy (start_at);
create index vacancy_by_chair on vacancy (chair_id, start_at);
create index taken_by_chair on taken (chair_id, start_at);

create table offer (
    offer_id       uuid primary key,
    clinic         text        not null,
    entry_id       uuid        not null,
    vacancy_id     uuid        not null,
    patient_id     uuid        not null,
    chair_id       uuid        not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    offered_at     timestamptz not null,
    expires_at     timestamptz not null,
    -- OPEN, TAKEN or DECLINED; that it expired, only the clock knows
    state          text        not null,
    -- what was booked or moved by it
    appointment_id uuid
);
create index offer_by_entry on offer (entry_id);
create index offer_by_vacancy on offer (vacancy_id);
