package shopbell.store;

import static shopbell.store.StoredRecords.NOW;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.Waiting;
import shopbell.identity.HandleStore.CustomerChoice;
import shopbell.identity.MergeJournal.MergeAct;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Priority;
import shopbell.model.Rejected;
import shopbell.model.TicketStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionStep;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionLifecycle;
import shopbell.store.identity.PgHandles;
import shopbell.store.identity.PgMerges;
import shopbell.store.interaction.PgEventStore;
import shopbell.store.sql.Database;

/** A small shop inside a database, to which a story is applied; several exist side by side under different numbers. */
final class StoryShop {
  /** One event; the numbers are its customer and its object. */
  record Said(What what, int one, int other, int minute) {
    enum What {
      CUSTOMER(false),
      VISIT(false),
      TICKET(false),
      ORDER(false),
      CALL(false),
      MERGE(true),
      CHOICE(true),
      SIGNED_IN(true),
      UNDO(true);

      private final boolean statement;

      What(boolean statement) {
        this.statement = statement;
      }

      /** Whether it is an identity statement, and not an event. */
      boolean statement() {
        return statement;
      }
    }
  }

  private static final String DUMP = """
      select 'customer ' || c.external_id || ' is ' || s.external_id
        from customer c join customer s on s.id = c.survivor where c.system = $1
      union all select concat_ws(' ', 'handle', h.kind, h.value, c.external_id, h.source, h.verified, h.shared, h.chosen,
        h.told, h.first_seen, h.last_seen) from handle h join customer c on c.id = h.customer where c.system = $1
      union all select concat_ws(' ', 'ticket', t.external_id, t.waits_for, 'of', c.external_id)
        from ticket t left join customer c on c.id = t.customer where t.system = $1
      union all select concat_ws(' ', 'order', p.external_id, p.waits_for, 'of', c.external_id)
        from purchase p left join customer c on c.id = p.customer where p.system = $1
      union all select concat_ws(' ', 'visit', t.name, t.waits_for, 'of', c.external_id)
        from touchpoint t left join customer c on c.id = t.customer where t.source = $1
      union all select concat_ws(' ', 'call', i.id, 'of', c.external_id)
        from interaction i left join customer c on c.id = i.customer where i.course -> 'interaction' ->> 'door' = $1
      union all select concat_ws(' ', 'recognised', r.kind, r.value, c.external_id, r.at, r.journal is not null)
        from recognition r join customer c on c.id = r.customer where c.system = $1
      order by 1
      """;

  private final Database database;
  private final PgEventStore ledger;
  private final PgMerges merges;
  private final PgHandles identities;
  private final String name;
  private int count;

  StoryShop(Database database, int number) {
    this.database = database;
    this.ledger = new PgEventStore(database);
    this.merges = new PgMerges(database);
    this.identities = new PgHandles(database);
    this.name = "shop-" + number;
  }

  void hear(Said said) {
    Instant at = NOW.minus(Duration.ofMinutes(3_000L - said.minute()));
    try {
      switch (said.what()) {
        case CUSTOMER -> keep(customer(said, at));
        case VISIT -> keep(StoredRecords.touchpoint(said.toString(), by(cookie(said.other())), at));
        case TICKET ->
          keep(StoredRecords.ticket(
              "" + said.minute(), by(phone(said.other())), TicketStatus.OPEN, Priority.LOW));
        case ORDER -> keep(StoredRecords.order(said.toString(), to(said.one()), "1.00"));
        case CALL -> call(said);
        case MERGE -> Waiting.on(merges.merge(id(said.one()), id(said.other()), act(at)));
        case CHOICE -> choose(said, at);
        case SIGNED_IN ->
          Waiting.on(identities.signedIn(List.of(cookie(said.other()), proof(said.one())), at));
        case UNDO -> undo(inForce().get(said.minute()));
      }
    } catch (Rejected | IndexOutOfBoundsException senseless) {
      // no such customer yet, merged already, or nothing to undo: as in life, it is refused
    }
  }

  /** What can be taken back, oldest first. */
  List<Long> inForce() {
    List<Long> entries = new ArrayList<>();
    Waiting.on(database.query("""
            select j.id from identity_journal j join customer c on c.id = j.customer
            where c.system = $1 and j.what in ('link', 'merge') and j.undone_by is null order by 1
            """, Tuple.of(name))).forEach(row -> entries.add(row.getLong(0)));
    return entries;
  }

  void undo(long entry) {
    Waiting.on(merges.entry(entry))
        .interaction()
        .ifPresent(call -> Waiting.on(ledger.change(call, InteractionLifecycle::unchosen, NOW)));
    Waiting.on(merges.undo(entry, act(NOW)));
  }

  /** Everything that a statement could have changed, as lines of text. */
  List<String> dump() {
    List<String> lines = new ArrayList<>();
    Waiting.on(database.query(DUMP.replace("$1", "'" + name + "'"), Tuple.tuple()))
        .forEach(row -> lines.add(row.getString(0)));
    return lines;
  }

  private void keep(Inbound event) {
    count++;
    Waiting.on(ledger.keep(name, event, NOW));
  }

  private void call(Said said) {
    String call = "call" + said.other();
    keep(StoredRecords.step(call, InteractionStep.RINGING, Duration.ofSeconds(count), "anna"));
    Waiting.on(ledger.belongs(Interaction.id(name, call), id(said.one()), NOW));
  }

  private void choose(Said said, Instant at) {
    UUID call = Interaction.id(name, "call" + said.other());
    Waiting.on(merges.identity(id(said.one())));
    Waiting.on(
        ledger.change(call, tracked -> InteractionLifecycle.chosen(tracked, id(said.one())), NOW));
    List<Handle> handles = List.of(phone(said.other()), cookie(said.minute() % 4));
    Waiting.on(identities.learn(
        new CustomerChoice(id(said.one()), handles, "anna", Optional.of(call), at)));
  }

  private CustomerRecord customer(Said said, Instant at) {
    return new CustomerRecord(
        said.toString() + count,
        at,
        new ExternalId(name, "c" + said.one()),
        CustomerKind.PERSON,
        "Customer " + said.one(),
        List.of(phone(said.other()), cookie(said.minute() % 4), proof(said.one())),
        List.of(),
        CustomerDetails.NONE,
        Map.of(),
        Map.of());
  }

  private UUID id(int number) {
    return new ExternalId(name, "c" + number).uuid();
  }

  private CustomerRef to(int number) {
    return new CustomerRef(Optional.of(new ExternalId(name, "c" + number)), Optional.empty());
  }

  private static CustomerRef by(Handle handle) {
    return new CustomerRef(Optional.empty(), Optional.of(handle));
  }

  private Handle phone(int number) {
    return Handle.of(HandleKind.PHONE, name + "-" + number);
  }

  private Handle cookie(int number) {
    return Handle.of(HandleKind.COOKIE, name + "-" + number);
  }

  private Handle proof(int number) {
    return new Handle(HandleKind.CUSTOMER_NUMBER, name + "-" + number, true, false);
  }

  private static MergeAct act(Instant at) {
    return new MergeAct("anna", at);
  }
}
