-- The tables of the event log. Every service has them in its own database, beside its views.

-- Which database this is. A replica whose database was dropped and made again under it must notice and stop.
create table log_identity (
    only_row    boolean primary key default true check (only_row),
    incarnation uuid        not null,
    -- the start-up that may change the tables now; another one may have taken over from one that lost its connection
    starter     uuid,
    -- false until the log has been read back and the views rebuilt
    rebuilt     boolean     not null default false
);
-- Named before anybody connects: a name that a start-up gave would be unknown to other connections until it commits
insert into log_identity (incarnation) values (gen_random_uuid());

create table stream_head (
    stream  uuid primary key,
    version bigint not null
);

create table event (
    id           uuid primary key,
    stream       uuid        not null,
    version      bigint      not null,
    type         text        not null,
    clinic       text        not null,
    actor        text        not null,
    happened_at  timestamptz not null,
    recorded_at  timestamptz not null,
    causation    uuid,
    request_hash text,
    value        bytea       not null,
    -- the topic that acknowledged the record; null: to be sent
    logged_topic uuid,
    unique (stream, version)
);
create index event_unsent on event (stream, version) where logged_topic is null;

-- The newest value of each key of the compacted topics that this service owns; a null value is a tombstone
create table state_record (
    topic        text        not null,
    key          uuid        not null,
    version      bigint      not null,
    clinic       text        not null,
    recorded_at  timestamptz not null,
    value        bytea,
    logged_topic uuid,
    primary key (topic, key)
);
create index state_unsent on state_record (topic, key) where logged_topic is null;

-- How far each partition has been applied here. By the topic's id: a topic made anew is read from its start
create table follow_offset (
    topic_id    uuid   not null,
    partition   int    not null,
    topic       text   not null,
    next_offset bigint not null,
    primary key (topic_id, partition)
);

-- The last version applied of each stream of a neighbour's topic
create table follow_stream (
    topic    text    not null,
    stream   uuid    not null,
    version  bigint  not null,
    event_id uuid,
    -- why what came next could not be applied: GAP, POISON, FORK; null: nothing is parked
    parked   text,
    primary key (topic, stream)
);
create index follow_stream_parked on follow_stream (topic, stream) where parked is not null;

-- Records that could not be applied, and all that came after them in their stream
create table parked_record (
    topic       text        not null,
    stream      uuid        not null,
    version     bigint      not null,
    event_id    uuid        not null,
    type        text        not null,
    clinic      text        not null,
    actor       text        not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    causation   uuid,
    request_hash text,
    value       bytea       not null,
    reason      text        not null,
    parked_at   timestamptz not null default now(),
    primary key (topic, stream, version, event_id)
);
