package shopbell.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import shopbell.model.CustomerDetails;

/** The details of a customer stand beside its other fields in its JSON. */
interface FlatCustomer {
  @JsonUnwrapped
  CustomerDetails details();
}
