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
import shopbell.desk.Desk;
import shopbell.events.Change;
import shopbell.events.ChangePublisher;
import shopbell.identity.CustomerMatcher;
import shopbell.identity.PhoneNumbers;
import shopbell.interaction.EventStore;
import shopbell.interaction.InteractionsByCustomer;
import shopbell.interaction.OpenInteraction;
import shopbell.interaction.OpenInteractions;
import shopbell.interaction.Recipients;
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
import shopbell.sources.SourceQueries;

/** From an interaction to the card on the desk: who is it, what do we know, what does it mean. Thread-safe. */
public final class CardUpdater {
  /** The rooms a card comes through. */
  public record Rooms(
      Recipients addressees,
      CustomerMatcher identifier,
      EventStore ledger,
      TracedCardSteps traced,
      CardListener listener,
      ActiveNotices notices,
      SourceQueries inquiries,
      Desk desk,
      OpenInteractions open,
      ChangePublisher changes) {}

  private final Rooms rooms;
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

  public CardUpdater(Rooms rooms, SoftDeadline softDeadline, Meters meters, InstantSource clock) {
    this.rooms = rooms;
    this.open = rooms.open();
    this.companyActivity = new CompanyActivity(rooms.changes()::tellOthers);
    this.softDeadline = softDeadline;
    this.fallbackCards = new FallbackCards(rooms.traced(), clock);
    this.cardLoader = new CardLoader(rooms, open, fallbackCards, meters, clock);
    this.relatedCards = new RelatedCards(open, softDeadline, this::again);
    cardLoader.onLinked(this::linked);
    this.unassignedInteractions =
        new UnassignedInteractions(open, rooms.desk(), rooms.ledger(), clock);
    rooms
        .inquiries()
        .sources()
        .onChange(
            customer -> relatedCards.answered(touched(customer), false),
            customer -> relatedCards.answered(touched(customer), true));
    rooms
        .desk()
        .onArrival(
            ids -> softDeadline.shown(Future.join(ids.stream().map(this::again).toList())));
  }

  /** Shows the notices of the store, where they are other ones than before. */
  public void refreshNotices() {
    rooms.notices().refresh().onSuccess(news -> {
      if (news) {
        all();
      }
    });
  }

  /** What another node has saved: here its card is built when an agent sees it. */
  void savedElsewhere(TrackedInteraction interaction, Instant receivedAt) {
    rooms.ledger().heard(interaction);
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
        || rooms.desk().concernsAnybody(rooms.addressees().named(interaction))) {
      cardLoader.ahead(interaction);
    }
  }

  /** From now on a card that nobody here sees is left to the {@code others}, while there are any. */
  public void among(BooleanSupplier others) {
    this.others = others;
  }

  /** Builds the cards of these customers anew, also those that are on their way to the desk just now. */
  void changed(Collection<UUID> customers) {
    cardLoader.changes().of(customers);
    customers.forEach(customer -> open.of(customer).forEach(this::anew));
  }

  /** Builds the cards anew that came by one of {@code handles}: somebody has become known. */
  void known(List<Handle> handles) {
    cardLoader.changes().by(handles);
    open.those(shown -> rooms.identifier().handles(shown.course()).stream()
            .anyMatch(h -> handles.stream().anyMatch(h::sameAs)))
        .forEach(this::anew);
  }

  /** Builds every card anew. */
  void all() {
    cardLoader.changes().ofAll();
    open.all().forEach(this::anew);
  }

  /** A caller whom nobody knows is asked about by the contact's own id. */
  private List<UUID> touched(UUID customer) {
    if (open.find(customer).isPresent()) {
      return List.of(customer);
    }
    cardLoader.changes().of(Set.of(customer));
    return interactionsByCustomer.about(customer);
  }

  /** Another node has found out which customer of a company is in an interaction. */
  void lineChanged(Change.CompanyLineChanged line) {
    companyActivity.heard(line).ifPresent(relatedCards::again);
  }

  /** The open interactions of companies that this node knows, for a node that has just come. */
  public List<Change.CompanyLineChanged> companyLines() {
    return companyActivity.all();
  }

  /** Completes when the desk shows it; an older revision than the shown one is passed over. */
  Future<Void> show(OpenInteraction newer) {
    open.take(newer);
    return again(newer.course().interaction().id());
  }

  /** Forgets what is over for good. */
  void forget(UUID interaction) {
    open.forget(interaction);
    rooms.inquiries().callers().forget(interaction);
    rooms.listener().forgotten(interaction);
  }

  /** Something about its customer has changed: who it is and what is known are read again. */
  void anew(UUID interaction) {
    open.update(interaction, shown -> shown.read(Optional.empty()));
    again(interaction);
  }

  private Future<Void> again(UUID interaction) {
    return conflatingQueue.ask(interaction, () -> build(interaction));
  }

  private Future<Void> build(UUID interaction) {
    return open.find(interaction).map(this::build).orElseGet(Future::succeededFuture);
  }

  private Future<Void> build(OpenInteraction now) {
    UUID interaction = now.course().interaction().id();
    fallbackCards.seen(interaction);
    TrackedInteraction trackedInteraction = rooms.addressees().named(now.course());
    if (trackedInteraction.interaction().state() == InteractionState.CLOSED) {
      return closed(trackedInteraction, now);
    }
    if ((!now.ours() || others.getAsBoolean()) && rooms.desk().shelved(trackedInteraction)) {
      interactionsByCustomer.over(interaction);
      return linked(trackedInteraction, now);
    }
    return cardLoader
        .moved(trackedInteraction, now)
        .map(Future::succeededFuture)
        .orElseGet(() -> softDeadline.or(
            cardLoader.read(trackedInteraction, now),
            () -> rooms
                .desk()
                .put(trackedInteraction, joined(fallbackCards.early(trackedInteraction, now)))))
        .onSuccess(card -> put(trackedInteraction, card))
        .mapEmpty();
  }

  private Future<Void> closed(TrackedInteraction trackedInteraction, OpenInteraction now) {
    UUID interaction = trackedInteraction.interaction().id();
    siblings(interaction, InteractionState.CLOSED);
    interactionsByCustomer.over(interaction);
    rooms.inquiries().callers().forget(interaction);
    rooms
        .desk()
        .put(
            trackedInteraction,
            fallbackCards.bare(
                trackedInteraction, now, CustomerMatch.unknown(List.of()), SourceState.FRESH));
    companyActivity.found(CompanyActivity.ended(interaction), relatedCards::again);
    return linked(trackedInteraction, now);
  }

  private Future<Void> linked(TrackedInteraction trackedInteraction, OpenInteraction now) {
    return unassignedInteractions.take(trackedInteraction.interaction().id())
        ? cardLoader.whose(trackedInteraction, now)
        : Future.succeededFuture();
  }

  /** The card is out before anybody else is asked. */
  private void put(TrackedInteraction trackedInteraction, Card card) {
    UUID id = trackedInteraction.interaction().id();
    InteractionState interactionState = trackedInteraction.interaction().state();
    Optional<InteractionState> before =
        rooms.desk().card(id).flatMap(Card::interaction).map(Interaction::state);
    rooms.traced().push(trackedInteraction, joined(card));
    companyActivity.found(CompanyActivity.of(card), relatedCards::again);
    if (!before.equals(Optional.of(interactionState))) {
      siblings(id, interactionState);
    }
    boolean rings = interactionState == InteractionState.RINGING
        && !before.equals(Optional.of(interactionState));
    Optional<UUID> customer = card.customer().map(Customer::id);
    boolean other = customer.filter(who -> interactionsByCustomer.now(id, who)).isPresent();
    rooms.inquiries().begin(id, customer, other || rings);
  }

  /** Cards that were read before the store knew this contact's customer show it now. */
  private void linked(UUID interaction, UUID customer) {
    List<UUID> others =
        open.of(customer).stream().filter(id -> !id.equals(interaction)).toList();
    if (!others.isEmpty()) {
      cardLoader.changes().of(Set.of(customer));
      relatedCards.anew(others);
    }
  }

  /** The customer's other cards say how this contact goes: somebody talks, it has ended, it was wrapped up. */
  private void siblings(UUID interaction, InteractionState interactionState) {
    if (interactionState != InteractionState.QUEUED
        && interactionState != InteractionState.RINGING) {
      relatedCards.anew(interactionsByCustomer.others(interaction));
    }
  }

  /** Whom the card of {@code interaction} names. */
  Optional<UUID> customer(UUID interaction) {
    return rooms.desk().card(interaction).flatMap(Card::customer).map(Customer::id);
  }

  /** Every source is asked anew about whom {@code interaction} is with; completes before they answer. */
  Future<Void> refresh(UUID interaction) {
    return rooms.inquiries().refresh(interaction, customer(interaction));
  }

  /** The same about {@code customer}; NOT_FOUND when there is none. */
  Future<Void> askAnew(UUID customer) {
    return rooms.inquiries().sources().refresh(customer);
  }

  /** What is to be said of the sources about {@code customer}, before its summary is read. */
  List<SourceStatus> sources(UUID customer) {
    return rooms.inquiries().sources().states(customer);
  }

  /** To be called every few seconds: what could not be read is read, and sources that were in trouble are asked again. */
  public void recover() {
    fallbackCards.again().forEach(this::again);
    unassignedInteractions.find().onSuccess(found -> found.forEach(this::again));
    rooms.inquiries().recover(interactionsByCustomer.customers());
  }

  /** With what goes on elsewhere: notices, and who else of the company is on the line. */
  Card joined(Card card) {
    return rooms
        .addressees()
        .named(rooms.notices().onto(companyActivity.onto(card)))
        .grouped(PhoneNumbers::grouped);
  }
}
