-- Providers are asked what became of payments that were begun, by whoever starts after a crash.
create index event_payment_started on log.event (position) where name = 'order.payment-started';
