package shopbell.security;

import shopbell.model.ContractWord;

/** The calls an API key may make; ADMIN includes all. */
public enum ApiKeyScope implements ContractWord {
  IN("in"),
  JOURNEY("journey"),
  READ("read"),
  DECIDE("decide"),
  ADMIN("admin");

  private final String word;

  ApiKeyScope(String word) {
    this.word = word;
  }

  /** Whether a key of this scope may make a call that requires {@code needed}. */
  public boolean opens(ApiKeyScope needed) {
    return this == needed || this == ADMIN;
  }

  @Override
  public String toString() {
    return word;
  }
}
