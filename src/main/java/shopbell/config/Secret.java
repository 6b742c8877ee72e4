package shopbell.config;

/** A password or key from the configuration; does not show itself in logs. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
