package shopbell.customer;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import shopbell.events.ChangePublisher;
import shopbell.events.Topic;
import shopbell.i18n.Words;
import shopbell.identity.DuplicateStore;
import shopbell.identity.MergeJournal;
import shopbell.identity.PhoneNumbers;
import shopbell.interaction.EventStore;
import shopbell.model.HandleKind;
import shopbell.model.Page;
import shopbell.model.Rejected;
import shopbell.model.Sentence;
import shopbell.model.customer.Duplicate;
import shopbell.model.customer.Identity;
import shopbell.model.customer.MergePreview;
import shopbell.model.interaction.InteractionLifecycle;

/** Stores agents' merges and choices, and updates every card concerned at once. */
public final class CustomerMerging implements MergeAdministration {
  private static final int PAGE = 20;

  /** Where merges are stored and shown. */
  public record MergingParts(
      MergeJournal merges,
      DuplicateStore suspects,
      EventStore ledger,
      ChangePublisher broadcast,
      Words words) {}

  private final MergingParts mergingParts;
  private final InstantSource clock;

  public CustomerMerging(MergingParts mergingParts, InstantSource clock) {
    this.mergingParts = mergingParts;
    this.clock = clock;
  }

  @Override
  public Future<Identity> identity(UUID customer) {
    return mergingParts
        .merges()
        .identity(customer)
        .map(found -> new Identity(
            found.customer(),
            found.name(),
            found.records(),
            found.handles(),
            found.journal().stream()
                .map(e -> e.saying(inWords(e.reasons()), said(e.reasons())))
                .toList(),
            grouped(found)));
  }

  private static Map<String, String> grouped(Identity person) {
    Map<String, String> numbers = new TreeMap<>();
    person.handles().stream()
        .filter(mark -> mark.kind() == HandleKind.PHONE && mark.value().startsWith("+"))
        .forEach(mark -> numbers.put(mark.value(), PhoneNumbers.grouped(mark.value())));
    return numbers;
  }

  @Override
  public Future<MergePreview> preview(UUID keep, UUID other) {
    return mergingParts.merges().preview(keep, other);
  }

  @Override
  public Future<Long> merge(UUID keep, UUID other, String version, String actor) {
    return shown(mergingParts.merges().merge(keep, other, version, act(actor)));
  }

  @Override
  public Future<Statement> statement(long entry) {
    return mergingParts
        .merges()
        .entry(entry)
        .map(found ->
            new Statement(found.actor(), found.what().endsWith("merge"), found.interaction()));
  }

  @Override
  public Future<Long> undo(long entry, String actor) {
    return mergingParts.merges().entry(entry).compose(found -> {
      Future<Void> ready = found.what().equals("link") && found.interaction().isPresent()
          ? unchosen(found.interaction().get())
          : Future.succeededFuture();
      return ready.compose(x -> shown(mergingParts.merges().undo(entry, act(actor))));
    });
  }

  @Override
  public Future<Void> unchoose(UUID interaction, String actor) {
    return mergingParts
        .merges()
        .choice(interaction)
        .compose(entry -> undo(
                entry.orElseThrow(() -> new Rejected(
                    Rejected.Reason.NOT_FOUND,
                    "No agent has chosen a customer in this interaction.")),
                actor)
            .mapEmpty());
  }

  /** The interaction first: if the journal fails after it, repeating the call completes the work. */
  private Future<Void> unchosen(UUID interaction) {
    return mergingParts
        .ledger()
        .change(interaction, InteractionLifecycle::unchosen, clock.instant())
        .onSuccess(tracked -> mergingParts.broadcast().saved(tracked, clock.instant()))
        .recover(failure -> old(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
        .mapEmpty();
  }

  /** An interaction older than 14 days is on no desk. */
  private static boolean old(Throwable failure) {
    return failure instanceof Rejected refused && refused.reason() == Rejected.Reason.NOT_FOUND;
  }

  @Override
  public Future<Page<Duplicate>> duplicates(Optional<UUID> customer, Optional<String> before) {
    return mergingParts
        .suspects()
        .page(customer, before.map(DuplicateStore.DuplicatePosition::of), PAGE)
        .map(found -> new Page<>(
            found.items().stream()
                .map(d -> d.saying(inWords(d.reasons()), said(d.reasons())))
                .toList(),
            found.next().map(DuplicateStore.DuplicatePosition::toString)));
  }

  @Override
  public Future<Void> dismiss(UUID duplicate, String actor) {
    return mergingParts
        .suspects()
        .dismiss(duplicate, act(actor))
        .onSuccess(gone -> mergingParts.broadcast().topicChanged(Topic.DUPLICATES));
  }

  private Future<Long> shown(Future<MergeJournal.Done> change) {
    return change
        .onSuccess(done -> {
          mergingParts.broadcast().changed(done.touched());
          mergingParts.broadcast().topicChanged(Topic.DUPLICATES);
        })
        .map(MergeJournal.Done::entry);
  }

  private static List<Sentence> said(List<String> codes) {
    return codes.stream().map(code -> Sentence.of("same." + code)).toList();
  }

  private List<String> inWords(List<String> codes) {
    return codes.stream()
        .map(code -> mergingParts.words().sayOr("same." + code, code))
        .toList();
  }

  private MergeJournal.MergeAct act(String actor) {
    return new MergeJournal.MergeAct(actor, clock.instant());
  }
}
