-- Who came, and the feeds of calendars

-- One row for each session that stands at session-service, as its events leave it
create table visit (
    session_id     uuid primary key,
    clinic         text    not null,
    patient_id     uuid    not null,
    course_id      uuid    not null,
    site_id        uuid    not null,
    -- what the patient was checked in for, where somebody said so
    appointment_id uuid,
    on_date        date    not null,
    -- null when the session was entered after the fact
    arrived_at     timestamptz,
    first_dose_at  timestamptz,
    last_dose_at   timestamptz,
    -- whether nothing more of the dose is to come
    dosed          boolean not null,
    left_at        timestamptz,
    -- sent home before the first dose
    aborted        boolean not null
);
create index visit_by_course on visit (course_id, on_date);
create index visit_by_day on visit (on_date, site_id);

-- What the sweeps look for among very many appointments
create index appointment_awaited on appointment (start_at)
    where kind = 'TREATMENT' and state in ('BOOKED', 'CONFIRMED');
create index appointment_delayed on appointment (expected_start) where expected_start is not null;

-- The secret of a feed is not kept: it follows from the id and the service's key
create table calendar (
    calendar_id uuid primary key,
    site_id     uuid    not null,
    clinic      text    not null,
    -- null: of the whole site
    staff_id    text,
    revoked     boolean not null
);

-- More is kept of a session than before: the topic is read from its start again
truncate course, due_item, patient_facts;
delete from follow_offset where topic = 'session-events';
delete from follow_stream where topic = 'session-events';
delete from parked_record where topic = 'session-events';
