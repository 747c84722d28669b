-- What a site has of people and of time, and what chairs and monitors are taken for

alter table site
    add column durations text not null default '{}',
    -- whether a shift of a monitor, of a prescriber was ever recorded
    add column monitored boolean not null default false,
    add column attended  boolean not null default false;

create table shift (
    shift_id     uuid        not null,
    site_id      uuid        not null,
    clinic       text        not null,
    staff_id     text        not null,
    name         text        not null,
    role         text        not null,
    max_patients int,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    primary key (shift_id, from_at),
    -- so that who is on duty is found among those whose shift ends soon
    constraint within_a_day check (from_at < to_at and to_at - from_at <= interval '25 hours')
);
create index shift_by_site on shift (site_id, to_at);

create table closure (
    closure_id uuid primary key,
    site_id    uuid        not null,
    clinic     text        not null,
    from_at    timestamptz not null,
    to_at      timestamptz not null,
    reason     text        not null
);
create index closure_by_site on closure (site_id, to_at);

alter table appointment
    add column overbook_reason text,
    add column watched_from    timestamptz,
    add column watched_to      timestamptz,
    add column prescriber      boolean not null default false,
    -- later than booked, where the treatment before it takes longer
    add column expected_start  timestamptz;
alter table appointment drop constraint appointment_chair_free;

-- Every appointment that stands and every time that is held: what capacity is counted against
create table taken (
    id           uuid primary key,
    site_id      uuid        not null,
    chair_id     uuid        not null,
    start_at     timestamptz not null,
    end_at       timestamptz not null,
    watched_from timestamptz,
    watched_to   timestamptz,
    -- whether one must be on the site while the patient is watched
    prescriber   boolean     not null,
    overbooked   boolean     not null,
    -- of what is held: it counts until then
    expires_at   timestamptz,
    -- no longer than the longest day: as far back is looked for what still lasts
    constraint within_a_day check (start_at < end_at and end_at - start_at <= interval '25 hours'),
    constraint watched_meanwhile check ((watched_from is null) = (watched_to is null)
        and start_at <= watched_from and watched_from <= watched_to and watched_to <= end_at)
);
create index taken_by_site on taken (site_id, start_at);
create index taken_overbooked on taken (chair_id) where overbooked;

insert into taken (id, site_id, chair_id, start_at, end_at, prescriber, overbooked)
select appointment_id, site_id, chair_id, start_at, end_at, false, overbooked
from appointment where state in ('BOOKED', 'CONFIRMED');

-- A chair is never taken twice. Put away during a rebuild, because partitions have no common order
alter table taken add constraint chair_free
    exclude using gist (chair_id with =, tstzrange(start_at, end_at, '[)') with &&)
    where (not overbooked);

-- Nor is a chair promised beside one that was overbooked, a monitor asked to watch more than they may, or a patient treated
-- without the prescriber that must be there. Whoever takes a time waits here for the others of that day at that site, and
-- for who changes the site, and sees what they did: only then is anything read. That it waits before its row is there keeps
-- two that take the same chair from waiting for each other. Each code is that of a chair that is taken.
create function refuse_beyond_capacity() returns trigger language plpgsql as $$
declare
    site_zone text := (select time_zone from site where site_id = new.site_id);
    local_day timestamp;
    at_site record;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise feature_not_supported using message = 'who does not see what others did meanwhile cannot take a time';
    end if;
    perform pg_advisory_xact_lock_shared(hashtextextended(new.site_id::text, 0));
    for local_day in select generate_series(date_trunc('day', new.start_at at time zone site_zone),
        (new.end_at - interval '1 microsecond') at time zone site_zone, interval '1 day')
    loop
        perform pg_advisory_xact_lock(
            hashtextextended(new.site_id::text || '/' || to_char(local_day, 'YYYY-MM-DD'), 0));
    end loop;
    select monitored, attended into at_site from site where site_id = new.site_id;
    if not new.overbooked and exists (
        select 1 from taken where chair_id = new.chair_id and overbooked and id <> new.id
            and start_at < new.end_at and end_at > new.start_at)
    then
        raise exclusion_violation using message = 'the chair is overbooked', constraint = 'chair_free';
    end if;
    if new.watched_from is null then
        return new;
    end if;
    if new.prescriber and at_site.attended and not coalesce((
        select range_agg(tstzrange(from_at, to_at)) @> tstzrange(new.watched_from, new.watched_to)
        from shift where site_id = new.site_id and role = 'PRESCRIBER'
            and from_at < new.watched_to and to_at > new.watched_from
            and to_at < new.watched_to + interval '25 hours'), false)
    then
        raise exclusion_violation using message = 'no prescriber is there', constraint = 'prescriber_present';
    end if;
    -- how many are watched and how many could be, from each moment to the next; what began before counts from the start on
    if at_site.monitored and not new.overbooked and exists (
        select 1
        from (
            select sum(more) over moments as load, sum(room) over moments as room
            from (
                select new.watched_from as moment, 1 as more, 0 as room
                union all select change.* from taken t, lateral (values
                        (greatest(t.watched_from, new.watched_from), 1, 0), (t.watched_to, -1, 0)) change
                    where t.site_id = new.site_id and t.id <> new.id
                        and t.start_at > new.watched_from - interval '25 hours' and t.start_at < new.watched_to
                        and t.watched_from < new.watched_to and t.watched_to > new.watched_from
                union all select change.* from shift s, lateral (values
                        (greatest(s.from_at, new.watched_from), 0, s.max_patients), (s.to_at, 0, -s.max_patients)) change
                    where s.site_id = new.site_id and s.role = 'MONITOR' and s.from_at < new.watched_to
                        and s.to_at > new.watched_from and s.to_at < new.watched_to + interval '25 hours'
            ) changes
            where moment < new.watched_to
            window moments as (order by moment)
        ) loads
        where load > room)
    then
        raise exclusion_violation using message = 'no monitor has room', constraint = 'monitor_room';
    end if;
    return new;
end $$;

create trigger staff_suffices before insert or update on taken for each row execute function refuse_beyond_capacity();

-- More is kept of a schedule than before: the topic is read from its start again
truncate course, due_item, schedule, patient_facts;
delete from follow_offset where topic = 'session-events';
delete from follow_stream where topic = 'session-events';
delete from parked_record where topic = 'session-events';
