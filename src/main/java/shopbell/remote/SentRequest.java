package shopbell.remote;

import java.util.Map;
import java.util.Optional;

/**
 * One request as it was sent, without secrets, and its response.
 *
 * @param body as JSON; empty when there was none
 * @param received empty when there was no response
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

  /** Receives each request to a system; for trials. */
  @FunctionalInterface
  public interface RequestListener {
    /** Ignores all requests. */
    RequestListener NOBODY = sentRequest -> {};

    /** Called when the response has arrived, or will not. */
    void heard(SentRequest sentRequest);

    /** The displayable form of one value of a request. */
    default Object shown(Object value) {
      return value;
    }

    /** The values on which a request's expressions run for display, in place of {@code seen}. */
    default Map<String, Object> shown(Map<String, Object> seen) {
      return seen;
    }
  }
}
