-- Policies of clinics, several channels, consent, news of appointments, answers

-- More is kept of patients and appointments than before, and plans have more to them: the topics are read from their start
-- again. What the log of this service says stays.
truncate recipient, erased_patient, course_due, slot, site, reminder, planned_patient;
delete from follow_offset where topic in ('patients', 'care-due', 'scheduling-events');
delete from follow_stream where topic in ('patients', 'care-due', 'scheduling-events');
delete from parked_record where topic in ('patients', 'care-due', 'scheduling-events');

alter table recipient
    drop column email_refused,
    add column phone             text,
    add column birth_date        date not null,
    add column preferred_channel text;

-- What a patient said to being written to on a channel, at the registry and here (a reply, the page of preferences): what
-- was said last counts
create table consent (
    patient_id uuid        not null,
    channel    text        not null,
    source     text        not null check (source in ('REGISTRY', 'HERE')),
    granted    boolean     not null,
    said_at    timestamptz not null,
    primary key (patient_id, channel, source)
);

-- Which channel a patient prefers, where they said so here
create table preference (
    patient_id uuid primary key,
    channel    text        not null,
    said_at    timestamptz not null
);

alter table slot
    add column booked_at   timestamptz not null,
    add column confirmed   boolean     not null,
    -- what the clinic did last, and the time that the patient had agreed to, and when; null: nothing
    add column changed_at  timestamptz,
    add column known_start timestamptz,
    add column known_since timestamptz,
    add column delayed_at  timestamptz,
    add column expected_at timestamptz;

-- A time that is kept for a patient who waits for one
create table offer (
    hold_id    uuid primary key,
    patient_id uuid        not null,
    clinic     text        not null,
    site_id    uuid        not null,
    zone       text        not null,
    start_at   timestamptz not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    -- what became of it; null: it is open
    closed     text
);
create index offer_by_patient on offer (patient_id);

alter table dispatch
    add column refused_on text not null default '',
    add column tried      int  not null default 0;
update dispatch set tried = attempt, refused_on = case state when 'REJECTED' then channel else '' end;
alter table dispatch
    alter column refused_on drop default,
    alter column tried drop default;

alter table reminder
    add column kind         text not null,
    add column audience     text not null,
    add column suppression  text,
    -- from when on it is of no use
    add column useless_from timestamptz;
create index reminder_held on reminder (due_at) where state = 'SUPPRESSED' and not recorded and item_open;

create index reminder_to_send_by_clinic on reminder (channel, clinic, send_at, reminder_id) where state = 'PLANNED';

-- The policies that a clinic adopted last, as the event has them; no row: the defaults
create table policy (
    clinic     text primary key,
    version    bigint      not null,
    content    text        not null,
    adopted_by text        not null,
    adopted_at timestamptz not null
);

-- How far the plans of a clinic follow its policies
create table replanning (
    clinic       text    primary key,
    version      bigint  not null,
    last_patient uuid,
    done         bigint  not null,
    finished     boolean not null
);
create index slot_by_clinic on slot (clinic, patient_id);
create index course_due_by_clinic on course_due (clinic, patient_id);
create index dispatch_by_clinic on dispatch (clinic, patient_id);

-- What a patient answered
create table reply (
    reply_id    uuid primary key,
    patient_id  uuid        not null,
    clinic      text        not null,
    channel     text        not null,
    meaning     text        not null,
    reminder_id uuid,
    received_at timestamptz not null
);
create index reply_by_clinic on reply (clinic, received_at, reply_id);
create index reply_by_patient on reply (patient_id);

-- Who sees to an item of the worklist
create table worklist_claim (
    item_id    uuid        not null,
    kind       text        not null,
    patient_id uuid        not null,
    clinic     text        not null,
    claimed_by text        not null,
    claimed_at timestamptz not null,
    primary key (item_id, kind)
);
