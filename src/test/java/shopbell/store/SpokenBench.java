package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shopbell.Waiting;
import shopbell.i18n.Words;
import shopbell.identity.CallerDetails;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.MatchThresholds;
import shopbell.identity.PhoneNumbers;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.store.customer.PgCustomers;
import shopbell.store.identity.PgHandles;
import shopbell.store.sql.Database;

/**
 * Which customer is found first by the details that real callers stated: {@code -Ddata=FOLDER} has the files
 * {@code records.LL.csv} and {@code dialogues.LL.tsv} of PolyAI-LDN/evi-paper (CC BY 4.0) for each language to be
 * measured.
 */
@Tag("spoken")
class SpokenBench {
  private static final PrintStream OUT = System.out;
  private static final List<String> LANGUAGES = List.of("en", "pl", "fr");
  private static final String TRIGRAMS = """
      select id from customer order by similarity(
        name || ' ' || (attributes ->> 'postcode') || ' ' || (attributes ->> 'birthDate'), $1) desc, id limit 1
      """;
  private static final String PEOPLE = """
      insert into customer (id, survivor, system, external_id, kind, name, attributes, updated_at, examined)
      select id, id, 'evi', id::text, 'person', name, jsonb_build_object('postcode', postcode, 'birthDate', birth), now(), true
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as p (id, name, postcode, birth)
      """;

  private record Call(UUID who, List<Map<String, List<String>>> attempts) {
    /** The hearings of the first {@code most} attempts. */
    Map<String, String> said(int most) {
      Map<String, String> said = new LinkedHashMap<>();
      attempts.stream()
          .limit(most)
          .forEach(attempt -> attempt.forEach((item, hearings) ->
              said.merge(item, String.join("|", hearings), (one, more) -> one + "|" + more)));
      return said;
    }

    String first() {
      return attempts.get(0).values().stream()
          .flatMap(hearings -> hearings.stream().limit(1))
          .reduce("", (one, more) -> one + " " + more);
    }
  }

  @Test
  void theRightPersonIsFirst() throws Exception {
    Path folder = Path.of(System.getProperty("data", ""));
    List<String> there = LANGUAGES.stream()
        .filter(language -> Files.exists(folder.resolve("dialogues." + language + ".tsv")))
        .toList();
    assertTrue(!there.isEmpty(), "-Ddata names the folder of records.en.csv, dialogues.en.tsv …");
    for (String language : there) {
      measure(folder, language);
    }
  }

  private static void measure(Path folder, String language) throws IOException {
    Vertx vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    Map<String, UUID> people = people(database, folder.resolve("records." + language + ".csv"));
    List<Call> calls = calls(folder.resolve("dialogues." + language + ".tsv"), people);
    PgHandles identities = new PgHandles(database);
    OUT.printf("%s: %d people, %d callers%n", language, people.size(), calls.size());
    CustomerMatcher customerMatcher = identifier(identities);
    for (int most : new int[] {1, 3}) {
      print("said " + most + "×", calls, call -> shown(customerMatcher, call.said(most)));
    }
    PgCustomers customers = new PgCustomers(database);
    print("an agent types the first hearing", calls, call -> {
      String typed = CallerDetails.of(call.said(1)).words().text();
      return Waiting.on(customers.search(typed, Optional.empty())).items().stream()
          .map(searchHit -> searchHit.id())
          .findFirst();
    });
    print(
        "trigrams of the first hearing",
        calls,
        call -> Optional.of(Waiting.on(database.query(TRIGRAMS, Tuple.of(call.first())))
            .iterator()
            .next()
            .getUUID(0)));
    Waiting.on(database.close());
    Waiting.on(vertx.close());
  }

  private static CustomerMatcher identifier(PgHandles identities) {
    Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
    return new CustomerMatcher(identities, new PhoneNumbers("GB"), words, MatchThresholds.DEFAULT);
  }

  private interface Ranking {
    Optional<UUID> first(Call call);
  }

  private static void print(String way, List<Call> calls, Ranking ranking) {
    long began = System.nanoTime();
    long right = calls.stream()
        .filter(call -> ranking.first(call).equals(Optional.of(call.who())))
        .count();
    OUT.printf(
        Locale.ROOT,
        "  %s: the right person first in %d, %.2f %%, %.1f ms each%n",
        way,
        right,
        100.0 * right / calls.size(),
        (System.nanoTime() - began) / 1e6 / calls.size());
  }

  /** As a card shows it: the one, or the first of the candidates. */
  private static Optional<UUID> shown(CustomerMatcher customerMatcher, Map<String, String> said) {
    CustomerMatch customerMatch =
        Waiting.on(customerMatcher.identify(call(said), Instant.EPOCH)).match();
    return customerMatch
        .customer()
        .or(() -> customerMatch.candidates().stream()
            .map(CustomerMatch.MatchCandidate::customer)
            .findFirst());
  }

  private static Interaction withheld() {
    return new Interaction(
        new UUID(0, 1),
        Channel.CALL,
        Direction.IN,
        InteractionState.RINGING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "ivr",
        "1",
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
  }

  private static TrackedInteraction call(Map<String, String> said) {
    return new TrackedInteraction(
        withheld(),
        List.of(),
        said,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        1,
        Optional.empty());
  }

  private static Map<String, UUID> people(Database database, Path file) throws IOException {
    Map<String, UUID> ids = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    List<String> postcodes = new ArrayList<>();
    List<String> births = new ArrayList<>();
    for (CSVRecord row : rows(file, CSVFormat.DEFAULT)) {
      ids.put(row.get("scenario_id"), new UUID(1, ids.size()));
      names.add(row.get("name"));
      postcodes.add(row.get("postcode"));
      births.add(row.get("dob"));
    }
    Waiting.on(database.query(
        PEOPLE,
        Tuple.tuple()
            .addArrayOfUUID(ids.values().toArray(UUID[]::new))
            .addArrayOfString(names.toArray(String[]::new))
            .addArrayOfString(postcodes.toArray(String[]::new))
            .addArrayOfString(births.toArray(String[]::new))));
    Waiting.on(database.query("analyze customer", Tuple.tuple()));
    return ids;
  }

  /** One for each dialogue whose person is in the database. */
  private static List<Call> calls(Path file, Map<String, UUID> people) throws IOException {
    Map<String, Call> calls = new LinkedHashMap<>();
    for (CSVRecord row : rows(file, CSVFormat.TDF.builder().setQuote('"').get())) {
      UUID who = people.get(row.get("scenario_id"));
      if (who != null) {
        Call call =
            calls.computeIfAbsent(row.get("dialogue_id"), id -> new Call(who, new ArrayList<>()));
        int attempt = Integer.parseInt(row.get("attempt_num"));
        while (call.attempts().size() <= attempt) {
          call.attempts().add(new LinkedHashMap<>());
        }
        List<String> hearings =
            new JsonArray(row.get("nbest")).stream().map(Object::toString).toList();
        String item = row.get("item").equals("dob") ? "birthDate" : row.get("item");
        call.attempts().get(attempt).put(item, hearings);
      }
    }
    return List.copyOf(calls.values());
  }

  private static List<CSVRecord> rows(Path file, CSVFormat format) throws IOException {
    CSVFormat headed = format.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), headed)) {
      return parser.getRecords();
    }
  }
}
