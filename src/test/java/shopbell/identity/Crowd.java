package shopbell.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.HandleKind;

/**
 * A generated customer base, reproducible from one seed: names as unevenly spread as in life, families at one address,
 * and one in twenty records is a second one of its person, with typing errors and gaps.
 */
final class Crowd {
  private static final String[] SYLLABLES = {
    "ba", "ber", "bo", "chri", "da", "dor", "el", "fan", "ga", "ger", "hal", "han", "i", "jo", "ka",
        "kla", "le", "lin",
    "ma", "mei", "mil", "na", "nor", "o", "pe", "ra", "ro", "sa", "schu", "sen", "ste", "ta", "tho",
        "ul", "va", "wal"
  };
  private static final int SURNAMES = 20_000;
  private static final int GIVEN = 1_500;
  private static final int STREETS = 3_000;
  private static final int PLACES = 8_000;

  private final SplittableRandom random;
  private final List<ComparableRecord> records = new ArrayList<>();
  private final List<Integer> persons = new ArrayList<>();

  Crowd(long seed, int size) {
    random = new SplittableRandom(seed);
    while (records.size() < size) {
      family();
    }
  }

  List<ComparableRecord> records() {
    return records;
  }

  boolean same(InMemory.Compared pair) {
    return persons.get(pair.a()).equals(persons.get(pair.b()));
  }

  /** Pairs of records of one person; a person has at most two. */
  long truePairs() {
    return persons.size() - persons.stream().distinct().count();
  }

  private void family() {
    String surname = word(uneven(SURNAMES), 3);
    Map<String, String> address = new HashMap<>();
    address.put("street", word(random.nextInt(STREETS), 2) + "str.");
    address.put("houseNumber", Integer.toString(1 + random.nextInt(120)));
    int place = uneven(PLACES);
    address.put("postalCode", String.format(Locale.ROOT, "%05d", 1_000 + place * 11));
    address.put("city", word(place, 3));
    String landline = "+4930" + (10_000_000 + random.nextInt(80_000_000));
    int members = random.nextInt(3) == 0 ? 2 : 1;
    for (int i = 0; i < members; i++) {
      person(surname, address, landline);
    }
  }

  private void person(String surname, Map<String, String> address, String landline) {
    String given = word(uneven(GIVEN), 2);
    Map<String, String> attributes = new HashMap<>(address);
    attributes.put(
        "birthDate",
        String.format(
            Locale.ROOT,
            "%d%02d%02d",
            1940 + random.nextInt(66),
            1 + random.nextInt(12),
            1 + random.nextInt(28)));
    List<Handle> handles = new ArrayList<>();
    handles.add(Handle.of(
        HandleKind.PHONE,
        random.nextInt(3) == 0 ? landline : "+49171" + (1_000_000 + random.nextInt(9_000_000))));
    if (random.nextInt(10) < 6) {
      handles.add(Handle.of(
          HandleKind.EMAIL, given + "." + surname + random.nextInt(1_000) + "@example.org"));
    }
    int number = records.size();
    add(number, given + " " + surname, attributes, handles);
    if (random.nextInt(20) == 0) {
      again(number, given, surname, attributes, handles);
    }
  }

  /** The same person once more, as another shop assistant wrote it down. */
  private void again(
      int number, String given, String surname, Map<String, String> known, List<Handle> handles) {
    Map<String, String> attributes = new HashMap<>(known);
    attributes.keySet().removeIf(name -> random.nextInt(6) == 0);
    String wrong = random.nextInt(3) == 0 ? slip(surname) : surname;
    String name = random.nextInt(10) == 0 ? wrong + " " + given : given + " " + wrong;
    if (random.nextInt(5) == 0) {
      attributes.computeIfPresent("street", (key, street) -> slip(street));
    }
    add(
        number,
        name,
        attributes,
        handles.stream().filter(h -> random.nextBoolean()).toList());
  }

  private void add(int person, String name, Map<String, String> attributes, List<Handle> handles) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    records.add(ComparableRecord.of(id, CustomerKind.PERSON, name, attributes, handles));
    persons.add(person);
  }

  private String slip(String word) {
    int at = random.nextInt(word.length() - 1);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  /** Small numbers far more often: the hundredth part that is most frequent is every tenth person's. */
  private int uneven(int below) {
    double u = random.nextDouble();
    return (int) (below * u * u);
  }

  private static String word(int number, int syllables) {
    StringBuilder word = new StringBuilder();
    int rest = number * 7 + 3;
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[Math.floorMod(rest, SYLLABLES.length)]);
      rest = rest / SYLLABLES.length + number;
    }
    return word.toString();
  }
}
