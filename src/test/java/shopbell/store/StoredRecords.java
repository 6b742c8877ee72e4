package shopbell.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shopbell.model.Channel;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.CustomerRef;
import shopbell.model.Direction;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Money;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/** Records as doors would parse them; the people are invented. */
public final class StoredRecords {
  public static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private StoredRecords() {}

  /** The stored id of a customer of the CRM. */
  public static UUID id(String number) {
    return new ExternalId("crm", number).uuid();
  }

  /** Points to a customer of the CRM. */
  public static CustomerRef ref(String number) {
    return new CustomerRef(Optional.of(new ExternalId("crm", number)), Optional.empty());
  }

  /** Points to a customer by a handle. */
  public static CustomerRef ref(Handle handle) {
    return new CustomerRef(Optional.empty(), Optional.of(handle));
  }

  /** A telephone number. */
  public static Handle phone(String number) {
    return Handle.of(HandleKind.PHONE, number);
  }

  /** A person of the CRM. */
  public static CustomerRecord customer(String number, String name, Handle... handles) {
    return new CustomerRecord(
        "c" + number + name,
        NOW,
        new ExternalId("crm", number),
        CustomerKind.PERSON,
        name,
        List.of(handles),
        List.of(),
        CustomerDetails.of("de", "gold"),
        Map.of(),
        Map.of());
  }

  /** A company of the CRM. */
  public static CustomerRecord company(String number, String name, Handle... handles) {
    return new CustomerRecord(
        "c" + number + name,
        NOW,
        new ExternalId("crm", number),
        CustomerKind.COMPANY,
        name,
        List.of(handles),
        List.of(),
        CustomerDetails.NONE,
        Map.of(),
        Map.of());
  }

  /** An order in euros. */
  public static OrderRecord order(String number, CustomerRef customer, String amount) {
    return new OrderRecord(
        "o" + number,
        NOW,
        new ExternalId("shop", number),
        customer,
        NOW.minus(Duration.ofDays(20)),
        new Money(new BigDecimal(amount), "EUR"),
        Optional.empty(),
        "paid",
        List.of("Lamp"),
        Optional.empty());
  }

  /** A ticket with its status and priority. */
  public static TicketRecord ticket(
      String number, CustomerRef customer, TicketStatus status, Priority priority) {
    Instant opened = NOW.minus(Duration.ofDays(3));
    return new TicketRecord(
        "t" + number + status,
        NOW,
        new ExternalId("desk", number),
        customer,
        "Lamp flickers " + number,
        status,
        priority,
        opened,
        NOW.minus(Duration.ofMinutes(Integer.parseInt(number))),
        Optional.empty(),
        status == TicketStatus.CLOSED ? Optional.of(NOW) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One from the web. */
  public static TouchpointRecord touchpoint(String number, CustomerRef customer, Instant at) {
    return new TouchpointRecord(
        "w" + number,
        at,
        number,
        customer,
        "web",
        "page.viewed",
        Map.of("title", "Lamps"),
        Optional.empty());
  }

  /** A step of a call, {@code after} the test's instant. */
  public static InteractionEvent step(
      String call, InteractionStep interactionStep, Duration after, String... agents) {
    return new InteractionEvent(
        call + interactionStep + after,
        NOW.plus(after),
        interactionStep,
        call,
        Optional.of(Channel.CALL),
        Optional.of(Direction.IN),
        Optional.of("+4922147110"),
        Optional.of("+49301234"),
        Optional.of("support"),
        List.of(agents),
        interactionStep == InteractionStep.ENDED
            ? Optional.of(EndCause.COMPLETED)
            : Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }
}
