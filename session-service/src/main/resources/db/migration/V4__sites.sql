-- No rule here asks whether a site is certified: the enrolment of the patient is what a dose waits for
alter table site drop column certified_rems;
