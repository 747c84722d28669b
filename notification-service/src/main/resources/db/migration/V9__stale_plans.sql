-- Whose plan is to be made anew, because what it rests on changed for many at once
alter table planned_patient add column stale boolean not null default false;
create index planned_patient_stale on planned_patient (patient_id) where stale;

-- How far a replanning is, is counted from the patients' rows; the column stays for replicas of the version before
alter table replanning alter column done set default 0;
