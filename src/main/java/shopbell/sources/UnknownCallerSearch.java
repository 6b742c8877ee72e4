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
import shopbell.interaction.CandidateChoice;
import shopbell.model.Handle;
import shopbell.model.Sentence;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.customer.MatchStatus;
import shopbell.model.event.CustomerRecord;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.sources.SourceCandidates.Candidate;

/**
 * Queries sources about unknown callers. Their answers are candidates, in memory only and until the interaction ends; a
 * person is stored once an agent has chosen them. Thread-safe.
 */
public final class UnknownCallerSearch implements CandidateChoice {
  /** Its dependencies. */
  public record Rooms(
      Sources sources,
      SourceAnswers answers,
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      Words words) {}

  /**
   * A caller who was unknown at the last lookup.
   *
   * @param strange false once a customer here is found for them
   * @param sent whether sources were queried with all of {@code asked}
   */
  private record Caller(
      SourceQuery asked, boolean strange, boolean sent, Map<String, List<Candidate>> found) {
    List<Candidate> all() {
      return found.values().stream().flatMap(List::stream).toList();
    }
  }

  /** The attributes in which senders put the name. */
  private static final List<String> NAMES = List.of("name", "customerName", "callerName");

  /** A source's candidates for a caller, sent to the other nodes: the agent may choose at any of them. */
  public record Named(UUID interaction, String source, List<Candidate> candidates) {
    public Named {
      candidates = List.copyOf(candidates);
    }
  }

  private final Rooms rooms;
  private volatile Consumer<Named> listener = named -> {};
  private final Map<UUID, Caller> callers = new ConcurrentHashMap<>();

  public UnknownCallerSearch(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * {@code customerMatch} with the sources' candidates for this unknown caller, ranked with the candidates from stated
   * details; {@link #ask} sends the queries.
   */
  public CustomerMatch onto(
      TrackedInteraction trackedInteraction, List<Handle> handles, CustomerMatch customerMatch) {
    SourceQuery sourceQuery = SourceQuery.stranger(
        trackedInteraction.interaction().id(), name(trackedInteraction), handles);
    Caller caller = callers.compute(
        sourceQuery.customer(),
        (id, before) -> before == null
            ? new Caller(sourceQuery, true, false, Map.of())
            : new Caller(
                sourceQuery,
                true,
                before.sent() && before.asked().equals(sourceQuery),
                before.found()));
    List<CustomerMatch.Candidate> named =
        SourceCandidates.ranked(caller.all(), rooms.words()::sayAll);
    if (named.isEmpty()) {
      return customerMatch;
    }
    return several(customerMatch, SourceCandidates.beside(customerMatch.candidates(), named));
  }

  private CustomerMatch several(CustomerMatch customerMatch, List<CustomerMatch.Candidate> ranked) {
    List<Sentence> said = new ArrayList<>(
        customerMatch.status() == MatchStatus.UNKNOWN ? customerMatch.said() : List.of());
    said.add(Sentence.of("who.several", ranked.size()));
    return new CustomerMatch(
        MatchStatus.AMBIGUOUS,
        Optional.empty(),
        Optional.empty(),
        false,
        ranked.get(0).score(),
        rooms.words().sayAll(said),
        ranked,
        said,
        0);
  }

  /** The caller's name as the sender of the interaction gives it. */
  private static Optional<String> name(TrackedInteraction trackedInteraction) {
    Stream<String> told = NAMES.stream()
        .flatMap(key -> Stream.ofNullable(trackedInteraction.attributes().get(key)));
    return Stream.concat(told, trackedInteraction.interaction().displayName().stream())
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
    return strange(interaction).map(c -> rooms.sources().states(c.asked())).orElse(List.of());
  }

  /** Queries with everything known of an unknown caller, once; {@code anew} queries again. */
  public void ask(UUID interaction, boolean anew) {
    strange(interaction).filter(caller -> anew || !caller.sent()).ifPresent(caller -> {
      callers.computeIfPresent(
          interaction, (id, now) -> new Caller(now.asked(), now.strange(), true, now.found()));
      rooms
          .sources()
          .ask(caller.asked(), true, (source, answer) -> found(caller.asked(), source, answer));
    });
  }

  /** To be called every few seconds: queries sources again that had failed. */
  public void recover() {
    callers.values().stream()
        .filter(Caller::strange)
        .forEach(caller -> rooms
            .sources()
            .recover(caller.asked(), (source, answer) -> found(caller.asked(), source, answer)));
  }

  /** Registers {@code listener} for the candidates that sources return to this node. */
  public void onNamed(Consumer<Named> listener) {
    this.listener = listener;
  }

  /** Adds the candidates that a source returned to another node. */
  public void heard(Named named) {
    callers.compute(named.interaction(), (id, before) -> {
      Caller caller = before == null
          ? new Caller(
              SourceQuery.stranger(id, Optional.empty(), List.of()), false, false, Map.of())
          : before;
      return with(caller, caller.asked(), named.source(), named.candidates());
    });
  }

  /** Deletes the candidates of an interaction that has ended. */
  public void forget(UUID interaction) {
    callers.remove(interaction);
  }

  @Override
  public Future<Void> choosing(UUID interaction, UUID customer) {
    return Optional.ofNullable(callers.get(interaction)).stream()
        .flatMap(caller -> caller.all().stream())
        .filter(one -> one.here().isEmpty() && one.customer().equals(customer))
        .findFirst()
        .map(one -> rooms.answers().add(one.source(), one.record()))
        .orElseGet(Future::succeededFuture);
  }

  private Optional<Caller> strange(UUID interaction) {
    return Optional.ofNullable(callers.get(interaction)).filter(Caller::strange);
  }

  private Future<Integer> found(SourceQuery sourceQuery, String source, Source.Answer answer) {
    List<CustomerRecord> people = answer.records().stream()
        .filter(CustomerRecord.class::isInstance)
        .map(record -> rooms.normaliser().normalise(record, rooms.ignored().from(source)))
        .map(record -> ((CustomerRecord) record).unproven())
        .toList();
    Future<Map<UUID, SourceAnswers.Here>> here = people.isEmpty()
        ? Future.succeededFuture(Map.of())
        : rooms.answers().here(people.stream().map(one -> one.id().uuid()).toList());
    return here.map(known -> {
      List<Candidate> candidates = SourceCandidates.of(source, sourceQuery, people, known);
      callers.computeIfPresent(
          sourceQuery.customer(), (id, now) -> with(now, sourceQuery, source, candidates));
      if (!candidates.isEmpty()) {
        listener.accept(new Named(sourceQuery.customer(), source, candidates));
      }
      return people.size() - candidates.size();
    });
  }

  /** Where more has become known of the caller meanwhile, the sources are queried again with that. */
  private static Caller with(
      Caller caller, SourceQuery sourceQuery, String source, List<Candidate> candidates) {
    Map<String, List<Candidate>> found = new HashMap<>(caller.found());
    found.put(source, candidates);
    boolean sent = caller.sent() && caller.asked().equals(sourceQuery);
    return new Caller(caller.asked(), caller.strange(), sent, Map.copyOf(found));
  }
}
