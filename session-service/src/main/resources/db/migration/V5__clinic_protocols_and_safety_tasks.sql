-- What a clinic has published of its own: each version whole, as its author signed it off
create table clinic_protocol (
    event_id    uuid primary key,
    clinic      text not null,
    protocol_id text not null,
    version     int  not null,
    json        text not null,
    unique (clinic, protocol_id, version)
);

-- Answers that a clinician must look at, and what came of it
create table safety_task (
    task_id     uuid primary key,
    clinic      text        not null,
    patient_id  uuid        not null,
    course_id   uuid,
    instrument  text        not null,
    taken_on    date        not null,
    taken_at    timestamptz not null,
    state       text        not null,
    closure_id  uuid,
    closed_by   text,
    disposition text,
    closed_at   timestamptz
);
create index safety_task_clinic on safety_task (clinic, state, taken_at);
create index safety_task_closure on safety_task (closure_id);
