-- When vouchers expire: looked for at every start.
create index event_voucher on log.event (position)
  where name in ('voucher.issued', 'voucher.credited');
