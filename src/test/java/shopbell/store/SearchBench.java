package shopbell.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import shopbell.Waiting;
import shopbell.customer.CustomerStore;
import shopbell.store.customer.PgCustomers;
import shopbell.store.sql.Database;
import shopbell.store.sql.JdbcConnections;

/** {@code -Drows=N} customers, one in 20 with the same name; how long a search takes, and whether it succeeds. */
@Tag("search")
class SearchBench {
  private static final PrintStream OUT = System.out;
  private static final int ASKED = 200;
  private static final String COPY =
      "copy customer (id, survivor, system, external_id, kind, name, attributes, updated_at, examined) from stdin";

  private static final List<String> HANDLES = List.of(
      "drop index handle_value",
      """
      insert into handle (kind, value, customer, source, first_seen, last_seen)
      select kind, case kind when 'phone' then '+49' || (1500000000 + n) else fold(replace(name, ' ', '.')) || n || '@shop.example' end,
        id, 'crm', now(), now()
      from (select id, name, row_number() over () as n from customer) c, unnest(array['phone', 'email']) kind
      """,
      "create index handle_value on handle using gin (value gin_trgm_ops)",
      "analyze handle");

  @TempDir
  Path folder;

  private final SplittableRandom random = new SplittableRandom(11);
  private final List<String> syllables = List.of(
      "ba", "ner", "mann", "hof", "ler", "stein", "kov", "ski", "tor", "wig", "ing", "ger", "ro",
      "li", "sen", "dorf");

  private record Person(
      UUID id, String first, String last, String town, String postcode, String birth) {
    String line() {
      return "%1$s\t%1$s\tcrm\t%1$s\tperson\t%2$s %3$s\t{\"city\":\"%4$s\",\"postalCode\":\"%5$s\",\"birthDate\":\"%6$s\"}\t2026-01-01Z\tt%n"
          .formatted(id, first, last, town, postcode, birth);
    }
  }

  @Test
  void aMillionCustomersOfWhomManyAreCalledTheSame() throws Exception {
    int rows = Integer.getInteger("rows", 1_000_000);
    Vertx vertx = Vertx.vertx();
    Database database = TestDatabase.open(vertx);
    List<Person> asked = new ArrayList<>();
    long begun = System.nanoTime();
    copied(database, rows, asked);
    OUT.printf(
        Locale.ROOT, "%,d customers copied in %.0f s%n", rows, (System.nanoTime() - begun) / 1e9);
    PgCustomers customers = new PgCustomers(database);
    for (Asked kind : Asked.values()) {
      measure(kind, customers, asked);
    }
    Waiting.on(database.close());
    Waiting.on(vertx.close());
  }

  private enum Asked {
    NAME,
    NAME_TOWN,
    NAME_POSTCODE,
    NAME_BIRTH,
    MISTYPED_NAME_POSTCODE,
    FAMILY_NAME,
    ALL_WITH_NONSENSE;

    String of(Person one) {
      String name = one.first() + " " + one.last();
      return switch (this) {
        case NAME -> name;
        case NAME_TOWN -> name + " " + one.town();
        case NAME_POSTCODE -> one.postcode() + " " + name;
        case NAME_BIRTH -> name + " " + one.birth();
        case MISTYPED_NAME_POSTCODE ->
          one.last().substring(0, 3) + one.last().substring(4) + " " + one.first() + " "
              + one.postcode();
        case FAMILY_NAME -> one.last();
        case ALL_WITH_NONSENSE ->
          "hello " + one.town() + " " + name + " " + one.postcode() + " again";
      };
    }
  }

  private static void measure(Asked kind, PgCustomers customers, List<Person> asked) {
    double[] millis = new double[asked.size()];
    int first = 0;
    for (int i = 0; i < asked.size(); i++) {
      Person one = asked.get(i);
      long began = System.nanoTime();
      CustomerStore.Hits hits = Waiting.on(customers.search(kind.of(one), Optional.empty()));
      millis[i] = (System.nanoTime() - began) / 1e6;
      first += hits.items().get(0).id().equals(one.id()) ? 1 : 0;
      assertTrue(!hits.items().isEmpty());
    }
    Arrays.sort(millis);
    OUT.printf(
        Locale.ROOT,
        "%s: %d searches, half within %.0f ms, 95 of 100 within %.0f ms, slowest %.0f ms; the one meant was first in %d%n",
        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        millis.length,
        millis[millis.length / 2],
        millis[millis.length * 95 / 100],
        millis[millis.length - 1],
        first);
  }

  private void copied(Database database, int rows, List<Person> asked) throws Exception {
    Path file = folder.resolve("customers.tsv");
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < rows; i++) {
        Person one = person(i);
        writer.write(one.line());
        if (i % Math.max(1, rows / ASKED) == 0) {
          asked.add(one);
        }
      }
    }
    try (Connection connection = JdbcConnections.open(database.url());
        var reader = Files.newBufferedReader(file)) {
      connection.createStatement().execute("drop index customer_keys");
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, reader);
      connection.createStatement().execute("set maintenance_work_mem = '512MB'");
      connection
          .createStatement()
          .execute(
              "create index customer_keys on customer using gin (customer_keys(name, attributes))");
      connection.createStatement().execute("analyze customer");
      for (String handles : HANDLES) {
        connection.createStatement().execute(handles);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One in 20 is Anna Müller; the last is searched for too. */
  private Person person(int i) {
    boolean same = i % 20 == 0;
    int place = (int) (Math.pow(random.nextDouble(), 2) * 2_000);
    return new Person(
        new UUID(random.nextLong(), random.nextLong()),
        same ? "Anna" : word(1 + random.nextInt(2)),
        same ? "Müller" : word(2 + random.nextInt(2)),
        "Town" + word(place, 2),
        String.format(Locale.ROOT, "%05d", 10_000 + place * 40 + random.nextInt(8)),
        "%d-%02d-%02d"
            .formatted(1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)));
  }

  private String word(int parts) {
    return word((int) (Math.pow(random.nextDouble(), 3) * 60_000), parts);
  }

  private String word(int number, int parts) {
    StringBuilder word = new StringBuilder(String.valueOf((char) (65 + number % 26)));
    int left = number;
    for (int i = 0; i <= parts; i++) {
      word.append(syllables.get(left % syllables.size()));
      left /= syllables.size();
    }
    return word.toString();
  }
}
