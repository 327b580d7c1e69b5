-- The longest answer that a form of ours sends is a tenth of that.
alter table assessment.answer add constraint response_size check (octet_length(response::text) <= 65536) not valid;
