package shopbell.model.decision;

/**
 * What an agent reads of an action.
 *
 * @param title what to do, never empty
 * @param steps how to do it, one step in a line; may be empty
 * @param because why; if it is empty, the sentence of the contact reason that matched is shown
 */
public record ActionTexts(LocalText title, LocalText steps, LocalText because) {
  public ActionTexts {
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title is missing");
    }
  }
}
