package shopbell.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import shopbell.remote.SentRequest;

/** Records a trial query: its steps in order, each value masked by {@code mask}. Thread-safe. */
final class TrialRecorder implements SentRequest.RequestListener {
  private static final String HIDDEN = "•••";

  private final UnaryOperator<Object> mask;
  private final List<SourceTrial.TrialStep> steps = new ArrayList<>();
  private final List<SentRequest> sent = new ArrayList<>();

  TrialRecorder(UnaryOperator<Object> mask) {
    this.mask = mask;
  }

  @Override
  public synchronized void heard(SentRequest request) {
    sent.add(request);
  }

  @Override
  public Object shown(Object value) {
    return mask.apply(value);
  }

  /** The operator's own values may be secrets, so a map never sees them; the address is no secret. */
  @Override
  public Map<String, Object> shown(Map<String, Object> seen) {
    Map<String, Object> shown = new HashMap<>();
    seen.forEach((name, value) -> shown.put(name, mask.apply(value)));
    shown.computeIfPresent(QueryVariables.URL, (name, masked) -> seen.get(name));
    shown.computeIfPresent(QueryVariables.SET, (name, masked) -> hidden(masked));
    return shown;
  }

  private static Object hidden(Object set) {
    Map<String, Object> hidden = new LinkedHashMap<>();
    if (set instanceof Map<?, ?> values) {
      values.keySet().forEach(name -> hidden.put(name.toString(), HIDDEN));
    }
    return hidden;
  }

  synchronized void done(String step, boolean ran, Optional<Object> value) {
    steps.add(new SourceTrial.TrialStep(step, ran, sent, value.map(mask)));
    sent.clear();
  }

  synchronized List<SourceTrial.TrialStep> steps() {
    return List.copyOf(steps);
  }
}
