package shopbell.security;

import shopbell.model.ContractWord;

/** What a machine's key opens; ADMIN opens all. */
public enum ApiKeyScope implements ContractWord {
  IN("in"),
  JOURNEY("journey"),
  READ("read"),
  ADMIN("admin");

  private final String word;

  ApiKeyScope(String word) {
    this.word = word;
  }

  /** Whether a key of this scope may be used where {@code needed} is asked for. */
  public boolean opens(ApiKeyScope needed) {
    return this == needed || this == ADMIN;
  }

  @Override
  public String toString() {
    return word;
  }
}
