package shopbell.store.card;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import shopbell.model.CustomerDetails;
import shopbell.model.CustomerKind;
import shopbell.model.Handle;
import shopbell.model.card.Consents;
import shopbell.model.customer.Cue;
import shopbell.model.customer.CueKind;
import shopbell.model.customer.Customer;
import shopbell.model.customer.Customer.Organization;

/**
 * One person merged from several records: the survivor's values count, and where it has none, the newest record's with
 * a value.
 */
final class MergedCustomer {
  private static final Comparator<Handle> BY_KIND = Comparator.comparing(
          (Handle handle) -> handle.kind().toString())
      .thenComparing(Handle::value);

  /** One system's record; {@code refused} is present where it has consent values. */
  record InSystem(
      UUID id,
      UUID survivor,
      CustomerKind kind,
      String name,
      CustomerDetails details,
      Map<String, String> cues,
      List<Cue> notedCues,
      Instant updatedAt,
      Optional<RefusedUses> refused) {}

  /** See {@link Consents}. */
  record RefusedUses(boolean journey, boolean cues, boolean profiling) {}

  private final List<InSystem> newest;
  private final InSystem main;

  /** At least one record; all of one person. */
  MergedCustomer(List<InSystem> records) {
    newest = records.stream()
        .sorted(Comparator.comparing(InSystem::updatedAt).reversed())
        .toList();
    main = records.stream().filter(r -> r.id().equals(r.survivor())).findFirst().orElseThrow();
  }

  Customer customer(List<Organization> organizations, List<Handle> handles) {
    return new Customer(
        main.id(),
        main.kind(),
        main.name(),
        organizations.stream().sorted(Comparator.comparing(Organization::name)).toList(),
        CustomerDetails.merged(
            main.details(), newest.stream().map(InSystem::details).toList()),
        handles.stream().sorted(BY_KIND).toList(),
        main.cues(),
        notedCues(),
        List.of());
  }

  /** Of each kind the newest of all records. */
  private List<Cue> notedCues() {
    Map<CueKind, Cue> best = new EnumMap<>(CueKind.class);
    newest.stream()
        .flatMap(r -> r.notedCues().stream())
        .forEach(cue -> best.merge(cue.kind(), cue, (a, b) -> b.at().isAfter(a.at()) ? b : a));
    return List.copyOf(best.values());
  }

  /** A refusal in any record counts; empty where no record has consent values. */
  Optional<Consents> consents() {
    return newest.stream().anyMatch(r -> r.refused().isPresent())
        ? Optional.of(new Consents(
            !refused(RefusedUses::journey),
            !refused(RefusedUses::cues),
            !refused(RefusedUses::profiling)))
        : Optional.empty();
  }

  private boolean refused(Predicate<RefusedUses> what) {
    return newest.stream().flatMap(r -> r.refused().stream()).anyMatch(what);
  }
}
