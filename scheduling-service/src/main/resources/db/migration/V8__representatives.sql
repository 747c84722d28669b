-- Who acts for a patient, as the record of the compacted topic patients has it; null: nobody is known to
alter table patient add column representative text;
