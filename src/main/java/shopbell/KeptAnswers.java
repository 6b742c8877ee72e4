package shopbell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.context.Answers;
import shopbell.context.Asked;
import shopbell.context.Source;
import shopbell.identity.IgnoredHandles;
import shopbell.identity.Merges;
import shopbell.identity.Normaliser;
import shopbell.model.CustomerRecord;
import shopbell.model.ExternalId;
import shopbell.model.Handle;
import shopbell.model.HandleKind;
import shopbell.model.Inbound;

/**
 * The way of a source's answer into the store: its handles become ours, and the one record it has of the customer it was
 * asked about is that customer, which somebody can take back like any merge.
 */
record KeptAnswers(Answers store, Normaliser normaliser, IgnoredHandles ignored, Merges merges)
    implements Answers {
  private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

  @Override
  public Future<Known> about(UUID customer) {
    return store.about(customer);
  }

  @Override
  public Future<Void> keep(String source, Asked asked, Source.Answer answer, Instant now) {
    List<UUID> own = answer.records().stream()
        .filter(CustomerRecord.class::isInstance)
        .map(CustomerRecord.class::cast)
        .filter(record -> !asked.ids().contains(record.id()))
        .filter(record -> record.kind() == asked.kind())
        .map(record -> record.id().uuid())
        .distinct()
        .toList();
    List<Inbound> records = new ArrayList<>();
    answer
        .records()
        .forEach(record -> records.add(normaliser.normalise(
            own.size() == 1
                    && record instanceof CustomerRecord c
                    && c.id().uuid().equals(own.get(0))
                ? attested(c, asked.id())
                : record,
            ignored.from(source))));
    return store
        .keep(source, asked, new Source.Answer(records, answer.whole()), now)
        .compose(kept -> own.size() == 1 ? joined(own, now) : Future.succeededFuture());
  }

  private static CustomerRecord attested(CustomerRecord record, ExternalId customer) {
    List<Handle> handles = new ArrayList<>(record.handles());
    handles.add(
        new Handle(HandleKind.EXTERNAL, customer.system() + ":" + customer.id(), true, false));
    return record.withHandles(handles);
  }

  /** Should that fail, the search for duplicates does it later. */
  private Future<Void> joined(List<UUID> records, Instant now) {
    return merges.attested(records, now).<Void>mapEmpty().recover(failure -> {
      LOG.warn("an answer is not joined yet: {}", failure.getClass().getSimpleName());
      return Future.succeededFuture();
    });
  }
}
