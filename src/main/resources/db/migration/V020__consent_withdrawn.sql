-- A guardian who agreed may take the word back, by the link of the letter that confirmed it.
alter table identity.one_time_link drop constraint one_time_link_purpose_check;
alter table identity.one_time_link add constraint one_time_link_purpose_check
    check (purpose in ('CONFIRM_ADDRESS', 'NEW_SECRET', 'GUARDIAN', 'WITHDRAW_CONSENT'));
