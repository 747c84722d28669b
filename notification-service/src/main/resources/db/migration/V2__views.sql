-- What is read and what plans rest on. Every row is folded from a log and can be made again; nothing lives only here.

-- Who a patient is, as far as messages need it: from the compacted topic patients
create table recipient (
    patient_id    uuid primary key,
    clinic        text    not null,
    given_name    text    not null,
    family_name   text    not null,
    time_zone     text    not null,
    language      text,
    email         text,
    email_refused boolean not null
);

-- Who asked to be forgotten: an identity record that turns up again is ignored
create table erased_patient (
    patient_id uuid primary key
);

-- What is pending for a course: the record of the compacted topic care-due as it came
create table course_due (
    course_id  uuid primary key,
    patient_id uuid  not null,
    clinic     text  not null,
    content    text  not null
);
create index course_due_by_patient on course_due (patient_id);

-- An appointment at each of the times it had, and what became of it there
create table slot (
    appointment_id uuid        not null,
    start_at       timestamptz not null,
    patient_id     uuid        not null,
    clinic         text        not null,
    site_id        uuid        not null,
    zone           text        not null,
    state          text        not null,
    primary key (appointment_id, start_at)
);
create index slot_by_patient on slot (patient_id);

create table site (
    site_id uuid primary key,
    clinic  text not null,
    name    text not null
);

-- What our own log says of a reminder
create table dispatch (
    reminder_id         uuid primary key,
    patient_id          uuid        not null,
    clinic              text        not null,
    about               text        not null,
    step                text        not null,
    channel             text        not null,
    template            text,
    template_version    int         not null,
    parameters          text        not null,
    due_at              timestamptz not null,
    attempt             int         not null,
    catch_up            boolean     not null,
    state               text        not null,
    reason              text,
    provider_message_id text,
    started_at          timestamptz,
    not_before          timestamptz,
    changed_at          timestamptz not null
);
create index dispatch_by_patient on dispatch (patient_id);
create index dispatch_messages on dispatch (clinic, started_at, reminder_id) where started_at is not null;
create index dispatch_started on dispatch (started_at) where state = 'STARTED';

-- Every patient's plan
create table reminder (
    reminder_id      uuid primary key,
    patient_id       uuid        not null,
    clinic           text        not null,
    about            text        not null,
    step             text        not null,
    channel          text        not null,
    template         text        not null,
    template_version int         not null,
    due_at           timestamptz not null,
    send_at          timestamptz not null,
    state            text        not null,
    why              text        not null,
    item_open        boolean     not null,
    recorded         boolean     not null,
    attempt          int         not null,
    -- a replica is about to send it; taken back when the row is written anew
    claimed_until    timestamptz
);
create index reminder_by_patient on reminder (patient_id, due_at);
create index reminder_by_clinic on reminder (clinic, due_at, reminder_id);
create index reminder_to_send on reminder (send_at, reminder_id) where state = 'PLANNED';
create index reminder_to_record on reminder (due_at) where state = 'EXPIRED' and not recorded;
create index reminder_to_see_to on reminder (clinic, due_at, reminder_id)
    where state in ('UNKNOWN', 'FAILED', 'SUPPRESSED', 'PLANNED', 'STARTED') or state = 'SENT' and item_open;

-- What a person has seen to
create table resolution (
    item_id     uuid        not null,
    kind        text        not null,
    patient_id  uuid        not null,
    clinic      text        not null,
    resolved_by text        not null,
    outcome     text        not null,
    resolved_at timestamptz not null,
    primary key (item_id, kind)
);

-- One row a patient, to be locked while their plan is made: two topics may bring news of one patient at once
create table planned_patient (
    patient_id uuid primary key
);
