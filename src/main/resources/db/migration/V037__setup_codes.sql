-- Whoever needs a second factor proves more than a password when she sets up the first one.
alter table identity.one_time_link drop constraint one_time_link_purpose_check;
alter table identity.one_time_link add constraint one_time_link_purpose_check
    check (purpose in ('CONFIRM_ADDRESS', 'NEW_SECRET', 'GUARDIAN', 'WITHDRAW_CONSENT', 'SECOND_FACTOR'));
