package shopbell.tracing;

import java.util.Locale;

/** The steps of an arrival, in this order; each is a span of its trace. */
public enum TraceStep {
  KEEP,
  IDENTIFY,
  SUMMARY,
  BUILD,
  PUSH;

  /** The span's name. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
