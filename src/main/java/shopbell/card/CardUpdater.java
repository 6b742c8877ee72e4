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
import shopbell.identity.PhoneNumbers;
import shopbell.interaction.InteractionsByCustomer;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.UnassignedInteractions;
import shopbell.metrics.Meters;
import shopbell.model.Handle;
import shopbell.model.card.Card;
import shopbell.model.card.SourceState;
import shopbell.model.card.SourceStatus;
import shopbell.model.customer.Customer;
import shopbell.model.customer.CustomerMatch;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;
import shopbell.model.interaction.TrackedInteraction;
import shopbell.scheduling.ConflatingQueue;
import shopbell.scheduling.SoftDeadline;

/** From an interaction to the card on the desk: who is it, what do we know, what does it mean. Thread-safe. */
public final class CardUpdater {
  private final CardParts parts;
  private final CompanyActivity companyActivity;
  private volatile BooleanSupplier others = () -> false;
  private final ConflatingQueue conflatingQueue = new ConflatingQueue();
  private final InteractionsByCustomer interactionsByCustomer = new InteractionsByCustomer();
  private final OpenInteractions open;
  private final SoftDeadline softDeadline;
  private final FallbackCards fallbackCards;
  private final CardLoader cardLoader;
  private final UnassignedInteractions unassignedInteractions;
  private final RelatedCards relatedCards;

  public CardUpdater(
      CardParts parts, SoftDeadline softDeadline, Meters meters, InstantSource clock) {
    this.parts = parts;
    this.open = parts.open();
    this.companyActivity = new CompanyActivity(parts.changes()::tellOthers);
    this.softDeadline = softDeadline;
    this.fallbackCards = new FallbackCards(parts.steps(), clock);
    this.cardLoader = new CardLoader(parts, open, fallbackCards, meters, clock);
    this.relatedCards = new RelatedCards(open, softDeadline, this::rebuild);
    cardLoader.onLinked(this::linked);
    this.unassignedInteractions =
        new UnassignedInteractions(open, parts.desk(), parts.events(), clock);
    parts
        .sources()
        .sources()
        .onChange(
            customer -> relatedCards.sourceAnswered(affectedBy(customer), false),
            customer -> relatedCards.sourceAnswered(affectedBy(customer), true));
    parts
        .desk()
        .onArrival(ids ->
            softDeadline.shown(Future.join(ids.stream().map(this::rebuild).toList())));
  }

  /** Shows the notices of the store, where they are other ones than before. */
  public void refreshNotices() {
    parts.notices().refresh().onSuccess(news -> {
      if (news) {
        reloadAll();
      }
    });
  }

  /** What another node has saved: here its card is built when an agent sees it. */
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

  /** From now on a card that nobody here sees is left to the {@code others}, while there are any. */
  public void shareWith(BooleanSupplier others) {
    this.others = others;
  }

  /** Builds the cards of these customers anew, also those that are on their way to the desk just now. */
  void customersChanged(Collection<UUID> customers) {
    cardLoader.changes().of(customers);
    customers.forEach(customer -> open.of(customer).forEach(this::reload));
  }

  /** Builds the cards anew that came by one of {@code handles}: somebody has become known. */
  void handlesKnown(List<Handle> handles) {
    cardLoader.changes().by(handles);
    open.those(shown -> parts.matcher().handles(shown.course()).stream()
            .anyMatch(h -> handles.stream().anyMatch(h::sameAs)))
        .forEach(this::reload);
  }

  /** Builds every card anew. */
  void reloadAll() {
    cardLoader.changes().ofAll();
    open.all().forEach(this::reload);
  }

  /** A caller whom nobody knows is asked about by the contact's own id. */
  private List<UUID> affectedBy(UUID customer) {
    if (open.find(customer).isPresent()) {
      return List.of(customer);
    }
    cardLoader.changes().of(Set.of(customer));
    return interactionsByCustomer.about(customer);
  }

  /** Another node has found out which customer of a company is in an interaction. */
  void lineChanged(Change.CompanyLineChanged line) {
    companyActivity.apply(line).ifPresent(relatedCards::rebuild);
  }

  /** The open interactions of companies that this node knows, for a node that has just come. */
  public List<Change.CompanyLineChanged> companyLines() {
    return companyActivity.all();
  }

  /** Completes when the desk shows it; an older revision than the shown one is passed over. */
  Future<Void> show(OpenInteraction newer) {
    open.take(newer);
    return rebuild(newer.course().interaction().id());
  }

  /** Forgets what is over for good. */
  void forget(UUID interaction) {
    open.forget(interaction);
    parts.sources().callers().forget(interaction);
    parts.listener().forgotten(interaction);
  }

  /** Something about its customer has changed: who it is and what is known are read again. */
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
    fallbackCards.retried(interaction);
    TrackedInteraction tracked = parts.recipients().named(now.course());
    if (tracked.interaction().state() == InteractionState.CLOSED) {
      return close(tracked, now);
    }
    if ((!now.ours() || others.getAsBoolean()) && parts.desk().shelved(tracked)) {
      interactionsByCustomer.over(interaction);
      return linked(tracked, now);
    }
    return cardLoader
        .updated(tracked, now)
        .map(Future::succeededFuture)
        .orElseGet(() -> softDeadline.or(
            cardLoader.load(tracked, now),
            () -> parts.desk().put(tracked, completed(fallbackCards.early(tracked, now)))))
        .onSuccess(card -> deliver(tracked, card))
        .mapEmpty();
  }

  private Future<Void> close(TrackedInteraction tracked, OpenInteraction now) {
    UUID interaction = tracked.interaction().id();
    updateRelated(interaction, InteractionState.CLOSED);
    interactionsByCustomer.over(interaction);
    parts.sources().callers().forget(interaction);
    parts
        .desk()
        .put(
            tracked,
            fallbackCards.interactionOnly(
                tracked, now, CustomerMatch.unknown(List.of()), SourceState.FRESH));
    companyActivity.changedHere(CompanyActivity.ended(interaction), relatedCards::rebuild);
    return linked(tracked, now);
  }

  private Future<Void> linked(TrackedInteraction tracked, OpenInteraction now) {
    return unassignedInteractions.take(tracked.interaction().id())
        ? cardLoader.matchOnly(tracked, now)
        : Future.succeededFuture();
  }

  /** The card is out before anybody else is asked. */
  private void deliver(TrackedInteraction tracked, Card card) {
    UUID id = tracked.interaction().id();
    InteractionState interactionState = tracked.interaction().state();
    Optional<InteractionState> before =
        parts.desk().card(id).flatMap(Card::interaction).map(Interaction::state);
    parts.steps().push(tracked, completed(card));
    companyActivity.changedHere(CompanyActivity.of(card), relatedCards::rebuild);
    if (!before.equals(Optional.of(interactionState))) {
      updateRelated(id, interactionState);
    }
    boolean rings = interactionState == InteractionState.RINGING
        && !before.equals(Optional.of(interactionState));
    Optional<UUID> customer = card.customer().map(Customer::id);
    boolean other = customer.filter(who -> interactionsByCustomer.now(id, who)).isPresent();
    parts.sources().begin(id, customer, other || rings);
  }

  /** Cards that were read before the store knew this contact's customer show it now. */
  private void linked(UUID interaction, UUID customer) {
    List<UUID> others =
        open.of(customer).stream().filter(id -> !id.equals(interaction)).toList();
    if (!others.isEmpty()) {
      cardLoader.changes().of(Set.of(customer));
      relatedCards.reload(others);
    }
  }

  /** The customer's other cards say how this contact goes: somebody talks, it has ended, it was wrapped up. */
  private void updateRelated(UUID interaction, InteractionState interactionState) {
    if (interactionState != InteractionState.QUEUED
        && interactionState != InteractionState.RINGING) {
      relatedCards.reload(interactionsByCustomer.others(interaction));
    }
  }

  /** Whom the card of {@code interaction} names. */
  Optional<UUID> customer(UUID interaction) {
    return parts.desk().card(interaction).flatMap(Card::customer).map(Customer::id);
  }

  /** Every source is asked anew about whom {@code interaction} is with; completes before they answer. */
  Future<Void> refresh(UUID interaction) {
    return parts.sources().refresh(interaction, customer(interaction));
  }

  /** The same about {@code customer}; NOT_FOUND when there is none. */
  Future<Void> askSources(UUID customer) {
    return parts.sources().sources().refresh(customer);
  }

  /** What is to be said of the sources about {@code customer}, before its summary is read. */
  List<SourceStatus> sourceStates(UUID customer) {
    return parts.sources().sources().states(customer);
  }

  /** To be called every few seconds: what could not be read is read, and sources that were in trouble are asked again. */
  public void recover() {
    fallbackCards.toRetry().forEach(this::rebuild);
    unassignedInteractions.find().onSuccess(found -> found.forEach(this::rebuild));
    parts.sources().recover(interactionsByCustomer.customers());
  }

  /** With what goes on elsewhere: notices, and who else of the company is on the line. */
  Card completed(Card card) {
    return parts
        .recipients()
        .named(parts.notices().addTo(companyActivity.addTo(card)))
        .grouped(PhoneNumbers::grouped);
  }
}
