package shopbell.remote;

import java.util.Map;
import java.util.Optional;

/**
 * One request as it went out, without what is secret, and what it was answered with.
 *
 * @param body as JSON; empty when there was none
 * @param received empty when no answer came
 */
public record SentRequest(
    String method,
    String url,
    Map<String, String> headers,
    Optional<Object> body,
    Optional<ResponseSummary> received,
    long tookMs) {
  public SentRequest {
    headers = Map.copyOf(headers);
  }

  /** Hears of each request to a system; for somebody who tries it. */
  @FunctionalInterface
  public interface Listener {
    /** Nobody listens. */
    Listener NOBODY = sentRequest -> {};

    /** Called when the answer has come, or will not. */
    void heard(SentRequest sentRequest);

    /** What may be shown of one value that a request is made of. */
    default Object shown(Object value) {
      return value;
    }

    /** What the expressions of a request are run on that is to be shown, in the place of what has been {@code seen}. */
    default Map<String, Object> shown(Map<String, Object> seen) {
      return seen;
    }
  }
}
