package shopbell.sources;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import shopbell.i18n.Words;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.interaction.CallerCandidates;
import shopbell.model.Handle;
import shopbell.model.Sentence;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.sources.SourceCandidates.NamedCandidate;

/**
 * Queries sources about unknown callers. Their answers are candidates, in memory only and until the interaction ends; a
 * person is stored once an agent has chosen them. Thread-safe.
 */
public final class UnknownCallerSearch implements CallerCandidates {
  /** Its dependencies; {@code named} gets the candidates that sources return to this node. */
  public record CallerSearchParts(
      Sources sources,
      SourceAnswers answers,
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      Consumer<NamedCandidates> named,
      Words words) {}

  /**
   * A caller who was unknown at the last lookup.
   *
   * @param strange false once a customer here is found for them
   * @param sent whether sources were queried with all of {@code asked}
   */
  private record Caller(
      SourceQuery asked, boolean strange, boolean sent, Map<String, List<NamedCandidate>> found) {
    List<NamedCandidate> all() {
      return found.values().stream().flatMap(List::stream).toList();
    }
  }

  /** The attributes in which senders put the name. */
  private static final List<String> NAMES = List.of("name", "customerName", "callerName");

  /** A source's candidates for a caller, sent to the other nodes: the agent may choose at any of them. */
  public record NamedCandidates(UUID interaction, String source, List<NamedCandidate> candidates) {
    public NamedCandidates {
      candidates = List.copyOf(candidates);
    }
  }

  private final CallerSearchParts callerSearchParts;
  private final Map<UUID, Caller> callers = new ConcurrentHashMap<>();

  public UnknownCallerSearch(CallerSearchParts callerSearchParts) {
    this.callerSearchParts = callerSearchParts;
  }

  /**
   * {@code customerMatch} with the sources' candidates for this unknown caller, ranked with the candidates from stated
   * details; {@link #ask} sends the queries.
   */
  public CustomerMatch onto(
      TrackedInteraction tracked, List<Handle> handles, CustomerMatch customerMatch) {
    SourceQuery sourceQuery =
        SourceQuery.stranger(tracked.interaction().id(), name(tracked), handles);
    Caller caller = callers.compute(
        sourceQuery.customer(),
        (id, before) -> before == null
            ? new Caller(sourceQuery, true, false, Map.of())
            : new Caller(
                sourceQuery,
                true,
                before.sent() && before.asked().equals(sourceQuery),
                before.found()));
    List<CustomerMatch.MatchCandidate> named =
        SourceCandidates.ranked(caller.all(), callerSearchParts.words()::sayAll);
    if (named.isEmpty()) {
      return customerMatch;
    }
    return several(customerMatch, SourceCandidates.beside(customerMatch.candidates(), named));
  }

  private CustomerMatch several(
      CustomerMatch customerMatch, List<CustomerMatch.MatchCandidate> ranked) {
    List<Sentence> said = new ArrayList<>(
        customerMatch.status() == MatchStatus.UNKNOWN ? customerMatch.said() : List.of());
    said.add(Sentence.of("who.several", ranked.size()));
    return new CustomerMatch(
        MatchStatus.AMBIGUOUS,
        Optional.empty(),
        Optional.empty(),
        false,
        ranked.get(0).score(),
        callerSearchParts.words().sayAll(said),
        ranked,
        said,
        0);
  }

  /** The caller's name as the sender of the interaction gives it. */
  private static Optional<String> name(TrackedInteraction tracked) {
    Stream<String> told =
        NAMES.stream().flatMap(key -> Stream.ofNullable(tracked.attributes().get(key)));
    return Stream.concat(told, tracked.interaction().displayName().stream())
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /** A customer here was found for them: sources are no longer queried. */
  public void met(UUID interaction) {
    callers.computeIfPresent(
        interaction, (id, caller) -> new Caller(caller.asked(), false, false, caller.found()));
  }

  /** The state of each source; empty when none is queried about this caller. */
  public List<SourceStatus> states(UUID interaction) {
    return strange(interaction)
        .map(c -> callerSearchParts.sources().states(c.asked()))
        .orElse(List.of());
  }

  /** Queries with everything known of an unknown caller, once; {@code anew} queries again. */
  public void ask(UUID interaction, boolean anew) {
    strange(interaction).filter(caller -> anew || !caller.sent()).ifPresent(caller -> {
      callers.computeIfPresent(
          interaction, (id, now) -> new Caller(now.asked(), now.strange(), true, now.found()));
      callerSearchParts
          .sources()
          .ask(
              caller.asked(),
              true,
              (source, sourceAnswer) -> found(caller.asked(), source, sourceAnswer));
    });
  }

  /** To be called every few seconds: queries sources again that had failed. */
  public void recover() {
    callers.values().stream()
        .filter(Caller::strange)
        .forEach(caller -> callerSearchParts
            .sources()
            .recover(
                caller.asked(),
                (source, sourceAnswer) -> found(caller.asked(), source, sourceAnswer)));
  }

  /** Adds the candidates that a source returned to another node. */
  public void heard(NamedCandidates namedCandidates) {
    callers.compute(namedCandidates.interaction(), (id, before) -> {
      Caller caller = before == null
          ? new Caller(
              SourceQuery.stranger(id, Optional.empty(), List.of()), false, false, Map.of())
          : before;
      return with(caller, caller.asked(), namedCandidates.source(), namedCandidates.candidates());
    });
  }

  /** Deletes the candidates of an interaction that has ended. */
  public void forget(UUID interaction) {
    callers.remove(interaction);
  }

  @Override
  public Optional<Candidate> find(UUID interaction, UUID customer) {
    return Optional.ofNullable(callers.get(interaction)).stream()
        .flatMap(caller -> caller.all().stream())
        .filter(one -> one.here().isEmpty() && one.customer().equals(customer))
        .findFirst()
        .map(one -> new Candidate(one.source(), one.record()));
  }

  private Optional<Caller> strange(UUID interaction) {
    return Optional.ofNullable(callers.get(interaction)).filter(Caller::strange);
  }

  private Future<Integer> found(
      SourceQuery sourceQuery, String source, Source.SourceAnswer sourceAnswer) {
    List<CustomerRecord> people = sourceAnswer.records().stream()
        .filter(CustomerRecord.class::isInstance)
        .map(record -> callerSearchParts
            .normaliser()
            .normalise(record, callerSearchParts.ignored().from(source)))
        .map(record -> ((CustomerRecord) record).unproven())
        .toList();
    Future<Map<UUID, SourceAnswers.Here>> here = people.isEmpty()
        ? Future.succeededFuture(Map.of())
        : callerSearchParts
            .answers()
            .here(people.stream().map(one -> one.id().uuid()).toList());
    return here.map(known -> {
      List<NamedCandidate> candidates = SourceCandidates.of(source, sourceQuery, people, known);
      callers.computeIfPresent(
          sourceQuery.customer(), (id, now) -> with(now, sourceQuery, source, candidates));
      if (!candidates.isEmpty()) {
        callerSearchParts
            .named()
            .accept(new NamedCandidates(sourceQuery.customer(), source, candidates));
      }
      return people.size() - candidates.size();
    });
  }

  /** Where more has become known of the caller meanwhile, the sources are queried again with that. */
  private static Caller with(
      Caller caller, SourceQuery sourceQuery, String source, List<NamedCandidate> candidates) {
    Map<String, List<NamedCandidate>> found = new HashMap<>(caller.found());
    found.put(source, candidates);
    boolean sent = caller.sent() && caller.asked().equals(sourceQuery);
    return new Caller(caller.asked(), caller.strange(), sent, Map.copyOf(found));
  }
}
