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
 * Sources asked about callers whom nobody here knows. What they answer are candidates, in memory only and until the contact
 * is over; a person is kept when an agent has chosen them. Thread-safe.
 */
public final class UnknownCallerSearch implements CandidateChoice {
  /** What it needs of the house. */
  public record Rooms(
      Sources sources,
      SourceAnswers answers,
      HandleNormaliser normaliser,
      IgnoredHandleCounts ignored,
      Words words) {}

  /**
   * A caller whom nobody knew when last looked.
   *
   * @param strange false from the moment somebody here is known for them
   * @param sent whether sources have been asked by all of this
   */
  private record Caller(
      SourceQuery asked, boolean strange, boolean sent, Map<String, List<Candidate>> found) {
    List<Candidate> all() {
      return found.values().stream().flatMap(List::stream).toList();
    }
  }

  /** The attributes in which senders tell it. */
  private static final List<String> NAMES = List.of("name", "customerName", "callerName");

  /** Whom a source has named for a caller, on its way to the other nodes: an agent's choice may come in at any of them. */
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
   * {@code customerMatch} with whom sources have named for this caller, whom nobody here knows by {@code handles}, beside those who fit what
   * was said; they are asked by {@link #ask}.
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

  /** What the caller is called by whoever sent the contact. */
  private static Optional<String> name(TrackedInteraction trackedInteraction) {
    Stream<String> told = NAMES.stream()
        .flatMap(key -> Stream.ofNullable(trackedInteraction.attributes().get(key)));
    return Stream.concat(told, trackedInteraction.interaction().displayName().stream())
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /** Somebody here is known for them: no source is asked who it could be any more. */
  public void met(UUID interaction) {
    callers.computeIfPresent(
        interaction, (id, caller) -> new Caller(caller.asked(), false, false, caller.found()));
  }

  /** How far the sources have got; empty when they are not asked about this caller. */
  public List<SourceStatus> states(UUID interaction) {
    return strange(interaction).map(c -> rooms.sources().states(c.asked())).orElse(List.of());
  }

  /** Asks by all that is known of a strange caller, once; {@code anew} asks again. */
  public void ask(UUID interaction, boolean anew) {
    strange(interaction).filter(caller -> anew || !caller.sent()).ifPresent(caller -> {
      callers.computeIfPresent(
          interaction, (id, now) -> new Caller(now.asked(), now.strange(), true, now.found()));
      rooms
          .sources()
          .ask(caller.asked(), true, (source, answer) -> found(caller.asked(), source, answer));
    });
  }

  /** To be called every few seconds: sources that were in trouble are asked again. */
  public void recover() {
    callers.values().stream()
        .filter(Caller::strange)
        .forEach(caller -> rooms
            .sources()
            .recover(caller.asked(), (source, answer) -> found(caller.asked(), source, answer)));
  }

  /** From now on {@code listener} hears whom sources name to this node. */
  public void onNamed(Consumer<Named> listener) {
    this.listener = listener;
  }

  /** Whom a source has named to another node. */
  public void heard(Named named) {
    callers.compute(named.interaction(), (id, before) -> {
      Caller caller = before == null
          ? new Caller(
              SourceQuery.stranger(id, Optional.empty(), List.of()), false, false, Map.of())
          : before;
      return with(caller, caller.asked(), named.source(), named.candidates());
    });
  }

  /** The contact is over. */
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

  /** Where more has become known of the caller meanwhile, the sources are asked again by that. */
  private static Caller with(
      Caller caller, SourceQuery sourceQuery, String source, List<Candidate> candidates) {
    Map<String, List<Candidate>> found = new HashMap<>(caller.found());
    found.put(source, candidates);
    boolean sent = caller.sent() && caller.asked().equals(sourceQuery);
    return new Caller(caller.asked(), caller.strange(), sent, Map.copyOf(found));
  }
}
