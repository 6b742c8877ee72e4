-- What an order's status means, in the words of any system. '' is every system; what the operator has configured goes before ours.
create table order_status (
  system text not null,
  word text not null,
  state text not null check (state in ('draft', 'pending', 'placed', 'fulfilled', 'cancelled', 'returned')),
  configured boolean not null default false,
  primary key (system, word, configured)
);

-- a status in one spelling: wc-on-hold, On Hold, ON_HOLD and onHold are one word
create function order_word(status text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(regexp_replace(
    fold(regexp_replace(normalize(status, NFKC), '([a-z])([A-Z])', '\1 \2', 'g')), '^(wc|order)[-_. ]+', ''),
    '[^[:alnum:]]+', ' ', 'g'));
$$;

insert into order_status (system, word, state)
select '', trim(word), state from (values
  ('draft', 'draft,drafted,quote,quotation,cart,basket,checkout,checkout draft,auto draft,incomplete,new quote,entwurf,angebot,warenkorb,brouillon,borrador,bozza,concept'),
  ('pending', 'pending,pending payment,payment pending,awaiting payment,awaiting confirmation,waiting,waiting for payment,waiting payment,unpaid,not paid,on hold,hold,holded,held,onhold,payment review,review,in review,manual review,fraud,suspected fraud,unconfirmed,authorized,authorised,reminded,open payment,requires action,requires payment,requires payment method,blocked,offen zahlung,unbezahlt,nicht bezahlt,zahlung offen,zahlung ausstehend,ausstehend,wartet auf zahlung,wartend,zurueckgestellt,angehalten,in pruefung,gesperrt,en attente,pendiente,in attesa'),
  ('placed', 'placed,new,open,created,received,accepted,confirmed,approved,ordered,processing,in progress,in process,inprogress,processed,paid,partially paid,paid partially,partial,payment received,payment accepted,captured,partially captured,partially refunded,refunded partially,partial refund,partially returned,returned partially,partial return,partially shipped,shipped partially,partially fulfilled,preparing,preparation,picking,packed,packing,awaiting shipment,awaiting fulfillment,awaiting pickup,ready,ready for pickup,ready to ship,unfulfilled,sale,backorder,backordered,on backorder,active,neu,offen,angelegt,eingegangen,angenommen,bestaetigt,bestellt,in bearbeitung,bezahlt,teilweise bezahlt,teilbezahlt,teilweise erstattet,teilerstattet,teilweise zurueckgegeben,kommissioniert,verpackt,versandbereit,versandfertig,abholbereit,teilgeliefert,teilweise geliefert,teilweise versendet,payee,pagado,pagato,betaald'),
  ('fulfilled', 'fulfilled,sent,shipped,dispatched,in transit,out for delivery,delivered,complete,completed,done,finished,closed,archived,invoiced,picked up,collected,success,succeeded,verschickt,versandt,versendet,geliefert,ausgeliefert,zugestellt,abgeholt,abgeschlossen,erledigt,fertig,geschlossen,berechnet,fakturiert,archiviert,livree,enviado,spedito,verzonden'),
  ('cancelled', 'cancelled,canceled,cancel,cancellation,cancelled by customer,void,voided,failed,failure,payment failed,payment error,error,declined,denied,rejected,refused,expired,abandoned,deleted,trash,trashed,removed,invalid,aborted,reversed,terminated,uncollectible,storniert,storno,stornierung,annulliert,abgebrochen,abgelehnt,abgelaufen,geloescht,ungueltig,fehlgeschlagen,zahlung fehlgeschlagen,verworfen,annule,annulee,cancelado,annullato,geannuleerd'),
  ('returned', 'returned,return,refunded,refund,fully refunded,refund completed,credit,credited,credit memo,credit note,chargeback,charged back,charge back,chargedback,dispute,disputed,dispute lost,money back,sent back,returned to sender,retour,retourniert,retoure,zurueckgegeben,zurueckgesendet,zurueckgeschickt,zurueckgesandt,rueckgabe,rueckerstattet,erstattet,erstattung,gutschrift,gutgeschrieben,rueckbuchung,zurueckgebucht,ruecklastschrift,rembourse,reembolsado,rimborsato')
) as known (state, words), regexp_split_to_table(known.words, ',') as word;
-- Magento closes what it has given the money back for
insert into order_status (system, word, state) values ('magento', 'closed', 'returned'), ('magento2', 'closed', 'returned');

-- unknown where nothing is known of the word; such an order counts until somebody says what it means
create function order_state(of_system text, status text) returns text language sql stable as $$
  select coalesce(
    (select s.state from order_status s where s.word = order_word(status) and s.system in ('', lower(of_system))
      order by s.configured desc, s.system desc limit 1),
    case when order_word(status) ~ '^(cancell?ed|storniert|void|voided)( |$)' then 'cancelled' end,
    'unknown');
$$;

-- ISO 4217: digits behind the point
create function minor_units(currency text) returns int language sql immutable parallel safe as $$
  select case
    when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 0
    when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    when currency in ('CLF', 'UYW') then 4
    else 2
  end;
$$;

alter table purchase alter column amount type numeric, alter column margin type numeric;
alter table value_rank alter column at_least type numeric;
alter table purchase add column state text not null default 'placed';
update purchase set state = order_state(system, status) where state <> order_state(system, status);
create index purchase_unknown on purchase (system, status) where state = 'unknown';

-- read without a lock: how many orders have changed, so that ranks are made anew only when some have
create sequence order_changes;

create function keep_order() returns trigger language plpgsql as $$
begin
  new.state := order_state(new.system, new.status);
  new.amount := round(new.amount, minor_units(new.currency));
  new.margin := round(new.margin, minor_units(new.currency));
  perform nextval('order_changes');
  return new;
end $$;
create trigger purchase_kept before insert or update of status, amount, margin, currency on purchase
  for each row execute function keep_order();

-- The one place that decides what a purchase is. Each order that was more than an intention, and its part in what a customer is worth:
-- bought, returned (its money was given back), refund (a negative order), or settled: a refund and an order of the same amount undo
-- each other, returned ones first. Drafts, what is not paid yet and what was cancelled has no part.
create view worth_part as
select survivor, currency, placed_at, amount,
  case
    when amount <> 0 and place <= case when amount < 0 then orders else refunds end then 'settled'
    when amount < 0 then 'refund'
    when state = 'returned' then 'returned'
    else 'bought'
  end as part
from (
  select c.survivor, p.currency, p.placed_at, p.amount, p.state,
    count(*) filter (where p.amount < 0) over alike as refunds,
    count(*) filter (where p.amount > 0) over alike as orders,
    row_number() over (partition by c.survivor, p.currency, abs(p.amount), p.amount < 0
      order by p.state <> 'returned', p.placed_at) as place
  from purchase p join customer c on c.id = p.customer
  where p.state in ('placed', 'fulfilled', 'returned', 'unknown')
  window alike as (partition by c.survivor, p.currency, abs(p.amount))
) standing;

-- what is left of what was bought: a refund is first that of something returned
create function worth_left(bought numeric, returned numeric, refund numeric) returns numeric
language sql immutable parallel safe as $$
  select greatest(0, coalesce(bought, 0) + least(0, coalesce(refund, 0) + coalesce(returned, 0)));
$$;

create or replace function refresh_ranks() returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('value_rank'));
  delete from value_rank;
  insert into value_rank
  select currency, p, percentile_disc(1 - p / 100.0) within group (order by lifetime)
  from (
    select currency, survivor, worth_left(sum(amount) filter (where part = 'bought'),
      sum(amount) filter (where part = 'returned'), sum(amount) filter (where part = 'refund')) as lifetime
    from worth_part group by 1, 2
  ) totals, unnest(array[1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50]) p
  where lifetime > 0
  group by currency, p
  -- fewer than one of them is nobody
  having count(*) * p >= 100;
$$;

-- how an order stands in a journey
create function order_step(status text, state text, amount numeric) returns text language sql immutable parallel safe as $$
  select 'order.' || case
    when amount < 0 or (state = 'returned' and order_word(status) ~ '(refund|erstatt|credit|gutschrift|charge)') then 'refunded'
    when state in ('draft', 'pending', 'cancelled', 'returned') then state
    when state = 'unknown' then status
    when order_word(status) in ('paid', 'sent', 'delivered', 'open') then order_word(status)
    else state
  end;
$$;
