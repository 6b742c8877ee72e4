package shopbell.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Keys by which records are selected for comparison: only records that share a key are compared. Two records of one
 * person share at least one, with any one or two fields missing or wrong; a key shared by more than {@link #MOST}
 * records is skipped as uninformative.
 */
public final class BlockingKeys {
  /** A larger block is a switchboard or an everyday name. */
  public static final int MOST = 50;

  private static final int HOUSE_LETTERS = 5;

  private BlockingKeys() {}

  /** The keys of one record, each 64 bits of a hash, without doubles. */
  public static LongStream keys(ComparableRecord comparableRecord) {
    List<String> keys = new ArrayList<>();
    comparableRecord.phones().forEach(phone -> keys.add("p" + phone));
    comparableRecord.emails().forEach(email -> keys.add("e" + email));
    if (!comparableRecord.number().isEmpty()) {
      keys.add("i" + comparableRecord.number());
    }
    names(comparableRecord, keys);
    places(comparableRecord, keys);
    return keys.stream().mapToLong(BlockingKeys::hash).distinct();
  }

  private static void names(ComparableRecord comparableRecord, List<String> keys) {
    List<String> sounds = comparableRecord.name().stream()
        .map(BlockingKeys::sound)
        .distinct()
        .sorted()
        .toList();
    for (int i = 0; i < sounds.size(); i++) {
      if (!comparableRecord.birth().isEmpty()) {
        keys.add("b" + comparableRecord.birth() + sounds.get(i));
      }
      if (!comparableRecord.postcode().isEmpty()) {
        keys.add("z" + comparableRecord.postcode() + sounds.get(i));
      }
      if (!comparableRecord.city().isEmpty()) {
        keys.add("c" + sound(comparableRecord.city()) + "|" + sounds.get(i));
      }
      for (int j = i + 1; j < sounds.size(); j++) {
        keys.add("n" + sounds.get(i) + "|" + sounds.get(j));
      }
    }
  }

  private static void places(ComparableRecord comparableRecord, List<String> keys) {
    for (String street : comparableRecord.streets()) {
      String begin = street.substring(0, Math.min(street.length(), HOUSE_LETTERS));
      if (!comparableRecord.house().isEmpty()) {
        keys.add("h" + begin + "|" + comparableRecord.house());
      }
      if (!comparableRecord.postcode().isEmpty()) {
        keys.add("s" + sound(street) + comparableRecord.postcode());
      }
      if (!comparableRecord.birth().isEmpty()) {
        keys.add("t" + begin + comparableRecord.birth());
      }
    }
    if (!comparableRecord.birth().isEmpty() && !comparableRecord.postcode().isEmpty()) {
      keys.add("d" + comparableRecord.birth() + comparableRecord.postcode());
    }
  }

  /** The first letter and the next three sounds: the part of a name that survives being heard instead of read. */
  static String sound(String word) {
    StringBuilder sound = new StringBuilder();
    char last = ' ';
    for (int i = 0; i < word.length() && sound.length() < 4; i++) {
      char as = as(word.charAt(i));
      if (i == 0 || (as != '.' && as != last)) {
        sound.append(as == '.' ? word.charAt(i) : as);
      }
      last = as;
    }
    return sound.toString();
  }

  private static char as(char letter) {
    return switch (letter) {
      case 'b', 'p' -> 'b';
      case 'f', 'v', 'w' -> 'f';
      case 'c', 'g', 'k', 'q', 'x' -> 'k';
      case 's', 'z' -> 's';
      case 'd', 't' -> 't';
      case 'm', 'n' -> 'n';
      case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'j', ' ' -> '.';
      default -> letter;
    };
  }

  /** FNV-1a with a final mixing step, so that similar inputs give dissimilar hashes. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash * 0x9e3779b97f4a7c15L;
  }
}
