package shopbell.sources;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.identity.HandleNormaliser;
import shopbell.identity.IgnoredHandleCounts;
import shopbell.identity.MergeJournal;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.event.CustomerRecord;
import shopbell.model.event.Inbound;

/**
 * Stores a source's answer: converts its handles, none of them verified, leaves out records that are not about the
 * queried customer ({@link AnswerAttribution}), and merges the one record it has of that customer, which can be undone
 * like any merge.
 */
public record SourceAnswerRecorder(
    SourceAnswers store,
    HandleNormaliser normaliser,
    IgnoredHandleCounts ignored,
    MergeJournal merges)
    implements SourceAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(SourceAnswerRecorder.class);

  @Override
  public Future<Known> about(UUID customer) {
    return store.about(customer);
  }

  @Override
  public Future<Set<UUID>> elsewhere(SourceQuery sourceQuery, List<UUID> ids) {
    return store.elsewhere(sourceQuery, ids);
  }

  @Override
  public Future<Map<UUID, Here>> here(List<UUID> ids) {
    return store.here(ids);
  }

  @Override
  public Future<Integer> keep(
      String source, SourceQuery sourceQuery, Source.SourceAnswer sourceAnswer, Instant now) {
    List<Inbound> records = sourceAnswer.records().stream()
        .map(record -> normaliser.normalise(record, ignored.from(source)))
        .map(record -> record instanceof CustomerRecord person ? person.unproven() : record)
        .toList();
    Source.SourceAnswer told =
        new Source.SourceAnswer(records, sourceAnswer.whole(), sourceAnswer.unnamed());
    return store
        .elsewhere(sourceQuery, AnswerAttribution.ids(told))
        .compose(others ->
            keep(source, new AnswerAttribution(sourceQuery, told, others), sourceQuery, now))
        .map(kept -> records.size() - kept);
  }

  private Future<Integer> keep(
      String source, AnswerAttribution answerAttribution, SourceQuery sourceQuery, Instant now) {
    Source.SourceAnswer kept = answerAttribution.kept();
    Optional<CustomerRecord> joining = answerAttribution.joining();
    List<Inbound> records = new ArrayList<>();
    kept.records()
        .forEach(record -> records.add(
            joining.filter(record::equals).isPresent()
                ? attested((CustomerRecord) record, sourceQuery.id())
                : record));
    return store
        .keep(
            source,
            sourceQuery,
            new Source.SourceAnswer(records, kept.whole(), kept.unnamed()),
            now)
        .compose(done -> joining
            .map(record -> joined(sourceQuery.customer(), record.id().uuid(), now))
            .orElseGet(Future::succeededFuture))
        .map(records.size());
  }

  private static CustomerRecord attested(CustomerRecord record, ExternalId customer) {
    List<Handle> handles = new ArrayList<>(record.handles());
    handles.add(
        new Handle(HandleKind.EXTERNAL, customer.system() + ":" + customer.id(), true, false));
    return record.withHandles(handles);
  }

  /** If that fails, the search for duplicates does it later. */
  private Future<Void> joined(UUID customer, UUID record, Instant now) {
    return merges.told(customer, record, now).<Void>mapEmpty().recover(failure -> {
      LOG.warn("an answer's record is not merged yet: {}", failure.getClass().getSimpleName());
      return Future.succeededFuture();
    });
  }
}
