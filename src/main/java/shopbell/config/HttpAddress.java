package shopbell.config;

/**
 * The address of agents and machines.
 *
 * @param listen where the port is bound
 * @param shown {@code http.publicUrl}; all empty where none is configured
 */
public record HttpAddress(ListenAddress listen, PublicAddress shown) {
  /** The keys {@code http.host}, {@code http.port} and {@code http.publicUrl}. */
  public static HttpAddress of(Settings settings) {
    return new HttpAddress(
        ListenAddress.of(settings, "http"), PublicAddress.of(settings.text("http.publicUrl")));
  }

  /** Whether it depends on the interface that receives a request. */
  public boolean uncertain() {
    return listen.everywhere() && shown.origin().isEmpty();
  }

  /** The address for browsers and vendors, without a slash at the end. */
  public String url(int boundPort) {
    return shown.origin().isEmpty() ? listen.url(boundPort) : shown.url();
  }
}
