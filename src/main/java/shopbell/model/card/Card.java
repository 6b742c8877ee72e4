package shopbell.model.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.customer.Company;
import shopbell.model.customer.ContactHistory;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.CustomerValue;
import shopbell.model.customer.Effort;
import shopbell.model.customer.Friction;
import shopbell.model.customer.Journey;
import shopbell.model.customer.Promise;
import shopbell.model.customer.Satisfaction;
import shopbell.model.customer.Shipment;
import shopbell.model.customer.Tickets;
import shopbell.model.interaction.Interaction;

/**
 * Everything an agent sees of one interaction; its JSON is the card of the public contract.
 *
 * @param version grows by one with every change that is shown; the screen replaces the card, never merges it
 * @param interaction empty on a customer's page outside any interaction
 * @param numbers each telephone number on the card in E.164, and as its country groups it
 * @param transferredFrom the brief for an agent who takes over; empty where no agent had the customer before
 * @param friction what was hard for the customer lately, the hardest first
 */
public record Card(
    int version,
    Optional<Interaction> interaction,
    CustomerMatch match,
    Optional<Customer> customer,
    Optional<CustomerValue> value,
    Tickets tickets,
    Journey journey,
    ContactHistory history,
    List<Promise> promises,
    Optional<SinceLastContact> sinceLast,
    Satisfaction satisfaction,
    List<Shipment> shipments,
    List<Notice> notices,
    List<SuggestedAction> actions,
    List<ContactReason> reason,
    List<Friction> friction,
    Effort effort,
    Optional<Company> company,
    List<SourceStatus> sources,
    CardTiming timing,
    Optional<TransferredFrom> transferredFrom,
    Map<String, String> numbers) {
  public Card {
    numbers = Map.copyOf(numbers);
    promises = List.copyOf(promises);
    shipments = List.copyOf(shipments);
    notices = List.copyOf(notices);
    actions = List.copyOf(actions);
    reason = List.copyOf(reason);
    friction = List.copyOf(friction);
    sources = List.copyOf(sources);
  }

  /** A copy with these notices. */
  public Card withNotices(List<Notice> newer) {
    return with(newer, company, sources);
  }

  /** A copy with these states of other systems; the state of the store stays first. */
  public Card besides(List<SourceStatus> others) {
    return with(
        notices,
        company,
        Stream.concat(sources.stream().limit(1), others.stream()).toList());
  }

  /** A copy with agents by the names they have here. */
  public Card named(UnaryOperator<String> names) {
    return with(new Changed(
        notices,
        company,
        sources,
        history.named(names),
        transferredFrom.map(from -> from.named(names)),
        numbers));
  }

  /** A copy with the company as it is now. */
  public Card with(Company now) {
    return with(notices, Optional.of(now), sources);
  }

  /** A copy with the fields that can change while the customer data stays the same. */
  private Card with(List<Notice> notices, Optional<Company> company, List<SourceStatus> sources) {
    return with(new Changed(notices, company, sources, history, transferredFrom, numbers));
  }

  /** A copy with its telephone numbers as {@code grouping} writes them. */
  public Card grouped(UnaryOperator<String> grouping) {
    Map<String, String> all = new TreeMap<>();
    Stream.concat(
            interaction.stream().flatMap(i -> Stream.concat(i.from().stream(), i.to().stream())),
            customer.stream()
                .flatMap(c -> c.handles().stream())
                .filter(handle -> handle.kind() == HandleKind.PHONE)
                .map(Handle::value))
        .filter(number -> number.startsWith("+"))
        .forEach(number -> all.put(number, grouping.apply(number)));
    return with(new Changed(notices, company, sources, history, transferredFrom, all));
  }

  private record Changed(
      List<Notice> notices,
      Optional<Company> company,
      List<SourceStatus> sources,
      ContactHistory history,
      Optional<TransferredFrom> transferredFrom,
      Map<String, String> numbers) {}

  private Card with(Changed changed) {
    return new Card(
        version,
        interaction,
        match,
        customer,
        value,
        tickets,
        journey,
        changed.history(),
        promises,
        sinceLast,
        satisfaction,
        shipments,
        changed.notices(),
        actions,
        reason,
        friction,
        effort,
        changed.company(),
        changed.sources(),
        timing,
        changed.transferredFrom(),
        changed.numbers());
  }
}
