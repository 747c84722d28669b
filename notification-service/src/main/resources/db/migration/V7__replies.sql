-- Replies and what patients do by their links

-- What patients wrote, from the compacted topic replies
create table reply_words (
    patient_id uuid primary key,
    clinic     text not null,
    content    text not null
);

-- Whose telephone an answer comes from
create index recipient_by_phone on recipient (clinic, phone) where phone is not null;

-- Who said that they come, while their appointment does not know it yet
create index reply_yes on reply (received_at) where meaning = 'YES';
