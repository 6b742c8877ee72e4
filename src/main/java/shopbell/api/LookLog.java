package shopbell.api;

import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import shopbell.security.Caller;
import shopbell.security.Glance;
import shopbell.security.Witness;

/** Writes down each read of a person that a call of the API answers, with the person or key that made it. */
public record LookLog(Witness witness, InstantSource clock) {
  /** {@code customer} is empty where the answer is about several or about anybody. */
  void saw(RoutingContext ctx, Glance.Why why, Optional<UUID> customer) {
    witness.saw(
        new Glance(clock.instant(), Caller.of(ctx).actor(), why, customer, Optional.empty()));
  }

  /** A payload as it was sent: {@code what} names the door and delivery, or the source. */
  void sawPayload(RoutingContext ctx, Optional<UUID> customer, String what) {
    witness.saw(new Glance(
        clock.instant(),
        Caller.of(ctx).actor(),
        Glance.Why.PAYLOAD,
        customer,
        Optional.empty(),
        Optional.of(what)));
  }
}
