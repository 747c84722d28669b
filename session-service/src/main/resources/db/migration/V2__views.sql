-- What reading needs beyond the stream of a patient. All of it is folded from logs and can be made again.

-- Where a course is found
create table course (
    course_id  uuid primary key,
    clinic     text not null,
    patient_id uuid not null,
    site_id    uuid not null
);

-- Where a session is found, and how far it is
create table session (
    session_id     uuid primary key,
    clinic         text not null,
    course_id      uuid not null,
    patient_id     uuid not null,
    site_id        uuid not null,
    treatment_date date not null,
    state          text not null
);
create index session_course on session (course_id);
create index session_site on session (clinic, site_id, state, treatment_date);

-- Of scheduling-service's sites and patients what this service needs: no name, no address
create table site (
    site_id        uuid primary key,
    clinic         text    not null,
    zone           text    not null,
    certified_rems boolean not null
);

create table patient (
    patient_id uuid primary key,
    clinic     text not null,
    birth_date date not null
);
