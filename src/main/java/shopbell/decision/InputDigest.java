package shopbell.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Veto;

/** The hash of all inputs of a decision, equal on every machine: maps and sets are ordered by their keys. */
final class InputDigest {
  private static final char END = '\u0000';

  private final StringBuilder text = new StringBuilder(4_096);

  private InputDigest() {}

  static String of(DecisionInput input) {
    InputDigest digest = new InputDigest();
    digest.add(input.request());
    digest.add(input.facts().at());
    digest.add(input.zone());
    digest.add(input.facts().values());
    for (ActionVersion version : input.catalogue().actions()) {
      digest.add(version.action().name() + " " + version.version());
    }
    for (Veto veto : input.catalogue().vetoes()) {
      digest.add(List.of(veto.name(), veto.text(), veto.rule(), veto.kinds(), veto.actions()));
    }
    digest.add(input.history().shown());
    digest.add(input.history().responses());
    digest.add(input.holdOuts());
    new TreeMap<>(input.models()).forEach((name, model) -> {
      digest.add(name);
      digest.add(model.observations());
      digest.add(model.means().get(ModelFeature.BIAS));
    });
    byte[] hash = sha256().digest(digest.text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  private void add(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, of) -> sorted.put(key.toString(), of));
      text.append('{');
      sorted.forEach((key, of) -> {
        text.append(key).append(':');
        add(of);
      });
      text.append('}');
    } else if (value instanceof Set<?> set) {
      Set<String> sorted = new TreeSet<>();
      set.forEach(one -> sorted.add(one.toString()));
      addAll(sorted);
    } else if (value instanceof Collection<?> all) {
      addAll(all);
    } else {
      text.append(value).append(END);
    }
  }

  private void addAll(Collection<?> all) {
    text.append('[');
    all.forEach(this::add);
    text.append(']');
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
