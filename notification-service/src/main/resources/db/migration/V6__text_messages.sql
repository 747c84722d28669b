-- What is held against the books of the provider of text messages; mail is spared the index
create index dispatch_text_messages on dispatch (started_at) where channel = 'SMS';
