package shopbell.json;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A text in both languages is {@code de} and {@code en} alone. */
interface BothLanguages {
  @JsonIgnore
  boolean isEmpty();
}
