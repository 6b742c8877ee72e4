package shopbell.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shopbell.model.CustomerRecord;
import shopbell.model.CustomerRef;
import shopbell.model.Fact;
import shopbell.model.Handle;
import shopbell.model.Inbound;
import shopbell.model.InteractionEvent;

/** Brings every handle to the one way it is stored, so that two systems mean the same customer by it. */
public final class Normaliser {
  private final PhoneNumbers numbers;

  public Normaliser(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** The same event; numbers in E.164, mail addresses in lower case, a withheld number is absent. */
  public Inbound normalise(Inbound event) {
    if (event instanceof InteractionEvent e) {
      return e.normalised(
          e.from().flatMap(this::shown), e.to().flatMap(this::shown), handles(e.handles()));
    }
    if (event instanceof CustomerRecord e) {
      return e.withHandles(handles(e.handles()));
    }
    return event instanceof Fact fact ? fact.about(who(fact.customer())) : event;
  }

  /** A handle in its stored form; empty when it says nothing, such as a withheld number. */
  public Optional<Handle> handle(Handle handle) {
    Optional<String> value = switch (handle.kind()) {
      case PHONE -> phone(handle.value());
      case EMAIL -> Optional.of(handle.value().strip().toLowerCase(Locale.ROOT));
      case CUSTOMER_NUMBER, COOKIE, DEVICE, EXTERNAL ->
        Optional.of(handle.value().strip());
    };
    return value.map(v -> new Handle(handle.kind(), v, handle.verified(), handle.shared()));
  }

  /** All that say something, each once. */
  public List<Handle> handles(List<Handle> handles) {
    return handles.stream().flatMap(h -> handle(h).stream()).distinct().toList();
  }

  private CustomerRef who(CustomerRef customer) {
    Optional<Handle> handle = customer.handle().map(h -> handle(h).orElse(h));
    return new CustomerRef(customer.id(), handle);
  }

  /** A number block is a number with a star at its end. */
  private Optional<String> phone(String raw) {
    String text = raw.strip();
    if (text.endsWith("*")) {
      String digits = text.replaceAll("^00", "+").replaceAll("[^+0-9]", "");
      return Optional.of(digits + "*").filter(block -> block.matches("\\+\\d{5,14}\\*"));
    }
    return numbers.e164(text);
  }

  /** What an agent sees: the number where it is one, what was sent where it is not, nothing when it is withheld. */
  private Optional<String> shown(String raw) {
    return Stream.of(raw.strip())
        .filter(text -> !numbers.withheld(text))
        .map(text -> numbers.e164(text).orElse(text))
        .findFirst();
  }
}
