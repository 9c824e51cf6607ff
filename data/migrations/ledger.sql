create table if not exists migration (
    number integer primary key, name text not null, checksum text not null,
    applied_at timestamp not null default timezone('UTC', now())
);
