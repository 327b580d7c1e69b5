-- A letter that a server took and another sent back days later.
alter table platform.mail drop constraint mail_state_check;
alter table platform.mail add constraint mail_state_check
    check (state in ('WAITING', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'KEPT', 'NOTHING', 'RETURNED'));
