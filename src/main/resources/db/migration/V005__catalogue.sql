create schema catalogue;
grant usage on schema catalogue to dclic_application, dclic_jobs;
alter default privileges in schema catalogue grant select, insert, update, delete on tables to dclic_application, dclic_jobs;

-- Letters without accents, lower case, for search; unaccent() itself is not immutable and cannot be indexed.
create function catalogue.fold(text) returns text language sql immutable parallel safe strict as $$
    select lower(public.unaccent('public.unaccent', normalize($1, NFKC)))
$$;
grant execute on function catalogue.fold(text) to public;

-- One row for each published course, as visitors find it.
create table catalogue.card (
    course_id    uuid primary key,
    code         text not null unique,
    slug         text not null,
    title        text not null,
    summary      text not null,
    audience     text not null,
    prerequisite text not null,
    objectives   text[] not null,
    authors      text[] not null,
    keywords     text[] not null,
    theme        text not null,
    level        text not null,
    language     text not null,
    type         text not null,
    licence      text not null,
    minutes      int not null,
    bytes        bigint not null,
    lessons      int not null,
    has_quiz     boolean not null,
    published_at timestamptz not null,
    search       tsvector not null,
    words        text not null          -- folded title, keywords, theme, for typing errors in whole titles
);
create index on catalogue.card using gin (search);

-- Every word of every card, to find what a misspelt word meant.
create table catalogue.word (
    word text primary key
);
create index on catalogue.word using gin (word gin_trgm_ops);
