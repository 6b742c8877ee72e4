package shopbell.card;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import shopbell.events.Change;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.UnassignedInteractions;
import shopbell.metrics.Meters;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.Customer;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.scheduling.ConflatingQueue;
import shopbell.scheduling.SoftDeadline;

/** Builds the card of each open interaction, again whenever something in it changes, and gives it to the desk. Thread-safe. */
public final class CardUpdater {
  private final CardParts parts;
  private final BooleanSupplier others;
  private final ConflatingQueue conflatingQueue = new ConflatingQueue();
  private final OpenInteractions open;
  private final SoftDeadline softDeadline;
  private final CardLoader cardLoader;
  private final InteractionCards interactionCards;
  private final CardDelivery cardDelivery;
  private final UnassignedInteractions unassignedInteractions;
  private final RelatedCards relatedCards;

  /** While {@code others} is true, this node builds only cards that an agent connected here sees. */
  public CardUpdater(
      CardParts parts,
      BooleanSupplier others,
      SoftDeadline softDeadline,
      Meters meters,
      InstantSource clock) {
    this.parts = parts;
    this.others = others;
    this.open = parts.open();
    this.softDeadline = softDeadline;
    this.cardLoader = new CardLoader(parts, this::linked, meters, clock);
    this.interactionCards = new InteractionCards(parts, meters, clock);
    this.relatedCards = new RelatedCards(open, softDeadline, this::rebuild);
    this.cardDelivery = new CardDelivery(parts, relatedCards);
    this.unassignedInteractions =
        new UnassignedInteractions(open, parts.desk(), parts.events(), clock);
  }

  /** Reads the notices of the store, and reloads the cards if they have changed. */
  public void refreshNotices() {
    parts.notices().refresh().onSuccess(news -> {
      if (news) {
        reloadAll();
      }
    });
  }

  /** Takes what another node has saved; the card is built here only if its agent is connected here. */
  void savedElsewhere(TrackedInteraction interaction, Instant receivedAt) {
    parts.events().heard(interaction);
    UUID id = interaction.interaction().id();
    if (open.course(id)
        .filter(known -> known.revision() >= interaction.revision())
        .isEmpty()) {
      show(OpenInteraction.of(interaction, receivedAt, true, false));
    }
  }

  /** Starts the customer lookup of an interaction that is still being written. */
  void prefetch(TrackedInteraction interaction) {
    if (!others.getAsBoolean()
        || parts.desk().concernsAnybody(parts.recipients().named(interaction))) {
      cardLoader.prefetch(interaction);
    }
  }

  /** Completes when each of {@code interactions} has a card on the desk, at least an early one. */
  Future<Void> build(List<UUID> interactions) {
    return softDeadline.shown(
        Future.join(interactions.stream().map(this::rebuild).toList()));
  }

  /** Shows the state of a source; reads the customer again if {@code stored}. */
  void sourceAsked(UUID customer, boolean stored) {
    relatedCards.sourceAnswered(affectedBy(customer), stored);
  }

  /** Reloads the cards of these customers, also those that are being built just now. */
  void customersChanged(Collection<UUID> customers) {
    cardLoader.changes().of(customers);
    customers.forEach(customer -> open.of(customer).forEach(this::reload));
  }

  /** Reloads the cards of interactions with one of {@code handles}, which belong to a customer now. */
  void handlesKnown(List<Handle> handles) {
    cardLoader.changes().by(handles);
    open.those(shown -> parts.matcher().handles(shown.course()).stream()
            .anyMatch(h -> handles.stream().anyMatch(h::sameAs)))
        .forEach(this::reload);
  }

  /** Reloads every card. */
  void reloadAll() {
    cardLoader.changes().ofAll();
    open.all().forEach(this::reload);
  }

  /** The interactions of {@code customer}; an unknown caller is named by the interaction itself. */
  private List<UUID> affectedBy(UUID customer) {
    if (open.find(customer).isPresent()) {
      return List.of(customer);
    }
    cardLoader.changes().of(Set.of(customer));
    return cardDelivery.about(customer);
  }

  /** Takes from another node which customer of a company is in an interaction. */
  void lineChanged(Change.CompanyLineChanged line) {
    cardDelivery.lineChanged(line);
  }

  /** The open interactions of companies that this node knows, to be told to a node that has joined. */
  public List<Change.CompanyLineChanged> companyLines() {
    return cardDelivery.companyLines();
  }

  /** Completes when the desk shows it; ignores an older revision than the shown one. */
  Future<Void> show(OpenInteraction newer) {
    open.take(newer);
    return rebuild(newer.course().interaction().id());
  }

  /** Removes an interaction that is over for good. */
  void forget(UUID interaction) {
    open.forget(interaction);
    parts.sources().callers().forget(interaction);
    parts.listener().forgotten(interaction);
    parts.decisions().forget(interaction);
  }

  /** Matches and reads the customer of {@code interaction} again, because something about the customer has changed. */
  void reload(UUID interaction) {
    open.update(interaction, shown -> shown.read(Optional.empty()));
    rebuild(interaction);
  }

  private Future<Void> rebuild(UUID interaction) {
    return conflatingQueue.ask(interaction, () -> build(interaction));
  }

  private Future<Void> build(UUID interaction) {
    return open.find(interaction).map(this::build).orElseGet(Future::succeededFuture);
  }

  private Future<Void> build(OpenInteraction now) {
    UUID interaction = now.course().interaction().id();
    cardLoader.retried(interaction);
    TrackedInteraction tracked = parts.recipients().named(now.course());
    if (tracked.interaction().state() == InteractionState.CLOSED) {
      cardDelivery.close(tracked, interactionCards.closed(tracked, now));
      return linked(tracked, now);
    }
    if ((!now.ours() || others.getAsBoolean()) && parts.desk().shelved(tracked)) {
      cardDelivery.shelved(interaction);
      return linked(tracked, now);
    }
    return interactionCards
        .updated(tracked, now)
        .map(Future::succeededFuture)
        .orElseGet(() -> loaded(tracked, now))
        .onSuccess(card -> parts.steps().last(tracked, () -> cardDelivery.deliver(tracked, card)))
        .mapEmpty();
  }

  /** The card with its customer; where that takes too long, an early card is delivered meanwhile. */
  private Future<Card> loaded(TrackedInteraction tracked, OpenInteraction now) {
    Future<Card> whole = cardLoader
        .load(tracked, now)
        .compose(loadedCustomer -> interactionCards.whole(tracked, now, loadedCustomer))
        .otherwise(failure -> {
          cardLoader.failed(tracked.interaction().id(), failure);
          return interactionCards.failed(tracked, now);
        });
    return softDeadline.or(
        whole, () -> cardDelivery.deliver(tracked, interactionCards.early(tracked, now)));
  }

  private Future<Void> linked(TrackedInteraction tracked, OpenInteraction now) {
    return unassignedInteractions.take(tracked.interaction().id())
        ? cardLoader.matchOnly(tracked, now)
        : Future.succeededFuture();
  }

  /** Reloads the customer's other cards, which were read before the store knew this interaction's customer. */
  private void linked(UUID interaction, UUID customer) {
    List<UUID> others =
        open.of(customer).stream().filter(id -> !id.equals(interaction)).toList();
    if (!others.isEmpty()) {
      cardLoader.changes().of(Set.of(customer));
      relatedCards.reload(others);
    }
  }

  /** The customer on the card of {@code interaction}. */
  Optional<UUID> customer(UUID interaction) {
    return parts.desk().card(interaction).flatMap(Card::customer).map(Customer::id);
  }

  /** Asks every source again about the customer of {@code interaction}; completes before they answer. */
  Future<Void> refresh(UUID interaction) {
    return parts.sources().refresh(interaction, customer(interaction));
  }

  /** The same about {@code customer}; NOT_FOUND when there is none. */
  Future<Void> askSources(UUID customer) {
    return parts.sources().sources().refresh(customer);
  }

  /** The states of the sources about {@code customer}; to be read before the summary. */
  List<SourceStatus> sourceStates(UUID customer) {
    return parts.sources().sources().states(customer);
  }

  /** Retries failed reads and failed sources; to be called every few seconds. */
  public void recover() {
    cardLoader.toRetry().forEach(this::rebuild);
    unassignedInteractions.find().onSuccess(found -> found.forEach(this::rebuild));
    parts.sources().recover(cardDelivery.customers());
  }

  /** The card with notices and with the other open interactions of the company. */
  Card completed(Card card) {
    return cardDelivery.completed(card);
  }
}
