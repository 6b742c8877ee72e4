package shopbell.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.connector.RequestStep;
import shopbell.json.Json;

/** A step's request for display: its expressions run on masked values, not on those sent. */
record MaskedRequest(String url, Map<String, String> headers, Optional<Object> body) {
  private static final String HIDDEN = "•••";

  /** {@code path} is of a next page, from a response; a part that the masked values cannot produce is hidden. */
  static MaskedRequest of(
      BaseAddress baseAddress,
      RequestStep requestStep,
      Optional<String> path,
      Map<String, Object> seen,
      SentRequest.RequestListener requestListener) {
    Map<String, Object> shown = requestListener.shown(seen);
    try {
      String url = path.isPresent()
          ? baseAddress.with(requestListener.shown(path.get()).toString(), Map.of())
          : baseAddress.with(
              RemoteSystem.text(requestStep.path(), shown),
              RemoteSystem.texts(requestStep.query(), shown));
      return new MaskedRequest(
          url,
          RemoteSystem.texts(requestStep.headers(), shown),
          requestStep.body().map(body -> body.evaluate(shown, shown)).map(MaskedRequest::plain));
    } catch (RuntimeException made) {
      Map<String, String> headers = new HashMap<>();
      requestStep.headers().keySet().forEach(name -> headers.put(name, HIDDEN));
      return new MaskedRequest(
          baseAddress.url() + "/…", headers, requestStep.body().map(body -> (Object) HIDDEN));
    }
  }

  private static Object plain(Object value) {
    return Json.read(Json.write(value), Object.class);
  }
}
