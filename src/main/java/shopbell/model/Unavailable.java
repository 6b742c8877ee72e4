package shopbell.model;

/** Something we need is away for now (the database, as a rule): nothing was kept, send it again. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
