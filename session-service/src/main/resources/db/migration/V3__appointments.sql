-- Of scheduling-service's appointments: that one was booked, and for whom
create table appointment (
    appointment_id uuid primary key,
    clinic         text not null,
    patient_id     uuid not null
);

-- Those booked so far were read when nobody kept them: read the topic from its start again, the sites are set by key
delete from follow_offset where topic = 'scheduling-events';
delete from follow_stream where topic = 'scheduling-events';
delete from parked_record where topic = 'scheduling-events';
