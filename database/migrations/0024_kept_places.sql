-- What a host keeps for senders in a period: its quotations by the day on which the stay begins.
create index quotation_host on quotation (host_id, starts_on);
