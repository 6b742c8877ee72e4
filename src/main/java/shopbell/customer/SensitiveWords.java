package shopbell.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Beginnings of German and English words on health, belief and origin ({@code cues/TOPIC.txt}), which no hint may
 * contain (GDPR, article 9). The lists are a safety net and know neither every word nor its sense.
 */
public final class SensitiveWords {
  private static final List<String> TOPICS = List.of("health", "belief", "origin");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final List<Topic> LISTS =
      TOPICS.stream().map(SensitiveWords::topic).toList();

  private record Topic(String name, Pattern words) {}

  private SensitiveWords() {}

  /** The topic of the first such word in {@code text}; empty when the lists know none of its words. */
  public static Optional<String> topicOf(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return LISTS.stream()
        .filter(topic -> topic.words().matcher(lower).find())
        .map(Topic::name)
        .findFirst();
  }

  private static Topic topic(String name) {
    try (InputStream in = SensitiveWords.class.getResourceAsStream("/cues/" + name + ".txt")) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      String words = BLANKS.matcher(text.strip()).replaceAll("|");
      return new Topic(
          name, Pattern.compile("\\b(?:" + words + ")", Pattern.UNICODE_CHARACTER_CLASS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
