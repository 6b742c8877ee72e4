package shopbell.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which records are worth comparing: those that share a key. Two records of one person share at least one, with any one
 * or two fields missing or wrong; a key that more than {@link #MOST} records share says nothing and is passed over.
 */
public final class Blocks {
  /** A larger block is a switchboard or an everyday name. */
  public static final int MOST = 50;

  private static final int HOUSE_LETTERS = 5;

  private Blocks() {}

  /** The keys of one record, each 64 bits of a hash, without doubles. */
  public static LongStream keys(Traits traits) {
    List<String> keys = new ArrayList<>();
    traits.phones().forEach(phone -> keys.add("p" + phone));
    traits.emails().forEach(email -> keys.add("e" + email));
    if (!traits.number().isEmpty()) {
      keys.add("i" + traits.number());
    }
    names(traits, keys);
    places(traits, keys);
    return keys.stream().mapToLong(Blocks::hash).distinct();
  }

  private static void names(Traits traits, List<String> keys) {
    List<String> sounds =
        traits.name().stream().map(Blocks::sound).distinct().sorted().toList();
    for (int i = 0; i < sounds.size(); i++) {
      if (!traits.birth().isEmpty()) {
        keys.add("b" + traits.birth() + sounds.get(i));
      }
      if (!traits.postcode().isEmpty()) {
        keys.add("z" + traits.postcode() + sounds.get(i));
      }
      if (!traits.city().isEmpty()) {
        keys.add("c" + sound(traits.city()) + "|" + sounds.get(i));
      }
      for (int j = i + 1; j < sounds.size(); j++) {
        keys.add("n" + sounds.get(i) + "|" + sounds.get(j));
      }
    }
  }

  private static void places(Traits traits, List<String> keys) {
    for (String street : traits.streets()) {
      String begin = street.substring(0, Math.min(street.length(), HOUSE_LETTERS));
      if (!traits.house().isEmpty()) {
        keys.add("h" + begin + "|" + traits.house());
      }
      if (!traits.postcode().isEmpty()) {
        keys.add("s" + sound(street) + traits.postcode());
      }
      if (!traits.birth().isEmpty()) {
        keys.add("t" + begin + traits.birth());
      }
    }
    if (!traits.birth().isEmpty() && !traits.postcode().isEmpty()) {
      keys.add("d" + traits.birth() + traits.postcode());
    }
  }

  /** The first letter and the next three sounds: what is left when a name is heard, not read. */
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

  /** FNV-1a with a last stir, so that few bits that differ make many. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash * 0x9e3779b97f4a7c15L;
  }
}
