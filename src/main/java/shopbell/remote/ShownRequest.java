package shopbell.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.mapping.Step;
import shopbell.wire.Json;

/** A step's request as somebody may see it: its expressions are run on what may be shown, not on what is sent. */
record ShownRequest(String url, Map<String, String> headers, Optional<Object> body) {
  private static final String HIDDEN = "•••";

  /** {@code path} is of a next page, which an answer has named; what cannot be made of the values that are shown is hidden. */
  static ShownRequest of(
      Address address,
      Step step,
      Optional<String> path,
      Map<String, Object> seen,
      Sent.Listener listener) {
    Map<String, Object> shown = listener.shown(seen);
    try {
      String url = path.isPresent()
          ? address.with(listener.shown(path.get()).toString(), Map.of())
          : address.with(
              RemoteSystem.text(step.path(), shown), RemoteSystem.texts(step.query(), shown));
      return new ShownRequest(
          url,
          RemoteSystem.texts(step.headers(), shown),
          step.body().map(body -> body.evaluate(shown, shown)).map(ShownRequest::plain));
    } catch (RuntimeException made) {
      Map<String, String> headers = new HashMap<>();
      step.headers().keySet().forEach(name -> headers.put(name, HIDDEN));
      return new ShownRequest(
          address.url() + "/…", headers, step.body().map(body -> (Object) HIDDEN));
    }
  }

  private static Object plain(Object value) {
    return Json.read(Json.write(value), Object.class);
  }
}
