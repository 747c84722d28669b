-- What is known of a patient whatever courses they have: scores, and the safety tasks that were closed
create table patient_facts (
    patient_id uuid primary key,
    clinic     text not null,
    facts      text not null
);

-- More is kept of a course than before: the topic is read from its start again
truncate course, due_item;
delete from follow_offset where topic = 'session-events';
delete from follow_stream where topic = 'session-events';
delete from parked_record where topic = 'session-events';

comment on column due_item.urgency is '0 safety, 1 overdue, 2 due, 3 pending, 4 upcoming';
