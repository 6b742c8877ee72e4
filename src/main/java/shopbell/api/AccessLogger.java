package shopbell.api;

import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.AccessEntry;
import shopbell.security.AccessRecorder;
import shopbell.security.Principal;

/** Writes down each read of a person that a call of the API answers, with the person or key that made it. */
public record AccessLogger(AccessRecorder witness, InstantSource clock) {
  /** {@code customer} is empty where the answer is about several or about anybody. */
  void saw(RoutingContext ctx, AccessEntry.Why why, Optional<UUID> customer) {
    witness.saw(new AccessEntry(
        clock.instant(), Principal.of(ctx).actor(), why, customer, Optional.empty()));
  }

  /** A payload as it was sent: {@code what} names the door and delivery, or the source. */
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
