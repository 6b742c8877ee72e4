package shopbell.ingress.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of the tracking API, each with the one letter that Segment's browser client has for it. */
enum Kind {
  IDENTIFY("i"),
  TRACK("t"),
  PAGE("p"),
  SCREEN("s"),
  GROUP("g"),
  ALIAS("a");

  private final String letter;

  Kind(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /** By name or letter; empty for any other word. */
  static Optional<Kind> of(String word) {
    return Stream.of(values())
        .filter(kind -> kind.letter.equals(word) || kind.toString().equals(word))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
