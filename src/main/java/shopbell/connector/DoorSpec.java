package shopbell.connector;

import java.util.Optional;

/**
 * How a sender's payloads are read, without a line of Java.
 *
 * @param verify empty when the door's key is all there is
 * @param map from {@code {body, headers, query}} to a list of {@code {type, data, id?, time?}} in the native vocabulary
 * @param answer what the sender expects to hear
 * @param challenge an expression whose text answers a GET that proves the address, as some senders ask for one
 */
public record DoorSpec(
    Optional<SignatureSpec> verify, Expression map, Answer answer, Optional<Expression> challenge) {
  /** Status, media type and body. */
  public record Answer(int status, String type, String body) {
    /** What a sender without a wish of its own gets. */
    public static final Answer ACCEPTED = new Answer(202, "", "");
  }
}
