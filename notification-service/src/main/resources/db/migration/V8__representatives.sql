-- Who acts for a patient, and what they said to being written to

-- Records that an earlier version of this service read may have named them: the topic is read from its start again. What is
-- known already stays known until then
delete from follow_offset where topic = 'patients';
delete from follow_stream where topic = 'patients';
delete from parked_record where topic = 'patients';

-- As the record has them, and their telephone, for whose answer it is
alter table recipient
    add column representative       text,
    add column representative_phone text;
create index recipient_by_representative_phone on recipient (clinic, representative_phone)
    where representative_phone is not null;

-- Whose word it is; what was said before was said by patients
alter table consent
    add column person text not null default 'PATIENT' check (person in ('PATIENT', 'REPRESENTATIVE')),
    drop constraint consent_pkey,
    add primary key (patient_id, person, channel, source);
alter table consent alter column person drop default;

alter table preference
    add column person text not null default 'PATIENT' check (person in ('PATIENT', 'REPRESENTATIVE')),
    drop constraint preference_pkey,
    add primary key (patient_id, person);
alter table preference alter column person drop default;
