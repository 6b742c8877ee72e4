package shopbell.journey.tracking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of the tracking API, each with the letter that Segment's browser client uses. */
enum MessageType {
  IDENTIFY("i"),
  TRACK("t"),
  PAGE("p"),
  SCREEN("s"),
  GROUP("g"),
  ALIAS("a");

  private final String letter;

  MessageType(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  /** By name or letter; empty for any other word. */
  static Optional<MessageType> of(String word) {
    return Stream.of(values())
        .filter(messageType ->
            messageType.letter.equals(word) || messageType.toString().equals(word))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
