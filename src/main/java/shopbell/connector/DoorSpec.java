package shopbell.connector;

import java.util.Optional;

/**
 * How a sender's payloads are parsed, without a line of Java.
 *
 * @param verify empty when the door's key is the only authentication
 * @param map from {@code {body, headers, query}} to a list of {@code {type, data, id?, time?}} in the native vocabulary
 * @param answer the response the sender expects
 * @param challenge an expression whose text answers a GET that verifies the address, as some senders require
 */
public record DoorSpec(
    Optional<SignatureSpec> verify,
    Expression map,
    ReplySpec answer,
    Optional<Expression> challenge) {
  /** Status, media type and body. */
  public record ReplySpec(int status, String type, String body) {
    /** The default response. */
    public static final ReplySpec ACCEPTED = new ReplySpec(202, "", "");
  }
}
