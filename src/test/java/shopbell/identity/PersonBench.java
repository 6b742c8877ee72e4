package shopbell.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import shopbell.model.CustomerKind;

/**
 * How well the product's duplicate finder finds known duplicates: the FEBRL sets, where rec-N-org and rec-N-dup-k are
 * one person. The weights were set on sets 1 and 2; set 4 was unseen.
 */
final class PersonBench {
  private static final double[] THRESHOLDS = {0.5, 0.8, 0.9, 0.95, 0.99};

  private static final double[] SAID = {0, 0.05, 0.5, 0.8, 0.95, 0.99, 1.01};

  private final Path folder;
  private final PrintStream out;

  PersonBench(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  void run() {
    for (boolean number : new boolean[] {false, true}) {
      out.printf("%n# FEBRL, %s the social security number%n", number ? "with" : "without");
      measure("training: set 1", records(number, "dataset1.csv"));
      measure("training: set 2", records(number, "dataset2.csv"));
      measure("set 4", records(number, "dataset4a.csv", "dataset4b.csv"));
    }
    weights(records(true, "dataset1.csv", "dataset2.csv"));
  }

  /** Records by the person they are of. */
  private record People(List<ComparableRecord> records, List<String> persons) {
    boolean same(InMemory.Compared pair) {
      return persons.get(pair.a()).equals(persons.get(pair.b()));
    }

    long truePairs() {
      Map<String, Integer> sizes = new HashMap<>();
      persons.forEach(person -> sizes.merge(person, 1, Integer::sum));
      return sizes.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
    }
  }

  private void measure(String name, People people) {
    long began = System.nanoTime();
    InMemory memory = new InMemory(people.records());
    List<InMemory.Compared> all = memory.atLeast(0);
    double seconds = (System.nanoTime() - began) / 1e9;
    long truth = people.truePairs();
    long reached = all.stream().filter(people::same).count();
    out.printf(
        Locale.ROOT,
        "%s: %d records, %d true pairs, %d compared in %.2f s, blocking reaches %.4f of them%n",
        name,
        people.records().size(),
        truth,
        memory.comparisons(),
        seconds,
        (double) reached / truth);
    for (double threshold : THRESHOLDS) {
      print(threshold, people, all, truth);
    }
    for (int i = 1; i < SAID.length; i++) {
      said(SAID[i - 1], SAID[i], people, all);
    }
  }

  /** How many of the pairs with a score between the two are one person. */
  private void said(double from, double to, People people, List<InMemory.Compared> all) {
    List<Boolean> so = new ArrayList<>();
    double sum = 0;
    for (InMemory.Compared pair : all) {
      double score = pair.likeness().probability(people.records().size());
      if (score >= from && score < to) {
        so.add(people.same(pair));
        sum += score;
      }
    }
    long right = so.stream().filter(one -> one).count();
    out.printf(
        Locale.ROOT,
        "  said %.3f on average (%.2f to %.2f): so in %d of %d, %.3f%n",
        sum / so.size(),
        from,
        to,
        right,
        so.size(),
        (double) right / so.size());
  }

  private void print(double threshold, People people, List<InMemory.Compared> all, long truth) {
    List<InMemory.Compared> found = all.stream()
        .filter(pair -> pair.likeness().probability(people.records().size()) >= threshold)
        .toList();
    long right = found.stream().filter(people::same).count();
    double precision = (double) right / found.size();
    double recall = (double) right / truth;
    out.printf(
        Locale.ROOT,
        "  from %.2f on: precision %.4f recall %.4f F1 %.4f%n",
        threshold,
        precision,
        recall,
        2 * precision * recall / (precision + recall));
  }

  /** How often each level is met in true and other pairs of a block, and the weight that says. */
  private void weights(People people) {
    Map<RecordSimilarity.Level, long[]> counts = new TreeMap<>();
    long[] totals = new long[2];
    new InMemory(people.records()).atLeast(0).forEach(pair -> {
      int which = people.same(pair) ? 0 : 1;
      totals[which]++;
      pair.likeness()
          .levels()
          .forEach(level -> counts.computeIfAbsent(level, l -> new long[2])[which]++);
    });
    out.printf("%n# Levels met on the training sets: in true pairs, in others of a block, bits%n");
    counts.forEach((level, n) -> {
      double m = (n[0] + 0.5) / totals[0];
      double u = (n[1] + 0.5) / totals[1];
      out.printf(
          Locale.ROOT, "  %-18s %.4f %.4f %6.1f%n", level, m, u, Math.log(m / u) / Math.log(2));
    });
  }

  private People records(boolean number, String... files) {
    List<ComparableRecord> records = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String file : files) {
      for (CSVRecord row : rows(folder.resolve(file))) {
        String id = row.get("rec_id");
        if (seen.add(file + id)) {
          records.add(traits(id, row.toMap(), number));
          persons.add((files[0].equals("dataset1.csv") ? file : "")
              + id.replaceFirst("^rec-(\\d+)-.*", "$1"));
        }
      }
    }
    return new People(records, persons);
  }

  /** The record as it would be received: one name, the address as attributes. */
  private static ComparableRecord traits(String id, Map<String, String> row, boolean number) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("birthDate", row.get("date_of_birth"));
    attributes.put("street", row.get("address_1"));
    attributes.put("houseNumber", row.get("street_number"));
    attributes.put("addressLine2", row.get("address_2"));
    attributes.put("postalCode", row.get("postcode"));
    attributes.put("city", row.get("suburb"));
    if (number) {
      attributes.put("nationalId", row.get("soc_sec_id"));
    }
    String name = row.get("given_name") + " " + row.get("surname");
    UUID uuid = UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return ComparableRecord.of(uuid, CustomerKind.PERSON, name, attributes, List.of());
  }

  private static List<CSVRecord> rows(Path file) {
    CSVFormat format = CSVFormat.Builder.create()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreSurroundingSpaces(true)
        .get();
    try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
