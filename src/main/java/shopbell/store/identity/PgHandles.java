package shopbell.store.identity;

import static shopbell.store.sql.Columns.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.HandleEvidence;
import shopbell.identity.HandleStore;
import shopbell.identity.MergeJournal;
import shopbell.model.ContractWord;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.customer.CustomerDistinction;
import shopbell.store.records.RecordStatements;
import shopbell.store.sql.Batcher;
import shopbell.store.sql.Columns;
import shopbell.store.sql.Database;
import shopbell.store.sql.Queries;

/**
 * Looks up the customers of handles, in one round trip; an agent's choice becomes a link in the journal that can be
 * undone.
 */
public final class PgHandles implements HandleStore {
  private static final String EVIDENCE = Queries.named("evidence");
  private static final String DESCRIBED = Queries.named("described");
  private static final String DISTINCTIONS =
      "select c.id, d.* from unnest($1::uuid[]) c (id) cross join lateral distinction(c.id) d";
  private static final String BEFORE = """
      select id, what, customer, other, interaction, undone_by from identity_journal
      where interaction = $1 and what = 'link' and undone_by is null and actor <> 'signed-in' order by id
      """;
  private static final String JOURNAL = """
      insert into identity_journal (at, actor, what, customer, interaction, payload)
      values ($1, $2, 'link', $3, $4, $5) returning id
      """;
  private static final String RECOGNITION = """
      insert into recognition (kind, value, customer, at, journal, verified) values ($1, $2, $3, $4, $5, $6)
      """;
  private static final String PROVEN = """
      select (array_agg(h.customer order by h.first_seen, h.customer))[1] as record
      from unnest($1::text[], $2::text[]) as a (kind, value)
      join handle h on h.kind = a.kind and h.value = a.value and not h.block
      join customer c on c.id = h.customer
      having count(distinct c.survivor) = 1
      """;
  private static final String LINKS = """
      select a.kind, a.value, (select max(r.journal) from recognition r
        where r.kind = a.kind and r.value = a.value and r.customer = $3 and r.verified) as journal
      from unnest($1::text[], $2::text[]) as a (kind, value)
      """;
  private static final String SIGNED_IN = "signed-in";

  /** The handles, and the time of the lookup. */
  private record Wanted(List<Handle> handles, Instant now) {}

  private final Database database;
  private final Batcher<Wanted, List<Row>> asked;

  public PgHandles(Database database) {
    this.database = database;
    this.asked = database.askedTogether(EVIDENCE, PgHandles::values);
  }

  @Override
  public Future<List<HandleEvidence>> about(List<Handle> handles, Instant now) {
    return asked
        .join(new Wanted(handles, now))
        .map(rows -> rows.stream().map(PgHandles::evidence).toList());
  }

  @Override
  public Future<List<Described>> described(Description description) {
    return database.query(DESCRIBED, ComparableRows.asked(description)).map(rows -> {
      List<Described> all = new ArrayList<>();
      rows.forEach(row -> all.add(ComparableRows.described(row)));
      return all;
    });
  }

  @Override
  public Future<Map<UUID, CustomerDistinction>> distinctions(Set<UUID> customers) {
    return database
        .query(DISTINCTIONS, Tuple.of(customers.toArray(UUID[]::new)))
        .map(rows -> {
          Map<UUID, CustomerDistinction> all = new HashMap<>();
          rows.forEach(row -> all.put(row.getUUID("id"), DistinctionRows.distinction(row)));
          return all;
        });
  }

  private static Tuple values(List<Wanted> all) {
    List<Integer> places = new ArrayList<>();
    List<Handle> handles = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Handle> his = all.get(i).handles();
      handles.addAll(his);
      places.addAll(Collections.nCopies(his.size(), i + 1));
    }
    return named(handles)
        .addArrayOfInteger(places.toArray(Integer[]::new))
        .addArrayOfOffsetDateTime(utc(all.stream().map(Wanted::now)));
  }

  @Override
  public Future<Set<UUID>> learn(CustomerChoice customerChoice) {
    return database.transaction(connection -> learn(connection, customerChoice));
  }

  /** The same as a part of the transaction of {@code connection}. */
  public static Future<Set<UUID>> learn(SqlConnection connection, CustomerChoice customerChoice) {
    Set<UUID> touched = new HashSet<>();
    return MergeGroups.locked(connection)
        .compose(locked -> takenBack(connection, customerChoice))
        .onSuccess(touched::addAll)
        .compose(before -> link(connection, customerChoice, false))
        .onSuccess(touched::addAll)
        .map(touched);
  }

  /** Undoes an earlier choice in the same interaction: an agent who chooses again corrects it. */
  private static Future<Set<UUID>> takenBack(
      SqlConnection connection, CustomerChoice customerChoice) {
    Set<UUID> touched = new HashSet<>();
    return connection
        .preparedQuery(BEFORE)
        .execute(Tuple.of(customerChoice.interaction().orElse(null)))
        .compose(rows -> {
          Future<Void> done = Future.succeededFuture();
          for (Row row : rows) {
            MergeJournal.MergeAct mergeAct =
                new MergeJournal.MergeAct(customerChoice.agent(), customerChoice.at());
            done = done.compose(x -> PgMerges.undo(connection, row, mergeAct))
                .onSuccess(undone -> touched.addAll(undone.touched()))
                .mapEmpty();
          }
          return done.map(touched);
        });
  }

  private static Future<Set<UUID>> link(
      SqlConnection connection, CustomerChoice customerChoice, boolean verified) {
    JsonArray handles = new JsonArray();
    customerChoice.handles().forEach(handle -> handles.add(json(handle)));
    Tuple entry = Tuple.of(
            utc(customerChoice.at()), customerChoice.agent(), customerChoice.customer())
        .addUUID(customerChoice.interaction().orElse(null))
        .addJsonObject(new JsonObject().put("handles", handles));
    return connection.preparedQuery(JOURNAL).execute(entry).compose(written -> {
      long journal = written.iterator().next().getLong(0);
      List<Link> links = customerChoice.handles().stream()
          .map(handle -> new Link(customerChoice, handle, journal, verified))
          .toList();
      return recognise(connection, links)
          .onSuccess(touched -> touched.add(customerChoice.customer()));
    });
  }

  /** One handle of a choice, and its journal entry. */
  private record Link(CustomerChoice choice, Handle handle, long journal, boolean verified) {
    Tuple row() {
      return Tuple.of(handle.kind().toString(), handle.value(), choice.customer())
          .addOffsetDateTime(utc(choice.at()))
          .addLong(journal)
          .addBoolean(verified);
    }

    MergeGroups.MergeLink of() {
      return new MergeGroups.MergeLink(handle.kind().toString(), handle.value(), choice.customer());
    }
  }

  private static Future<Set<UUID>> recognise(SqlConnection connection, List<Link> links) {
    Future<?> kept = links.isEmpty()
        ? Future.succeededFuture()
        : connection
            .preparedQuery(RECOGNITION)
            .executeBatch(new ArrayList<>(links.stream().map(Link::row).toList()));
    return kept.compose(
        x -> MergeGroups.refresh(connection, links.stream().map(Link::of).toList()));
  }

  @Override
  public Future<Set<UUID>> signedIn(List<Handle> handles, Instant at) {
    List<Handle> proofs = handles.stream().filter(PgHandles::proves).toList();
    List<Handle> browsers =
        handles.stream().filter(h -> browser(h) && !h.shared()).toList();
    if (proofs.isEmpty() || browsers.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    return database.transaction(connection -> MergeGroups.locked(connection)
        .compose(locked -> connection.preparedQuery(PROVEN).execute(named(proofs)))
        .compose(rows -> rows.size() == 0
            ? Future.succeededFuture(Set.of())
            : recognised(connection, rows.iterator().next().getUUID(0), browsers, at)));
  }

  /** A browser that is new to this customer becomes a link that can be undone; for a known one the time is updated. */
  private static Future<Set<UUID>> recognised(
      SqlConnection connection, UUID customer, List<Handle> browsers, Instant at) {
    return connection
        .preparedQuery(LINKS)
        .execute(named(browsers).addUUID(customer))
        .compose(rows -> {
          Map<String, Long> known = new HashMap<>();
          rows.forEach(row -> known.put(
              row.getString("kind") + ":" + row.getString("value"), row.getLong("journal")));
          List<Handle> fresh = browsers.stream()
              .filter(handle -> known.get(RecordStatements.waiting(handle)) == null)
              .toList();
          Set<UUID> touched = new HashSet<>(Set.of(customer));
          var choice = new CustomerChoice(customer, fresh, SIGNED_IN, Optional.empty(), at);
          Future<Void> done = fresh.isEmpty()
              ? Future.succeededFuture()
              : link(connection, choice, true).onSuccess(touched::addAll).mapEmpty();
          for (Handle seen : browsers) {
            if (!fresh.contains(seen)) {
              Link again = new Link(choice, seen, known.get(RecordStatements.waiting(seen)), true);
              done = done.compose(x -> recognise(connection, List.of(again)))
                  .onSuccess(touched::addAll)
                  .mapEmpty();
            }
          }
          return done.map(touched);
        });
  }

  private static boolean browser(Handle handle) {
    return handle.kind() == HandleKind.COOKIE || handle.kind() == HandleKind.DEVICE;
  }

  private static boolean proves(Handle handle) {
    return handle.verified()
        && (handle.kind() == HandleKind.CUSTOMER_NUMBER
            || handle.kind() == HandleKind.EXTERNAL
            || handle.kind() == HandleKind.EMAIL);
  }

  private static Tuple named(List<Handle> handles) {
    return Tuple.tuple()
        .addArrayOfString(handles.stream().map(h -> h.kind().toString()).toArray(String[]::new))
        .addArrayOfString(handles.stream().map(Handle::value).toArray(String[]::new));
  }

  private static JsonObject json(Handle handle) {
    return new JsonObject()
        .put("kind", handle.kind().toString())
        .put("value", handle.value())
        .put("verified", handle.verified())
        .put("shared", handle.shared());
  }

  private static HandleEvidence evidence(Row row) {
    HandleEvidence.Hold hold = new HandleEvidence.Hold(
        ContractWord.of(HandleKind.class, row.getString("by_kind")),
        row.getString("named"),
        row.getBoolean("verified"),
        row.getBoolean("claimed"),
        row.getBoolean("shared"),
        row.getBoolean("by_block"),
        row.getInteger("holders"),
        row.getInteger("chosen"),
        row.getInteger("calls"),
        Columns.instant(row, "last_call_at"),
        row.getOffsetDateTime("first_seen").toInstant());
    HandleEvidence.Ties ties = new HandleEvidence.Ties(
        row.getInteger("contacts"),
        Columns.instant(row, "last_at"),
        row.getOffsetDateTime("active_at").toInstant(),
        row.getInteger("open_tickets"),
        row.getBoolean("parcel_trouble"),
        row.getBoolean("parcel_today"),
        Columns.instant(row, "abandoned_at"));
    return new HandleEvidence(
        row.getUUID("customer"),
        row.getUUID("record"),
        row.getString("name"),
        ContractWord.of(CustomerKind.class, row.getString("customer_kind")),
        hold,
        ties);
  }
}
