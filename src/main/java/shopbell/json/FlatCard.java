package shopbell.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import shopbell.model.card.CardInsight;
import shopbell.model.card.CustomerProfile;

/** The parts of a card stand beside each other in its JSON; the model itself knows no JSON library. */
interface FlatCard {
  @JsonUnwrapped
  CustomerProfile profile();

  @JsonUnwrapped
  CardInsight insight();
}
