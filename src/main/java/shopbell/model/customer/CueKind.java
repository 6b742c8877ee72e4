package shopbell.model.customer;

import shopbell.model.ContractWord;

/** What a hint for the talk may be about; there is no kind for other remarks. */
public enum CueKind implements ContractWord {
  SAY_NAME("sayName"),
  ADDRESS("address"),
  LANGUAGE("language"),
  PREFERRED_TIME("preferredTime"),
  PREFERRED_CHANNEL("preferredChannel"),
  SPEAK_SLOWLY("speakSlowly"),
  ANNIVERSARY("anniversary"),
  RECOMMENDED("recommended");

  private final String word;

  CueKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
