package shopbell.ingress;

/** What a sender hears once its events are kept. */
public record Reply(int status, String contentType, String body) {
  /** Accepted, nothing more to say. */
  public static final Reply ACCEPTED = new Reply(202, "", "");
}
