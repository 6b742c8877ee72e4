package shopbell.api;

import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.AccessEntry;
import shopbell.security.AccessRecorder;
import shopbell.security.Principal;

/** Records each access to a customer's data through the API, with the user or key that made the call. */
public record AccessLogger(AccessRecorder witness, InstantSource clock) {
  /** {@code customer} is empty where the response is about several customers or an unknown one. */
  void saw(RoutingContext ctx, AccessEntry.Why why, Optional<UUID> customer) {
    witness.saw(new AccessEntry(
        clock.instant(), Principal.of(ctx).actor(), why, customer, Optional.empty()));
  }

  /** A customer's data on a page of another part of the API. */
  public void sawPage(RoutingContext ctx, Optional<UUID> customer) {
    saw(ctx, AccessEntry.Why.PAGE, customer);
  }

  /** An external system's payload: {@code what} names the door and delivery, or the source. */
  public void sawPayload(RoutingContext ctx, Optional<UUID> customer, String what) {
    witness.saw(new AccessEntry(
        clock.instant(),
        Principal.of(ctx).actor(),
        AccessEntry.Why.PAYLOAD,
        customer,
        Optional.empty(),
        Optional.of(what)));
  }
}
