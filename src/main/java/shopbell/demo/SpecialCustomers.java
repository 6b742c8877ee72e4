package shopbell.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Money;
import shopbell.model.Priority;
import shopbell.model.TicketStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.TicketRecord;
import shopbell.model.event.TouchpointRecord;

/**
 * Customers to look up: two records of one person, possible duplicates, a customer who has refused consent, and one who
 * is anonymised.
 */
final class SpecialCustomers {
  /** Is merged with {@link #HER_OTHER_RECORD} on the first day. */
  static final ExternalId KATHARINA = new ExternalId("crm", "7001");

  static final ExternalId HER_OTHER_RECORD = new ExternalId("webshop", "kathi.v");

  /** Has refused journey, cues and profiling. */
  static final ExternalId FRIEDA = new ExternalId("crm", "7010");

  /** Is anonymised on the first day. */
  static final ExternalId FORGOTTEN = new ExternalId("crm", "7020");

  private static final String VOGEL = "1984-03-12|Lindenweg 7|50667|Köln";
  private static final String MOELLER = "1971-11-02|Am Hang 12|20095|Hamburg";
  private static final String WEGENER = "1965-01-30|Nordring 3|90408|Nürnberg";
  private static final String KAMINSKA = "1990-06-21|Lange Straße 30|80331|München";

  private final Instant now;

  SpecialCustomers(Instant now) {
    this.now = now;
  }

  /** In chronological order. */
  List<Inbound> all() {
    return List.of(
        person(KATHARINA, "Katharina Vogel", "+492214710740", "k.vogel@example.org", VOGEL),
        person(HER_OTHER_RECORD, "Kathi Vogel", "+492214710741", "k.vogel@example.org", VOGEL),
        order(KATHARINA, "B700101", 210, "149.00", "Pendelleuchte Opal 40"),
        order(HER_OTHER_RECORD, "B700102", 12, "79.90", "Wandleuchte Luv"),
        ticket(KATHARINA, "7001", "Dimmer brummt"),
        step(HER_OTHER_RECORD, "returns.viewed", 20),
        person(crm("7002"), "Jürgen Möller", "+492214710742", "j.moeller@example.org", MOELLER),
        person(shop("jm71"), "Moeller, Juergen", "+492214710742", "jm71@example.com", MOELLER),
        order(shop("jm71"), "B700201", 40, "39.90", "LED-Streifen 5 m"),
        person(crm("7003"), "Zofia Kamińska", "+492214710743", "zofia@example.net", KAMINSKA),
        person(shop("zk"), "Sofia Kaminska", "+492214710744", "zofia.k@example.com", KAMINSKA),
        person(FORGOTTEN, "Martin Wegener", "+492214710760", "m.wegener@example.net", WEGENER),
        order(FORGOTTEN, "B702001", 90, "129.00", "Bogenleuchte Arc"),
        order(FORGOTTEN, "B702002", 45, "24.90", "Leuchtmittel E27"),
        ticket(FORGOTTEN, "7020", "Möchte nichts mehr von uns hören"),
        watched(FRIEDA),
        order(FRIEDA, "B701001", 30, "219.00", "Deckenleuchte Ring 60"),
        step(FRIEDA, "product.viewed", 3),
        step(FRIEDA, "checkout.abandoned", 2));
  }

  private static ExternalId crm(String id) {
    return new ExternalId("crm", id);
  }

  private static ExternalId shop(String id) {
    return new ExternalId("webshop", id);
  }

  /** {@code life} is birthday, street, postcode and town. */
  private CustomerRecord person(
      ExternalId id, String name, String phone, String mail, String life) {
    List<String> of = List.of(life.split("\\|"));
    return record(
        id,
        name,
        List.of(Handle.of(HandleKind.PHONE, phone), Handle.of(HandleKind.EMAIL, mail)),
        Map.of(
            "birthDate",
            of.get(0),
            "street",
            of.get(1),
            "postalCode",
            of.get(2),
            "city",
            of.get(3)));
  }

  private CustomerRecord watched(ExternalId id) {
    return record(
        id,
        "Frieda Stillmann",
        List.of(Handle.of(HandleKind.PHONE, "+492214710750")),
        Map.of("consent.journey", "no", "consent.cues", "no", "consent.profiling", "no"));
  }

  private CustomerRecord record(
      ExternalId id, String name, List<Handle> handles, Map<String, String> attributes) {
    return new CustomerRecord(
        "showpiece " + id.system() + id.id(),
        ago(400 * 24),
        id,
        CustomerKind.PERSON,
        name,
        handles,
        List.of(),
        CustomerDetails.of("de", "silver")
            .with(Optional.of(LocalDate.of(2021, 5, 4)), Optional.empty()),
        Map.of("address", "Sie"),
        attributes);
  }

  private OrderRecord order(ExternalId who, String number, int days, String amount, String what) {
    Instant placed = ago(days * 24);
    return new OrderRecord(
        "showpiece " + number,
        placed,
        new ExternalId("shop", number),
        ref(who),
        placed,
        new Money(new BigDecimal(amount), "EUR"),
        Optional.empty(),
        "delivered",
        List.of(what),
        Optional.empty());
  }

  private TicketRecord ticket(ExternalId who, String number, String subject) {
    return new TicketRecord(
        "showpiece ticket " + number,
        ago(50),
        new ExternalId("helpdesk", number),
        ref(who),
        subject,
        TicketStatus.OPEN,
        Priority.HIGH,
        ago(50),
        ago(30),
        Optional.of(ago(-20)),
        Optional.empty(),
        Optional.of("ben"),
        Optional.empty());
  }

  private TouchpointRecord step(ExternalId who, String name, int hours) {
    String id = "showpiece " + who.id() + name;
    Optional<String> outcome = Optional.of("abandoned").filter(name::endsWith);
    return new TouchpointRecord(id, ago(hours), id, ref(who), "web", name, Map.of(), outcome);
  }

  private static CustomerRef ref(ExternalId id) {
    return new CustomerRef(Optional.of(id), Optional.empty());
  }

  private Instant ago(int hours) {
    return now.minus(Duration.ofHours(hours));
  }
}
