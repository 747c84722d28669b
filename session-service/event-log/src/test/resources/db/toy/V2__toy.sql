-- The views of the toy service: one of its own log, one of its neighbour's
create table note (
    stream  uuid   not null,
    version bigint not null,
    text    text   not null,
    primary key (stream, version)
);

create table heard (
    stream  uuid   not null,
    version bigint not null,
    text    text   not null check (text <> 'refused by the views'),
    primary key (stream, version)
);

create table card (
    key   uuid primary key,
    text  text not null
);
