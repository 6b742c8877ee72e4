package shopbell.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The whole of what an agent sees of one interaction; its JSON is the card of the public contract.
 *
 * @param version grows by one with every change that is shown; the screen replaces, never merges
 * @param interaction empty on a customer's page outside any contact
 * @param transferredFrom the brief for an agent who takes over; empty where nobody had the customer before
 * @param friction what was hard for the customer lately, the hardest first
 */
public record Card(
    int version,
    Optional<Interaction> interaction,
    Match match,
    Optional<Customer> customer,
    Optional<Value> value,
    Tickets tickets,
    Journey journey,
    History history,
    List<Promise> promises,
    Optional<SinceLast> sinceLast,
    Satisfaction satisfaction,
    List<Shipment> shipments,
    List<Notice> notices,
    List<Action> actions,
    List<Reason> reason,
    List<Friction> friction,
    Effort effort,
    Optional<Company> company,
    List<SourceStatus> sources,
    Timing timing,
    Optional<TransferredFrom> transferredFrom) {
  public Card {
    promises = List.copyOf(promises);
    shipments = List.copyOf(shipments);
    notices = List.copyOf(notices);
    actions = List.copyOf(actions);
    reason = List.copyOf(reason);
    friction = List.copyOf(friction);
    sources = List.copyOf(sources);
  }

  /** The same with these notices. */
  public Card withNotices(List<Notice> newer) {
    return with(newer, company, sources);
  }

  /** The same with these states of other systems; the store's own stays the first. */
  public Card besides(List<SourceStatus> others) {
    return with(
        notices,
        company,
        Stream.concat(sources.stream().limit(1), others.stream()).toList());
  }

  /** The same with agents by the names they have here. */
  public Card named(UnaryOperator<String> names) {
    return with(
        notices,
        company,
        sources,
        history.named(names),
        transferredFrom.map(from -> from.named(names)));
  }

  /** The same with its company as it stands just now. */
  public Card with(Company now) {
    return with(notices, Optional.of(now), sources);
  }

  /** What can change while all that was read of the customer stays. */
  private Card with(List<Notice> notices, Optional<Company> company, List<SourceStatus> sources) {
    return with(notices, company, sources, history, transferredFrom);
  }

  private Card with(
      List<Notice> notices,
      Optional<Company> company,
      List<SourceStatus> sources,
      History history,
      Optional<TransferredFrom> transferredFrom) {
    return new Card(
        version,
        interaction,
        match,
        customer,
        value,
        tickets,
        journey,
        history,
        promises,
        sinceLast,
        satisfaction,
        shipments,
        notices,
        actions,
        reason,
        friction,
        effort,
        company,
        sources,
        timing,
        transferredFrom);
  }
}
