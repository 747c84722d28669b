-- What is read. Every row here is folded from a log and can be made again; nothing lives only in these tables.

-- for the exclusion constraint on chair and time
create extension if not exists btree_gist;

-- Who a patient is: from the compacted topic patients
create table patient (
    patient_id        uuid primary key,
    clinic            text not null,
    given_name        text not null,
    family_name       text not null,
    birth_date        date not null,
    time_zone         text not null,
    language          text,
    email             text,
    phone             text,
    consents          text not null,
    preferred_channel text,
    -- lower-case names, for the search
    search            text not null
);
create index patient_by_name on patient (clinic, family_name, given_name, patient_id);

-- Who asked to be forgotten: an identity record that turns up again is removed again
create table erased_patient (
    patient_id uuid primary key,
    clinic     text not null
);

create table site (
    site_id        uuid primary key,
    clinic         text    not null,
    name           text    not null,
    time_zone      text    not null,
    hours          text    not null,
    certified_rems boolean not null
);
create index site_by_clinic on site (clinic, name, site_id);

create table chair (
    chair_id uuid primary key,
    site_id  uuid not null,
    clinic   text not null,
    name     text not null,
    routes   text not null
);
create index chair_by_site on chair (site_id, name, chair_id);

create table appointment (
    appointment_id uuid primary key,
    clinic         text        not null,
    patient_id     uuid        not null,
    course_id      uuid,
    site_id        uuid        not null,
    chair_id       uuid        not null,
    kind           text        not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    zone           text        not null,
    -- the date at the site
    on_date        date        not null,
    dose_mg        numeric,
    state          text        not null,
    overbooked     boolean     not null,
    cancelled_by   text,
    cancel_reason  text,
    -- when the chair was asked for: of two that collide after a rebuild, the later gives way
    placed_at      timestamptz not null
);
create index appointment_by_site on appointment (site_id, start_at);
create index appointment_by_clinic on appointment (clinic, start_at, appointment_id);
create index appointment_by_patient on appointment (patient_id, start_at);
create index appointment_by_course on appointment (course_id) where course_id is not null;

-- A chair is never booked twice. Taken away during a rebuild, because partitions have no common order
alter table appointment add constraint appointment_chair_free
    exclude using gist (chair_id with =, tstzrange(start_at, end_at, '[)') with &&)
    where (state in ('BOOKED', 'CONFIRMED') and not overbooked);

-- The schedules that courses pinned, each once; the id is a hash of its content
create table schedule (
    schedule_id uuid primary key,
    content     text not null
);

-- One row per course: its facts, from which the standing is derived when it is read
create table course (
    course_id        uuid primary key,
    clinic           text not null,
    patient_id       uuid not null,
    site_id          uuid not null,
    schedule_id      uuid not null,
    protocol_id      text not null,
    protocol_version int  not null,
    prescribed_on    date not null,
    prescribed_by    uuid not null,
    ordered_mg       numeric,
    facts            text not null,
    -- its due items are not those of its facts yet
    stale            boolean not null,
    -- the next date at its site on which they change without an event
    changes_on       date
);
create index course_by_clinic on course (clinic, course_id);
create index course_by_patient on course (patient_id);
create index course_stale on course (course_id) where stale;
create index course_changes on course (site_id, changes_on) where changes_on is not null;

-- What care-due last said of a course, without the date on which it was derived
create table published_due (
    course_id uuid primary key,
    content   text not null
);

-- What is on the call list as of the site's today, and in which order; what it says is derived when it is read
create table due_item (
    course_id     uuid     not null,
    kind          text     not null,
    subject       text     not null,
    clinic        text     not null,
    site_id       uuid     not null,
    state         text     not null,
    -- 0 overdue, 1 due, 2 pending, 3 upcoming
    urgency       smallint not null,
    due_on        date     not null,
    overdue_after date     not null,
    primary key (course_id, kind, subject)
);
-- in the order of the call list
create index due_item_by_urgency on due_item (clinic, urgency, overdue_after, due_on, course_id, kind, subject);
