package shopbell.model;

/** A service we need is unavailable for now (usually the database): nothing was stored, send it again. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
