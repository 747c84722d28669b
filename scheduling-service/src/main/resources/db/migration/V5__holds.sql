-- Of whom a hold or an offer is: for who gives it back, and for the erasure of a patient
create table hold (
    hold_id    uuid primary key,
    clinic     text not null,
    patient_id uuid not null
);
create index hold_by_patient on hold (patient_id);

-- What is held is little beside what is booked: whoever books takes away what has expired around that time
create index taken_held on taken (site_id, start_at) where expires_at is not null;
