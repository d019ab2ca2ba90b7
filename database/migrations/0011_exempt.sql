-- Who need not pay a contribution or deposit that the others of the flow were asked for, with the reason in the note.
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check check (state in ('open', 'in-run', 'paid', 'cancelled', 'exempt'));
