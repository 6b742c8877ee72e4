package shopbell.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shopbell.identity.RecordSimilarity;
import shopbell.model.CustomerRef;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.CustomerFact;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;
import shopbell.model.event.OrderRecord;
import shopbell.model.event.ShipmentRecord;
import shopbell.model.event.TicketRecord;

/**
 * Decides which records of a source's answer are about the queried customer; all others are left out. A record of a
 * person counts when its id is linked with this customer, or it is the only one in the answer with a handle from the
 * query; never when the store has it under another customer, or its name clearly differs.
 */
final class AnswerAttribution {
  private final SourceQuery sourceQuery;
  private final Source.SourceAnswer sourceAnswer;
  private final Set<UUID> elsewhere;
  private final List<CustomerRecord> people;
  private final List<CustomerRecord> own;
  private final Set<ExternalId> related = new HashSet<>();
  private final boolean strangers;

  /** {@code elsewhere}: the customers and facts of the answer that the store has under another customer. */
  AnswerAttribution(
      SourceQuery sourceQuery, Source.SourceAnswer sourceAnswer, Set<UUID> elsewhere) {
    this.sourceQuery = sourceQuery;
    this.sourceAnswer = sourceAnswer;
    this.elsewhere = elsewhere;
    this.people = only(sourceAnswer.records(), CustomerRecord.class).stream()
        .filter(record -> record.kind() == sourceQuery.kind())
        .toList();
    this.own = own();
    this.strangers = own.size() < people.size();
    related.addAll(sourceQuery.ids());
    own.forEach(record -> related.add(record.id()));
    only(sourceAnswer.records(), CustomerRecord.class).stream()
        .filter(record -> record.kind() != sourceQuery.kind() && affiliated(record))
        .forEach(record -> related.add(record.id()));
  }

  /** Our ids of all records in {@code sourceAnswer} that the store could have under another customer. */
  static List<UUID> ids(Source.SourceAnswer sourceAnswer) {
    return sourceAnswer.records().stream()
        .flatMap(record -> id(record).stream())
        .toList();
  }

  /** The record of this customer that is not linked with them yet. */
  Optional<CustomerRecord> joining() {
    return own.stream()
        .filter(record -> !sourceQuery.ids().contains(record.id()))
        .findFirst();
  }

  /** The records to store; not whole when a ticket is left out, so that no ticket is closed for being absent. */
  Source.SourceAnswer kept() {
    List<Inbound> kept = sourceAnswer.records().stream().filter(this::belongs).toList();
    boolean whole = sourceAnswer.whole()
        && only(kept, TicketRecord.class).size()
            == only(sourceAnswer.records(), TicketRecord.class).size();
    return new Source.SourceAnswer(kept, whole, sourceAnswer.unnamed());
  }

  private List<CustomerRecord> own() {
    List<CustomerRecord> linked = people.stream()
        .filter(record -> sourceQuery.ids().contains(record.id()))
        .filter(record -> shares(record) || !otherName(record))
        .toList();
    if (people.stream().anyMatch(record -> sourceQuery.ids().contains(record.id()))) {
      return linked;
    }
    List<CustomerRecord> sharing = people.stream().filter(this::shares).toList();
    List<CustomerRecord> likely = sharing.isEmpty() && people.size() == 1 ? people : sharing;
    return likely.stream().map(CustomerRecord::id).distinct().count() != 1
        ? List.of()
        : likely.stream().filter(this::fits).toList();
  }

  private boolean fits(CustomerRecord record) {
    return !elsewhere.contains(record.id().uuid())
        && !otherName(record)
        && (shares(record) || record.handles().stream().noneMatch(this::otherwise));
  }

  /** Whether its name clearly differs. */
  private boolean otherName(CustomerRecord record) {
    return sourceQuery
        .name()
        .filter(name -> RecordSimilarity.otherName(name, record.name()))
        .isPresent();
  }

  private boolean shares(CustomerRecord record) {
    return record.handles().stream().anyMatch(handle -> asked(handle) || linked(handle));
  }

  private boolean asked(Handle handle) {
    return sourceQuery.handles().stream()
        .anyMatch(known -> !known.shared() && telling(known) && known.sameAs(handle));
  }

  private boolean linked(Handle handle) {
    return handle.kind() == HandleKind.EXTERNAL
        && sourceQuery.ids().stream()
            .anyMatch(id -> handle.value().equals(id.system() + ":" + id.id()));
  }

  /** A handle of a kind in the query, with another value. */
  private boolean otherwise(Handle handle) {
    return telling(handle)
        && sourceQuery.handles().stream()
            .anyMatch(known -> !known.shared() && known.kind() == handle.kind());
  }

  private static boolean telling(Handle handle) {
    return switch (handle.kind()) {
      case PHONE, EMAIL, CUSTOMER_NUMBER -> true;
      case EXTERNAL, COOKIE, DEVICE -> false;
    };
  }

  /** The company of this person, or a person of this company. */
  private boolean affiliated(CustomerRecord record) {
    return !elsewhere.contains(record.id().uuid())
        && (own.stream().anyMatch(person -> member(person, record.id()))
            || sourceQuery.ids().stream().anyMatch(company -> member(record, company)));
  }

  private static boolean member(CustomerRecord person, ExternalId company) {
    return company.system().equals(person.id().system())
        && person.organizations().stream().anyMatch(one -> one.id().equals(company.id()));
  }

  private boolean belongs(Inbound record) {
    if (record instanceof CustomerRecord customer) {
      return people.contains(customer) ? own.contains(customer) : related.contains(customer.id());
    }
    if (record instanceof ShipmentRecord shipment) {
      return carried(shipment);
    }
    return !(record instanceof CustomerFact customerFact) || about(customerFact);
  }

  /** A fact for which the source names no customer is this customer's only when the answer has no other person. */
  private boolean about(CustomerFact customerFact) {
    boolean unnamed = sourceAnswer.unnamed().contains(customerFact.key());
    if (unnamed && (strangers || id(customerFact).filter(elsewhere::contains).isPresent())) {
      return false;
    }
    CustomerRef who = customerFact.customer();
    return who.id().map(related::contains).orElse(false)
        || who.handle().filter(this::ours).isPresent();
  }

  private boolean ours(Handle handle) {
    return asked(handle)
        || linked(handle)
        || own.stream().flatMap(record -> record.handles().stream()).anyMatch(handle::sameAs);
  }

  private boolean carried(ShipmentRecord shipment) {
    ExternalId order = new ExternalId(shipment.id().system(), shipment.order());
    return only(sourceAnswer.records(), OrderRecord.class).stream()
        .filter(told -> told.id().equals(order))
        .findFirst()
        .map(this::about)
        .orElse(!elsewhere.contains(order.uuid()));
  }

  private static Optional<UUID> id(Inbound record) {
    if (record instanceof CustomerRecord customer) {
      return Optional.of(customer.id().uuid());
    }
    if (record instanceof TicketRecord ticket) {
      return Optional.of(ticket.id().uuid());
    }
    if (record instanceof OrderRecord order) {
      return Optional.of(order.id().uuid());
    }
    return record instanceof ShipmentRecord shipment
        ? Optional.of(new ExternalId(shipment.id().system(), shipment.order()).uuid())
        : Optional.empty();
  }

  private static <T> List<T> only(List<Inbound> records, Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
