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
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.Interaction;

/**
 * Everything an agent sees of one interaction. Its JSON is the card of the public contract, in which the parts of
 * {@code profile} and {@code insight} stand beside the others.
 *
 * @param version grows by one with every change that is shown; the screen replaces the card, never merges it
 * @param interaction empty on a customer's page outside any interaction
 * @param transferredFrom the brief for an agent who takes over; empty where no agent had the customer before
 * @param numbers each telephone number on the card in E.164, and as its country groups it
 */
public record Card(
    int version,
    Optional<Interaction> interaction,
    CustomerMatch match,
    CustomerProfile profile,
    CardInsight insight,
    List<Notice> notices,
    List<SourceStatus> sources,
    CardTiming timing,
    Optional<TransferredFrom> transferredFrom,
    Map<String, String> numbers) {
  public Card {
    notices = List.copyOf(notices);
    sources = List.copyOf(sources);
    numbers = Map.copyOf(numbers);
  }

  /** The customer of the profile. */
  public Optional<Customer> customer() {
    return profile.customer();
  }

  /** The company of the profile. */
  public Optional<Company> company() {
    return profile.company();
  }

  /** A copy with these actions. */
  public Card withActions(List<SuggestedAction> decided) {
    return new Card(
        version,
        interaction,
        match,
        profile,
        insight.withActions(decided),
        notices,
        sources,
        timing,
        transferredFrom,
        numbers);
  }

  /** A copy with these notices. */
  public Card withNotices(List<Notice> newer) {
    return with(profile, newer, sources);
  }

  /** A copy with these states of other systems; the state of the store stays first. */
  public Card besides(List<SourceStatus> others) {
    return with(
        profile,
        notices,
        Stream.concat(sources.stream().limit(1), others.stream()).toList());
  }

  /** A copy with the company as it is now. */
  public Card with(Company now) {
    return with(profile.with(now), notices, sources);
  }

  private Card with(CustomerProfile profile, List<Notice> notices, List<SourceStatus> sources) {
    return with(profile, notices, sources, transferredFrom, numbers);
  }

  private Card with(
      CustomerProfile profile,
      List<Notice> notices,
      List<SourceStatus> sources,
      Optional<TransferredFrom> transferredFrom,
      Map<String, String> numbers) {
    return new Card(
        version,
        interaction,
        match,
        profile,
        insight,
        notices,
        sources,
        timing,
        transferredFrom,
        numbers);
  }

  /** A copy of the same customer data for another state of the interaction, or another version. */
  public Card at(
      int version,
      Optional<Interaction> interaction,
      List<SourceStatus> sources,
      CardTiming timing) {
    return new Card(
        version,
        interaction,
        match,
        profile,
        insight,
        notices,
        sources,
        timing,
        transferredFrom,
        numbers);
  }

  /** A copy with agents by the names they have here. */
  public Card named(UnaryOperator<String> names) {
    return with(
        profile.named(names),
        notices,
        sources,
        transferredFrom.map(from -> from.named(names)),
        numbers);
  }

  /** A copy with its telephone numbers as {@code grouping} writes them. */
  public Card grouped(UnaryOperator<String> grouping) {
    Map<String, String> all = new TreeMap<>();
    Stream.concat(
            interaction.stream().flatMap(i -> Stream.concat(i.from().stream(), i.to().stream())),
            customer().stream()
                .flatMap(c -> c.handles().stream())
                .filter(handle -> handle.kind() == HandleKind.PHONE)
                .map(Handle::value))
        .filter(number -> number.startsWith("+"))
        .forEach(number -> all.put(number, grouping.apply(number)));
    return with(profile, notices, sources, transferredFrom, all);
  }
}
