package shopbell.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopbell.model.CustomerRef;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Rejected;
import shopbell.model.event.CustomerFact;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.InteractionEvent;

/**
 * Converts every handle to its one stored form, so that two systems refer to a customer equally. Meaningless handles
 * are left out and reported.
 */
public final class HandleNormaliser {
  /** The version of the normalisation of telephone numbers and e-mail addresses; older stored handles are upgraded. */
  public static final int FORM = 1;

  private final PhoneNumbers numbers;
  private final PlaceholderIds placeholders;
  private final Map<String, HandleNormaliser> outside;

  public HandleNormaliser(PhoneNumbers numbers, PlaceholderIds placeholders) {
    this(numbers, placeholders, Map.of());
  }

  /** {@code outsideLines} are the prefixes that the system of a door dials before outside numbers. */
  public HandleNormaliser(
      PhoneNumbers numbers, PlaceholderIds placeholders, Map<String, String> outsideLines) {
    this.numbers = numbers;
    this.placeholders = placeholders;
    this.outside = outsideLines.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(
            Map.Entry::getKey,
            entry -> new HandleNormaliser(numbers.behind(entry.getValue()), placeholders)));
  }

  /** The normaliser for events of {@code door}. */
  public HandleNormaliser at(String door) {
    return outside.getOrDefault(door, this);
  }

  /**
   * A copy of the event with numbers in E.164 and mail addresses in their one form; a withheld number becomes absent.
   * {@code ignored} receives each handle that is left out. A customer, or the customer of a fact, that is named by a
   * placeholder alone is SENSELESS.
   */
  public Inbound normalise(Inbound event, Consumer<IgnoredHandle> ignored) {
    if (event instanceof InteractionEvent e) {
      return e.called(named(e))
          .normalised(
              e.from().flatMap(this::shown),
              e.to().flatMap(this::shown),
              handles(e.handles(), ignored));
    }
    if (event instanceof CustomerRecord e) {
      named("/id", e.id());
      return e.withHandles(handles(e.handles(), ignored)).withOrganizations(companies(e, ignored));
    }
    return event instanceof CustomerFact customerFact
        ? customerFact.about(who(customerFact.customer()))
        : event;
  }

  /** The stored forms of all handles, each once; {@code ignored} receives the meaningless ones. */
  public List<Handle> handles(List<Handle> handles, Consumer<IgnoredHandle> ignored) {
    return handles.stream().flatMap(h -> read(h, ignored).stream()).distinct().toList();
  }

  /** Whether an id is a placeholder. */
  public boolean placeholder(String id) {
    return placeholders.contains(id);
  }

  private List<Handle> read(Handle handle, Consumer<IgnoredHandle> ignored) {
    Values read = values(handle);
    read.problem().ifPresent(why -> ignored.accept(new IgnoredHandle(handle.kind(), why)));
    return read.all().stream()
        .map(value -> new Handle(handle.kind(), value, handle.verified(), handle.shared()))
        .toList();
  }

  private record Values(List<String> all, Optional<IgnoredHandle.IgnoredReason> problem) {
    static Values none(IgnoredHandle.IgnoredReason why) {
      return new Values(List.of(), Optional.of(why));
    }
  }

  private Values values(Handle handle) {
    String raw = handle.value();
    boolean withheld = handle.kind() == HandleKind.PHONE && numbers.withheld(raw);
    if (!withheld && placeholders.contains(raw)) {
      return Values.none(IgnoredHandle.IgnoredReason.PLACEHOLDER);
    }
    return switch (handle.kind()) {
      case PHONE -> phone(raw);
      case EMAIL -> email(raw);
      case EXTERNAL -> external(raw);
      case CUSTOMER_NUMBER, COOKIE, DEVICE -> new Values(List.of(raw.strip()), Optional.empty());
    };
  }

  /** A number block is a number with a star at its end. */
  private Values phone(String raw) {
    String text = PhoneField.plain(raw);
    if (text.endsWith("*")) {
      String digits = text.replaceAll("^00", "+").replaceAll("[^+0-9]", "");
      return digits.matches("\\+\\d{5,14}")
          ? new Values(List.of(digits + "*"), Optional.empty())
          : Values.none(IgnoredHandle.IgnoredReason.UNREADABLE);
    }
    PhoneField field = PhoneField.read(raw, numbers);
    return new Values(field.numbers(), field.problem());
  }

  private static Values email(String raw) {
    EmailField field = EmailField.read(raw);
    return new Values(
        field.addresses(),
        field.unreadable()
            ? Optional.of(IgnoredHandle.IgnoredReason.UNREADABLE)
            : Optional.empty());
  }

  /** {@code system:id}, of which the id may be a placeholder. */
  private Values external(String raw) {
    String id = raw.substring(raw.indexOf(':') + 1);
    return placeholders.contains(id)
        ? Values.none(IgnoredHandle.IgnoredReason.PLACEHOLDER)
        : new Values(List.of(raw.strip()), Optional.empty());
  }

  private List<CustomerRecord.CompanyMembership> companies(
      CustomerRecord e, Consumer<IgnoredHandle> ignored) {
    List<CustomerRecord.CompanyMembership> kept = new ArrayList<>();
    for (CustomerRecord.CompanyMembership one : e.organizations()) {
      if (placeholders.contains(one.id())) {
        ignored.accept(
            new IgnoredHandle(HandleKind.EXTERNAL, IgnoredHandle.IgnoredReason.PLACEHOLDER));
      } else {
        kept.add(one);
      }
    }
    return kept;
  }

  private CustomerRef who(CustomerRef customer) {
    customer.id().ifPresent(id -> named("/customer/id", id));
    return customer.handle().map(this::who).orElse(customer);
  }

  /** A handle that cannot be parsed stays as it was sent: the customer may arrive later with the same text. */
  private CustomerRef who(Handle handle) {
    Values read = values(handle);
    if (read.problem()
        .filter(why -> why == IgnoredHandle.IgnoredReason.PLACEHOLDER)
        .isPresent()) {
      throw Rejected.field(
          "/customer/value",
          new IgnoredHandle(handle.kind(), IgnoredHandle.IgnoredReason.PLACEHOLDER).detail());
    }
    String value = read.all().stream().findFirst().orElse(handle.value());
    return new CustomerRef(
        Optional.empty(),
        Optional.of(new Handle(handle.kind(), value, handle.verified(), handle.shared())));
  }

  private void named(String pointer, ExternalId id) {
    if (placeholders.contains(id.id())) {
      throw Rejected.field(
          pointer,
          new IgnoredHandle(HandleKind.EXTERNAL, IgnoredHandle.IgnoredReason.PLACEHOLDER).detail());
    }
  }

  /** The customer's display name, sent separately or in front of the number. */
  private Optional<String> named(InteractionEvent event) {
    boolean out = event.direction().filter(Direction.OUT::equals).isPresent();
    Optional<String> customers = out ? event.to() : event.from();
    return event
        .displayName()
        .or(() -> customers.flatMap(field -> DisplayName.read(field).name()))
        .filter(name -> !numbers.withheld(name))
        .flatMap(name -> DisplayName.clean(name, placeholders));
  }

  /** The displayed number: normalised where it is valid, else as it was sent, empty when it is withheld. */
  private Optional<String> shown(String raw) {
    return Stream.of(DisplayName.read(raw).number().strip())
        .filter(text -> !numbers.withheld(text))
        .map(text ->
            PhoneField.read(text, numbers).numbers().stream().findFirst().orElse(text))
        .findFirst();
  }
}
