package shopbell.model.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import shopbell.model.Channel;
import shopbell.model.customer.ContactHistory.Contact;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.EventFold;
import shopbell.model.interaction.Interaction;

/**
 * Joins contacts that are one to the customer: an attempt that rang unanswered, and its immediate continuation
 * elsewhere.
 */
public final class CallLegs {
  /** Faster than a customer can hang up and call again. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private CallLegs() {}

  /** A contact that a leg may be continued by. */
  private record Next(UUID id, Optional<UUID> parent, Channel channel, Instant at) {
    static Next of(Contact contact) {
      return new Next(contact.interaction(), contact.parent(), contact.channel(), contact.at());
    }

    static Next of(Interaction own) {
      return new Next(own.id(), own.parent(), own.channel(), own.arrivedAt());
    }

    boolean follows(Contact leg) {
      return !id.equals(leg.interaction())
          && (parent.equals(Optional.of(leg.interaction())) || atOnce(leg));
    }

    private boolean atOnce(Contact leg) {
      return leg.cause().filter(EventFold.ONE_TRY::contains).isPresent()
          && channel == leg.channel()
          && at.isAfter(leg.at())
          && leg.endedAt()
              .map(end -> Duration.between(end, at).abs().compareTo(AT_ONCE) <= 0)
              .orElse(false);
    }
  }

  /**
   * {@code contacts}, newest first, as the customer experienced them: each starts when it first rang, and has one more
   * transfer where it continues an answered one. Contacts that {@code own} continues are left out.
   */
  public static List<Contact> joined(List<Contact> contacts, Optional<Interaction> own) {
    List<Contact> left = new ArrayList<>(contacts);
    Collections.reverse(left);
    for (int i = 0; i < left.size(); ) {
      if (inVain(left.get(i)) && goesOn(left, left.get(i), own)) {
        left.remove(i);
      } else {
        i++;
      }
    }
    Collections.reverse(left);
    return left.stream().map(contact -> handedOn(contact, left)).toList();
  }

  private static boolean inVain(Contact contact) {
    return contact.answeredAt().isEmpty()
        && contact.cause().filter(EndCause.COMPLETED::equals).isEmpty();
  }

  private static boolean goesOn(List<Contact> all, Contact leg, Optional<Interaction> own) {
    Optional<Integer> next = IntStream.range(0, all.size())
        .boxed()
        .filter(i -> Next.of(all.get(i)).follows(leg))
        .findFirst();
    next.ifPresent(i -> all.set(i, all.get(i).after(leg)));
    return next.isPresent() || own.filter(now -> Next.of(now).follows(leg)).isPresent();
  }

  private static Contact handedOn(Contact contact, List<Contact> all) {
    boolean answered = contact.parent().isPresent()
        && all.stream()
            .filter(before -> before.interaction().equals(contact.parent().get()))
            .anyMatch(before -> before.answeredAt().isPresent());
    return answered ? contact.handedOn() : contact;
  }
}
