package shopbell.ingress;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.config.InvalidConfiguration;

/**
 * How a door can be reached besides a POST of another machine, as configured under {@code ingress.NAME}.
 *
 * @param get the answer to a GET whose parameters are the event; empty when GET is not accepted
 * @param origins of the pages that may send here from a browser, such as {@code https://shop.example}
 * @param path a further address besides {@code /in/NAME}, for a sender with a fixed address
 */
public record DoorAccess(Optional<GetReply> get, Set<String> origins, Optional<String> path) {
  /** By POST from other machines. */
  public static final DoorAccess USUAL =
      new DoorAccess(Optional.empty(), Set.of(), Optional.empty());

  /** The program's own addresses, which a door's path must not be below. */
  private static final Set<String> OWN =
      Set.of("in", "api", "ws", "v1", "beacon", "sourceConfig", "schemas", "webjars");

  public DoorAccess {
    origins = Set.copyOf(origins);
  }

  /** From the keys below {@code ingress.NAME}; InvalidConfiguration names the one that is wrong. */
  public static DoorAccess of(String name, Map<String, String> keys) {
    String where = "ingress." + name;
    return new DoorAccess(
        given(keys, "get").map(word -> GetReply.of(where + ".get", word)),
        given(keys, "origins").stream()
            .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
            .filter(origin -> !origin.isEmpty())
            .map(origin -> origin(where + ".origins", origin))
            .collect(Collectors.toSet()),
        given(keys, "path").map(path -> path(where + ".path", path)));
  }

  /** InvalidConfiguration when two of {@code all}, by name, have one path. */
  public static void distinct(Map<String, DoorAccess> all) {
    Map<String, List<String>> byPath = all.entrySet().stream()
        .filter(entry -> entry.getValue().path().isPresent())
        .collect(Collectors.groupingBy(
            entry -> entry.getValue().path().orElseThrow(),
            Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    byPath.forEach((path, names) -> {
      if (names.size() > 1) {
        throw new InvalidConfiguration(
            "ingress." + names.get(1) + ".path is that of ingress." + names.get(0) + " already");
      }
    });
  }

  /** Whether its key is public in web pages, so that nothing received here is proven. */
  public boolean open() {
    return !origins.isEmpty() || get.filter(answer -> answer == GetReply.PIXEL).isPresent();
  }

  private static String origin(String key, String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
        return text;
      }
    } catch (IllegalArgumentException noOrigin) {
      // reported below
    }
    throw new InvalidConfiguration(key
        + " are origins such as https://shop.example, each with scheme and host, without a path");
  }

  private static String path(String key, String path) {
    if (!path.matches("(/[A-Za-z0-9._~-]+){1,8}") || path.matches(".*/[.]{1,2}(/.*)?")) {
      throw new InvalidConfiguration(
          key + " is a path such as /hooks/pbx: letters, digits and - . _ ~");
    }
    String first = path.split("/", 3)[1];
    boolean taken =
        OWN.contains(first) || DoorAccess.class.getResource("/webroot/" + first) != null;
    if (taken) {
      throw new InvalidConfiguration(
          key + " begins with /" + first + ", which is an address of our own");
    }
    return path;
  }

  private static Optional<String> given(Map<String, String> keys, String key) {
    return Stream.ofNullable(keys.get(key))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
