package shopbell.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import shopbell.model.customer.ValueForecast;

/** The forecast stands beside the sums of the past in the JSON of a customer's value. */
interface FlatValue {
  @JsonUnwrapped
  ValueForecast forecast();
}
