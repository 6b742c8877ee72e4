package shopbell.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All valid keys with their defaults; any other key is an error and gets a suggestion. */
final class ConfigurationKeys {
  /** Sections in which the operator chooses a name that precedes the keys: {@code ingress.pbx.kind}. */
  private static final Map<String, List<String>> NAMED = Map.of(
      "ingress",
      List.of(
          "kind",
          "key",
          "authToken",
          "url",
          "queue",
          "map",
          "outsideLine",
          "get",
          "origins",
          "path"),
      "sources",
      List.of(
          "kind",
          "connector",
          "url",
          "token",
          "user",
          "password",
          "tokenUrl",
          "plainHttp",
          "budget",
          "timeout",
          "connections",
          "perSecond",
          "freshFor",
          "pauseAfter",
          "pauseFor",
          "set.*"),
      "deliveries",
      List.of(
          "kind",
          "url",
          "secret",
          "events",
          "system",
          "token",
          "user",
          "password",
          "tokenUrl",
          "plainHttp",
          "timeout"),
      "queues",
      List.of("dispositions", "dispositionRequired", "reasons"));

  /** Placeholders that programs send where they have no id; see docs/identity.md. */
  private static final String IGNORED_IDS =
      "undefined,null,nil,none,nan,(null),<null>,[object object],anonymous,anon,guest,visitor,unknown,unidentified,"
          + "n/a,not set,(not set),(none),empty,true,false,id,userid,user_id,distinctid,distinct_id,not_authenticated,"
          + "email,infinity,-infinity,-1";

  static final Map<String, String> DEFAULTS = Map.ofEntries(
      Map.entry("http.host", "127.0.0.1"),
      Map.entry("http.port", "8080"),
      Map.entry("http.publicUrl", ""),
      Map.entry("http.allowedHosts", ""),
      Map.entry("http.frameAncestors", "'none'"),
      Map.entry("http.trustedProxies", ""),
      Map.entry("management.host", "127.0.0.1"),
      Map.entry("management.port", "8081"),
      Map.entry("database.url", "embedded:./data"),
      Map.entry("locale", "de"),
      Map.entry("defaultCountry", "DE"),
      Map.entry("currency", "EUR"),
      Map.entry("identity.known", "0.98"),
      Map.entry("identity.likely", "0.65"),
      Map.entry("identity.duplicate", "0.9"),
      Map.entry("identity.mergeRole", "supervisor"),
      Map.entry("identity.ignoredIds", IGNORED_IDS),
      Map.entry("connectors.folder", "connectors"),
      Map.entry("journey.catalogue", ""),
      Map.entry("journey.userIds", ""),
      Map.entry("journey.identityVerification", ""),
      Map.entry("ingress.keepPayloadsMinutes", "60"),
      Map.entry("reasons.retrainMinutes", "15"),
      Map.entry("reasons.blindShare", "0.08"),
      Map.entry("decisions.holdOut", "0.05"),
      Map.entry("decisions.keepMonths", "13"),
      Map.entry("forecasts.value", "true"),
      Map.entry("session.idleMinutes", "30"),
      Map.entry("session.secondFactor", ""),
      Map.entry("tracing.endpoint", ""),
      Map.entry("tracing.ratio", "1"),
      Map.entry("cluster.enabled", "false"),
      Map.entry("cluster.members", ""),
      Map.entry("cluster.host", "127.0.0.1"),
      Map.entry("cluster.port", "5701"),
      Map.entry("cluster.publicPort", ""),
      Map.entry("cluster.secret", ""),
      Map.entry("cluster.certificateFile", ""),
      Map.entry("cluster.keyFile", ""),
      Map.entry("cluster.authorityFile", ""),
      Map.entry("cluster.privateNetwork", "false"));

  private static final Pattern OWN = Pattern.compile("SOURCES_([A-Z0-9_]+?)_SET_([A-Z][A-Z0-9_]*)");
  private static final Pattern SECOND_WORD = Pattern.compile("_([a-z0-9])");

  private ConfigurationKeys() {}

  /** Throws InvalidConfiguration unless {@code key} is valid. */
  static void check(String key) {
    if (DEFAULTS.containsKey(key) || key.matches("orders[.]statuses[.][^.]+[.].+")) {
      return;
    }
    String[] parts = key.split("\\.", 3);
    List<String> own = parts.length == 3 ? NAMED.get(parts[0]) : null;
    if (own != null && (own.contains(parts[2]) || own.contains(starred(parts[2])))) {
      return;
    }
    String where = own == null ? "" : parts[0] + "." + parts[1] + ".";
    Stream<String> known = own == null
        ? Stream.concat(DEFAULTS.keySet().stream(), NAMED.keySet().stream())
        : own.stream().map(k -> where + k);
    throw new InvalidConfiguration("unknown key " + key
        + DidYouMean.nearest(key, known.toList())
            .map(k -> "; did you mean " + k + "?")
            .orElse(""));
  }

  /** The key for an environment variable's name (without prefix and _FILE); {@code written} are those in the file. */
  static Optional<String> ofVariable(String variable, Set<String> written) {
    Optional<String> there =
        written.stream().filter(key -> snake(key).equals(variable)).findFirst();
    return there.or(() -> known(variable, written)).or(() -> own(variable));
  }

  private static Optional<String> known(String variable, Set<String> written) {
    Set<String> names = written.stream()
        .map(key -> key.split("\\.", 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> parts[1])
        .collect(Collectors.toSet());
    Map<String, String> byVariable = new TreeMap<>();
    DEFAULTS.keySet().forEach(key -> byVariable.put(snake(key), key));
    NAMED.forEach((section, keys) -> keys.stream()
        .filter(key -> !key.contains("*"))
        .forEach(key -> {
          byVariable.put(snake(section) + "_*_" + snake(key), section + ".*." + key);
          names.forEach(name -> byVariable.put(
              snake(section + "." + name + "." + key), section + "." + name + "." + key));
        }));
    if (byVariable.containsKey(variable)) {
      return Optional.of(byVariable.get(variable));
    }
    return byVariable.entrySet().stream()
        .filter(e -> e.getKey().contains("*"))
        .filter(e -> variable.matches(e.getKey().replace("*", "[A-Z0-9_]+")))
        .map(e -> e.getValue().replace("*", starred(variable, e.getKey())))
        .findFirst();
  }

  /** A connector's own value that is missing in the file: {@code SET_API_KEY} is {@code set.apiKey}. */
  private static Optional<String> own(String variable) {
    return Optional.of(OWN.matcher(variable))
        .filter(found -> found.matches() && !variable.endsWith("_FILE"))
        .map(found ->
            "sources." + found.group(1).toLowerCase(Locale.ROOT).replace('_', '-') + ".set."
                + SECOND_WORD
                    .matcher(found.group(2).toLowerCase(Locale.ROOT))
                    .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)));
  }

  /** Replaces the name of a connector's own value, which may be any. */
  private static String starred(String key) {
    return key.replaceFirst("^set[.][A-Za-z][A-Za-z0-9]*$", "set.*");
  }

  private static String starred(String variable, String pattern) {
    int before = pattern.indexOf('*');
    int after = pattern.length() - before - 1;
    return variable
        .substring(before, variable.length() - after)
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }

  static String snake(String key) {
    return key.replaceAll("([a-z])([A-Z])", "$1_$2")
        .replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT);
  }
}
