-- Invoices: whoever issues credit notes reads them from the beginning at every start.
create index event_invoice on log.event (position) where name = 'invoice.issued';
