-- Whoever holds several profiles may act by one of them alone; that holds for the session, on every node.
alter table identity.session add column acting_as text;
